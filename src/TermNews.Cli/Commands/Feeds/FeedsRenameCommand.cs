namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds rename</c>: gives a feed the reader's own title.</summary>
internal sealed class FeedsRenameCommand(FeedToolsFor toolsFor)
    : NewsCommand("rename", "Give a feed your own title.\nExample: termnews feeds rename 12 \"Local news\"")
{
    private readonly Argument<string> _feed = new("FEED") { Description = "An id, an address, or a unique part of a title." };
    private readonly Argument<string> _title = new("TITLE") { Description = "Your own title; \"\" goes back to the feed's." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_feed, _title];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var feed = await tools.Feeds.ResolveAsync(args.GetValue(_feed)!, cancellationToken);
        var renamed = (await new EditFeeds(tools.Feeds).RenameAsync(feed, args.GetValue(_title)!, cancellationToken)).Value;
        if (!tools.IsQuiet)
            args.InvocationConfiguration.Output.Write($"{feed.Title} is now called {renamed.Title}.\n");
        return ExitCodes.Success;
    }
}
