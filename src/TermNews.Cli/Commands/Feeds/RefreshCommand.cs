namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews refresh</c>: fetches the feeds that are due.</summary>
internal sealed class RefreshCommand(FeedToolsFor toolsFor, TimeProvider clock)
    : NewsCommand("refresh", $"Fetch the feeds that are due.\n{Example}")
{
    private const string Example = "Example: termnews refresh --tag tech --jobs 8";

    /// <summary>Stories: a trade-off; more come with a first refresh of many feeds only, and would keep the prompt waiting.</summary>
    private const int MostIndexedHere = 2000;

    private readonly Argument<string[]> _feeds = new("FEED")
    {
        Description = "Only these feeds: ids, addresses, or unique parts of titles.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _tag = new("--tag") { Description = "Only feeds with this tag.", HelpName = "T" };
    private readonly Option<bool> _force = new("--force")
    {
        Description = "Also feeds that are not due, failing or paused; unchanged ones still cost little.",
    };

    private readonly Option<string> _format = FormatOption.TextOrJson();

    private readonly NetworkOptions _network = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_feeds, _tag, .. _network.Options, _force, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        if (tools.IsOffline)
            throw FeedTools.NeedsNetwork("No feed was fetched");
        var request = await RequestAsync(args, tools, cancellationToken);
        var output = args.InvocationConfiguration.Output;
        var error = args.InvocationConfiguration.Error;
        var progress = new RefreshMeter(error, tools.IsQuiet ? null : tools.ErrorWidth, clock);
        var summary = (await new RefreshFeeds(tools.Refresher, clock).VisitAsync(request, progress, cancellationToken)).Value;
        progress.Clear();
        if (summary.IsRunningElsewhere)
            error.Write("Another refresh of this database is running; nothing was done.\n");
        else if (summary is { Feeds: 0, WasInterrupted: false } && (await tools.Feeds.ListAsync(cancellationToken)).Count == 0)
            error.Write("There is no feed yet. Subscribe with: termnews feeds add URL\n");
        if (args.GetValue(_format) == "json")
            RefreshReport.WriteJson(output, summary);
        else if (!tools.IsQuiet && !summary.IsRunningElsewhere)
            output.Write(RefreshReport.Sentence(summary) + "\n");
        if (summary.Updated > 0 && !cancellationToken.IsCancellationRequested)
            await IndexAsync(tools, cancellationToken);
        return RefreshReport.ExitStatus(summary);
    }

    /// <summary>Updates clusters and index; after a first refresh of many feeds in another process, so that the command returns.</summary>
    private static async Task IndexAsync(FeedTools tools, CancellationToken cancellationToken)
    {
        try
        {
            if (await tools.Index.CountWaitingAsync(cancellationToken) > MostIndexedHere && tools.IndexElsewhere())
                return;
            await tools.Clusters.CatchUpAsync(cancellationToken);
            await tools.Index.CatchUpAsync(IndexPace.AtOnce, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The next refresh or search indexes the rest.
        }
    }

    private async Task<RefreshRequest> RequestAsync(ParseResult args, FeedTools tools, CancellationToken cancellationToken)
    {
        var names = args.GetValue(_feeds) ?? [];
        return new RefreshRequest
        {
            FeedIds = names.Length == 0 ? null : [.. (await tools.ResolveAsync(names, cancellationToken)).Select(feed => feed.Id)],
            Tag = args.GetValue(_tag),
            Force = args.GetValue(_force),
            Jobs = _network.Jobs(args, tools.Settings.Network),
            Timeout = _network.Timeout(args, tools.Settings.Network),
        };
    }
}
