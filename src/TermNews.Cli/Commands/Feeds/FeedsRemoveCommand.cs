namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds remove</c>: ends a subscription.</summary>
internal sealed class FeedsRemoveCommand(FeedToolsFor toolsFor)
    : NewsCommand("remove", "End a subscription; saved, pinned and commented stories stay.\nExample: termnews feeds remove 12")
{
    private readonly Argument<string> _feed = new("FEED") { Description = "An id, an address, or a unique part of a title." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_feed];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var feed = await tools.Feeds.ResolveAsync(args.GetValue(_feed)!, cancellationToken);
        await new EditFeeds(tools.Feeds).RemoveAsync(feed, cancellationToken);
        if (!tools.IsQuiet)
            args.InvocationConfiguration.Output.Write($"Removed {feed.Title} ({feed.ShownUrl}).\n");
        return ExitCodes.Success;
    }
}
