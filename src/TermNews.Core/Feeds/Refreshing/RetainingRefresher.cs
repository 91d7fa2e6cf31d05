using TermNews.Core.Retention;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Refreshes, then drops the stories that are kept no longer.</summary>
/// <param name="refresher">The refresher that it adds to.</param>
/// <param name="retention">What drops them.</param>
/// <param name="ruleOf">The rule for the address of a feed.</param>
public sealed class RetainingRefresher(IRefresher refresher, IStoryRetention retention, Func<string, RetentionRule> ruleOf) : IRefresher
{
    /// <inheritdoc/>
    public async Task<RefreshSummary> RefreshAsync(
        RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = await refresher.RefreshAsync(request, progress, cancellationToken).ConfigureAwait(false);
        if (summary.IsRunningElsewhere || cancellationToken.IsCancellationRequested)
            return summary;
        try
        {
            await retention.ApplyAsync(ruleOf, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The next refresh goes on with it.
        }
        return summary;
    }
}
