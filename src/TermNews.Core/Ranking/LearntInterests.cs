using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>
/// Learns the reader's interests from the database whenever they are asked for: what is undone there was never learnt, and nothing but the
/// reader's own edits is kept.
/// </summary>
/// <param name="repository">What they are learnt from.</param>
public sealed class LearntInterests(IInterestRepository repository)
{
    /// <summary>What was done earlier counts next to nothing by now.</summary>
    private static readonly TimeSpan Window = 6 * Weights.InterestHalfLife;

    /// <summary>The interests now.</summary>
    /// <param name="storiesPerDay">How much each feed brings.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">The database cannot be read.</exception>
    public async Task<Interests> ReadAsync(IReadOnlyDictionary<long, double> storiesPerDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notes = await repository.ReadAsync(now - Window, cancellationToken).ConfigureAwait(false);
        if (notes.Deeds.Count == 0 && notes.Edits.Count == 0)
            return Interests.None;
        var tally = InterestTally.Of(notes, now);
        var counts = await repository.CountAsync(tally.Terms, cancellationToken).ConfigureAwait(false);
        return InterestLearning.Learn(notes, tally, counts, storiesPerDay, now);
    }
}
