namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds tag</c>: replaces a feed's tags.</summary>
internal sealed class FeedsTagCommand(FeedToolsFor toolsFor)
    : NewsCommand("tag", "Replace the tags of a feed.\nExample: termnews feeds tag 12 tech daily")
{
    private readonly Argument<string> _feed = new("FEED") { Description = "An id, an address, or a unique part of a title." };
    private readonly Argument<string[]> _tags = new("T")
    {
        Description = "Its tags from now on; the first is its folder. None takes them away.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_feed, _tags];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var feed = await tools.Feeds.ResolveAsync(args.GetValue(_feed)!, cancellationToken);
        var tags = (await new EditFeeds(tools.Feeds).TagAsync(feed, args.GetValue(_tags) ?? [], cancellationToken)).Value;
        if (!tools.IsQuiet)
        {
            var sentence = tags.Count == 0 ? $"{feed.Title} has no tags." : $"{feed.Title}: {string.Join(", ", tags)}";
            args.InvocationConfiguration.Output.Write(sentence + "\n");
        }
        return ExitCodes.Success;
    }
}
