using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Refreshes, and puts the stories that came into clusters before anybody sees them; very many are left to whoever brings the index up to date.</summary>
/// <param name="refresher">Refreshes.</param>
/// <param name="clusters">The clusters.</param>
public sealed class ClusteringRefresher(IRefresher refresher, IStoryClusters clusters) : IRefresher
{
    /// <summary>As many take a fifth of a second.</summary>
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
