using TermNews.Core.Stories;

namespace TermNews.Core.Feeds;

/// <summary>Refreshes, and puts the stories that came into clusters before anybody sees them.</summary>
/// <param name="refresher">Refreshes.</param>
/// <param name="clusters">The clusters.</param>
public sealed class ClusteringRefresher(IRefresher refresher, IStoryClusters clusters) : IRefresher
{
    /// <inheritdoc/>
    public async Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = await refresher.RefreshAsync(request, progress, cancellationToken).ConfigureAwait(false);
        if (!summary.IsRunningElsewhere && !cancellationToken.IsCancellationRequested)
            await clusters.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        return summary;
    }
}
