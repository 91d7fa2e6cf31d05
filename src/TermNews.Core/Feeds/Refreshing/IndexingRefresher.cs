using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Refreshes, and has the search index brought up to date afterwards, behind whoever asked: the stories are readable before.</summary>
/// <param name="refresher">Refreshes.</param>
/// <param name="index">The search index.</param>
/// <param name="clusters">What is left of the clusters comes first; null where nothing is left.</param>
public sealed class IndexingRefresher(IRefresher refresher, ISearchIndex index, IStoryClusters? clusters = null) : IRefresher, IAsyncDisposable
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

    /// <summary>Done when the indexing that is under way is.</summary>
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
            // What is not indexed waits for the next refresh, or for a search, which says what is wrong.
        }
    }

    /// <summary>Ends the indexing; what it has not come to waits.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _indexing.ConfigureAwait(false);
        _end.Dispose();
    }
}
