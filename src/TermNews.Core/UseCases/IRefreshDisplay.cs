namespace TermNews.Core.UseCases;

/// <summary>Shows the progress of refreshes.</summary>
public interface IRefreshDisplay
{
    /// <summary>A refresh begins.</summary>
    /// <param name="isByHand">The reader asked for it.</param>
    void Begin(bool isByHand);

    /// <summary>A feed was visited; called at most three times a second.</summary>
    void Show(RefreshProgress progress);

    /// <summary>The refresh has ended, also by a failure: no progress comes any more.</summary>
    void Clear();

    /// <summary>Shows the result of a refresh.</summary>
    Task FinishAsync(Outcome<RefreshSummary> outcome, bool isByHand, CancellationToken cancellationToken);
}
