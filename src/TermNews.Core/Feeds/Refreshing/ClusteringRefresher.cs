namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// Refreshes, then assigns the new stories to clusters before they are shown. A very large number is left to the process that updates the
/// search index.
/// </summary>
/// <param name="refresher">The refresher that it adds to.</param>
/// <param name="clusters">The clusters.</param>
public sealed class ClusteringRefresher(IRefresher refresher, IStoryClusters clusters) : IRefresher
{
    /// <summary>
    /// Stories that are clustered at once at most: 10,000 take about 0.2 s, which a reader does not notice after a refresh.
    /// </summary>
    private const int MostAtOnce = 10_000;

    /// <inheritdoc/>
    public async Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = await refresher.RefreshAsync(request, progress, cancellationToken).ConfigureAwait(false);
        if (!summary.IsRunningElsewhere && !cancellationToken.IsCancellationRequested
            && await clusters.CountWaitingAsync(cancellationToken).ConfigureAwait(false) <= MostAtOnce)
            await clusters.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return summary;
    }
}
