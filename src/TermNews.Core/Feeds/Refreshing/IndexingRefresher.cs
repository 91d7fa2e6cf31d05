namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Refreshes, then updates the search index in the background; the stories are readable before that.</summary>
/// <param name="refresher">The refresher that it adds to.</param>
/// <param name="index">The search index.</param>
/// <param name="clusters">The clusters, which are completed before the index; null to leave them alone.</param>
public sealed class IndexingRefresher(IRefresher refresher, ISearchIndex index, IStoryClusters? clusters = null) : IRefresher,
    IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private Task _indexing = Task.CompletedTask;

    /// <inheritdoc/>
    public async Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = await refresher.RefreshAsync(request, progress, cancellationToken).ConfigureAwait(false);
        if (_indexing.IsCompleted)
            _indexing = Task.Run(CatchUpAsync, CancellationToken.None);
        return summary;
    }

    /// <summary>Completes with the running indexing.</summary>
    internal Task Indexing => _indexing;

    private async Task CatchUpAsync()
    {
        try
        {
            if (clusters is not null)
                await clusters.CatchUpAsync(_end.Token).ConfigureAwait(false);
            await index.CatchUpAsync(IndexPace.Behind, _end.Token).ConfigureAwait(false);
        }
        catch (Exception ex) when (ex is NewsException or OperationCanceledException or ObjectDisposedException)
        {
            // The next refresh or search indexes the rest, and a search reports what is wrong.
        }
    }

    /// <summary>Cancels the indexing; the next one continues it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _indexing.ConfigureAwait(false);
        _end.Dispose();
    }
}
