using TermNews.Core.Feeds.Subscribing;

namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds check</c>: fetches feeds and reports what works and what does not.</summary>
internal sealed class FeedsCheckCommand(FeedToolsFor toolsFor)
    : NewsCommand("check", "Visit feeds without keeping anything, and tell what works and what does not.\nExample: termnews feeds check")
{
    private readonly Argument<string[]> _feeds = new("FEED")
    {
        Description = "Only these feeds: ids, addresses, or unique parts of titles.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly NetworkOptions _network = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_feeds, .. _network.Options];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        if (tools.IsOffline)
            throw FeedTools.NeedsNetwork("No feed was checked");
        var feeds = await tools.ResolveAsync(args.GetValue(_feeds) ?? [], cancellationToken);
        var network = tools.Settings.Network;
        var (jobs, timeout) = (_network.Jobs(args, network), _network.Timeout(args, network));
        var checks = await tools.Checker.CheckAsync(feeds, jobs, timeout, cancellationToken);
        foreach (var check in checks)
            (check.Error is null ? args.InvocationConfiguration.Output : args.InvocationConfiguration.Error).Write(Line(check) + "\n");
        var failed = checks.Count(check => check.Error is not null);
        return failed == 0 ? ExitCodes.Success : failed < checks.Count ? ExitCodes.Partial : ExitCodes.Network;
    }

    private static string Line(FeedCheck check)
    {
        if (check.Error is { } error)
            return $"{check.Feed.Title}: {error.Message}";
        var entries = Plural.Of(check.Entries, "entry", "entries");
        return $"{check.Feed.Title}: {entries}" + (check.MovedTo is { } moved ? $"; it moved to {ShownAddress.Of(moved)}" : "");
    }
}
