namespace TermNews.Tui.Plain;

/// <summary>Fetches feeds: those that are due behind the conversation, others while the reader waits; never both at once.</summary>
internal sealed class PlainRefresh(PlainSession session) : IDisposable
{
    private CancellationTokenSource? _end;
    private Task<Outcome<RefreshSummary>>? _background;
    private ITimer? _timer;
    private volatile bool _isDue;

    /// <summary>Feeds can be fetched.</summary>
    public bool HasNetwork => session.Refreshes.HasNetwork;

    /// <summary>Feeds are due now, and then regularly.</summary>
    public void StartTimer()
    {
        _isDue = true;
        if (HasNetwork && session.Parts.RefreshEvery is var every && every > TimeSpan.Zero)
            _timer = session.Parts.Clock.CreateTimer(_ => _isDue = true, null, every, every);
    }

    /// <summary>Starts a refresh that is due, and counts the arrivals of one that has ended.</summary>
    public async Task TellBackgroundAsync(CancellationToken token)
    {
        if (_isDue && _background is null && session.Options.IsInteractive && HasNetwork)
            _background = Begin();
        _isDue = false;
        if (_background is not { IsCompleted: true })
            return;
        await session.TryAsync(_ => EndAsync(), token);
        await session.TryAsync(session.NoticeAsync, token);
    }

    /// <summary>Fetches feeds while the reader waits.</summary>
    /// <param name="feedIds">The feeds; null for all.</param>
    /// <param name="progress">Told after each visit, on any thread; null for nobody.</param>
    /// <param name="token">Cancels; fetched stories are kept.</param>
    public async Task<Outcome<RefreshSummary>> RunAsync(
        IReadOnlyList<long>? feedIds, IProgress<RefreshProgress>? progress, CancellationToken token)
    {
        await EndAsync();
        return await session.Refreshes.VisitAsync(new RefreshRequest { FeedIds = feedIds, Force = true }, progress, token);
    }

    /// <summary>Ends the background refresh; the stories it has fetched are kept.</summary>
    public async Task EndAsync()
    {
        if (_background is not { } background)
            return;
        _background = null;
        await _end!.CancelAsync();
        await background;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        _end?.Dispose();
    }

    private Task<Outcome<RefreshSummary>> Begin()
    {
        _end?.Dispose();
        var token = (_end = new CancellationTokenSource()).Token;
        return Task.Run(() => session.Refreshes.VisitAsync(new RefreshRequest(), null, token), CancellationToken.None);
    }
}
