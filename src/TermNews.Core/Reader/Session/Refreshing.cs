namespace TermNews.Core.Reader.Session;

/// <summary>Fetches feeds while the reader goes on, and shows progress and result.</summary>
internal sealed class Refreshing(ReaderSession session, RefreshFeeds feeds) : IRefreshDisplay
{
    /// <summary>Raised when a refresh has ended: what was prepared from the old stories is stale.</summary>
    public event Action? Refreshed;

    /// <summary>Feeds can be fetched.</summary>
    public bool IsOnline => feeds.HasNetwork;

    /// <summary>Fetches the feeds that are due; does nothing while a refresh is under way.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        feeds.RunAsync(new RefreshRequest(), isByHand: false, this, cancellationToken);

    /// <summary>Fetches what the reader asked for; while a refresh is under way, after it.</summary>
    public Task RefreshByHandAsync(RefreshRequest request, CancellationToken cancellationToken)
    {
        if (IsOnline)
            return feeds.RunAsync(request, isByHand: true, this, cancellationToken);
        session.Tell(RefreshFeeds.Offline);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Begin(bool isByHand)
    {
        if (isByHand)
            session.ShowProgress("Fetching…", session.State.Percent);
    }

    /// <inheritdoc/>
    public void Show(RefreshProgress progress) => session.ShowProgress(
        string.Create(CultureInfo.InvariantCulture, $"Fetching {progress.Done}/{progress.Total}, {progress.NewStories} new"),
        progress.Total > 0 ? 100 * progress.Done / progress.Total : null);

    /// <inheritdoc/>
    public void Clear() => session.ShowProgress(null, null);

    /// <inheritdoc/>
    public async Task FinishAsync(Outcome<RefreshSummary> outcome, bool isByHand, CancellationToken cancellationToken)
    {
        Refreshed?.Invoke();
        if (isByHand || outcome.IsWarning)
            session.Tell(outcome);
        await session.NoticeAsync(cancellationToken);
    }
}
