namespace TermNews.Core.UseCases;

/// <summary>Fetches the feeds, one refresh at a time.</summary>
/// <param name="refresher">Fetches; null where the network must not be touched.</param>
/// <param name="clock">Paces the progress.</param>
public sealed class RefreshFeeds(IRefresher? refresher, TimeProvider clock)
{
    /// <summary>The sentence where the network must not be touched.</summary>
    public const string Offline = "Offline: nothing is fetched.";

    private readonly SynchronizationContext? _context = SynchronizationContext.Current;
    private bool _isRunning;
    private RefreshRequest? _askedMeanwhile;

    /// <summary>Feeds can be fetched.</summary>
    public bool HasNetwork => refresher is not null;

    /// <summary>Fetches feeds, beside whatever else is under way in this program.</summary>
    /// <param name="request">The feeds.</param>
    /// <param name="progress">Told after each visit, on any thread; null for nobody.</param>
    /// <param name="cancellationToken">Cancels; fetched stories are kept.</param>
    /// <exception cref="NewsException">The network must not be touched, or the database cannot be written.</exception>
    public async Task<Outcome<RefreshSummary>> VisitAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        if (refresher is null)
            throw new NewsException(NewsFault.Network, Offline);
        var summary = await refresher.RefreshAsync(request, progress, cancellationToken);
        return summary is { Feeds: > 0 } && summary.Failed == summary.Feeds
            ? new(WordsOfFailure(summary), summary) { IsWarning = true }
            : new(WordsOf(summary), summary);
    }

    /// <summary>
    /// Fetches feeds and shows the progress. While another refresh runs, nothing is fetched: the last request by hand follows it, and
    /// others are dropped.
    /// </summary>
    /// <param name="request">The feeds.</param>
    /// <param name="isByHand">The reader asked for it.</param>
    /// <param name="display">Shows it.</param>
    /// <param name="cancellationToken">Cancels; fetched stories are kept.</param>
    /// <exception cref="NewsException">The network must not be touched, or the database cannot be written.</exception>
    public async Task RunAsync(RefreshRequest request, bool isByHand, IRefreshDisplay display, CancellationToken cancellationToken)
    {
        if (_isRunning)
        {
            _askedMeanwhile = isByHand ? request : _askedMeanwhile;
            return;
        }
        _isRunning = true;
        try
        {
            await display.FinishAsync(await ShowAsync(request, isByHand, display, cancellationToken), isByHand, cancellationToken);
        }
        finally
        {
            _isRunning = false;
        }
        if (_askedMeanwhile is { } asked)
        {
            _askedMeanwhile = null;
            await RunAsync(asked, isByHand: true, display, cancellationToken);
        }
    }

    /// <summary>"12 new stories from 3 feeds; 1 failed, L tells why."; the reason where another program fetches the feeds.</summary>
    public static string WordsOf(RefreshSummary summary)
    {
        if (summary.IsRunningElsewhere)
            return "Another program is fetching the feeds right now.";
        var failed = summary.Failed == 0 ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {summary.Failed} failed, {{key:feeds}} tells why");
        return $"{Plural.Of(summary.NewStories, "new story", "new stories")} from {Plural.Of(summary.Feeds, "feed")}{failed}.";
    }

    private static string WordsOfFailure(RefreshSummary summary) => summary is { Failed: 1, Errors: [var error, ..] }
        ? error.Message
        : "No feed could be fetched. Is there a network? What is kept can be read.";

    private async Task<Outcome<RefreshSummary>> ShowAsync(
        RefreshRequest request, bool isByHand, IRefreshDisplay display, CancellationToken cancellationToken)
    {
        display.Begin(isByHand);
        try
        {
            using var progress = new PacedProgress<RefreshProgress>(clock, _context, display.Show);
            return await VisitAsync(request, progress, cancellationToken);
        }
        finally
        {
            display.Clear();
        }
    }
}
