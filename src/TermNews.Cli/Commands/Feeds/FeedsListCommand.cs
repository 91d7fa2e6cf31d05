namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds</c> and <c>feeds list</c>: lists the subscriptions and their state.</summary>
internal class FeedsListCommand(FeedToolsFor toolsFor, string name = "list",
    string description = "List the subscriptions.\nExample: termnews feeds list --broken --format json") : NewsCommand(name, description)
{
    private readonly Option<bool> _broken = new("--broken") { Description = "Only feeds that fail, with what is wrong." };
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_broken, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var onlyBroken = args.GetValue(_broken);
        var all = await tools.Feeds.ListAsync(cancellationToken);
        var feeds = onlyBroken ? [.. all.Where(feed => feed.Error is not null)] : all;
        FeedTable.At(tools.Clock).Write(args.InvocationConfiguration.Output, feeds, args.GetValue(_format)!, tools.OutputWidth);
        if (feeds.Count == 0 && !tools.IsQuiet)
        {
            args.InvocationConfiguration.Error.Write(onlyBroken && all.Count > 0
                ? "No feed is failing.\n"
                : "There are no feeds yet. \"termnews feeds add URL\" subscribes to one.\n");
        }
        return ExitCodes.Success;
    }
}
