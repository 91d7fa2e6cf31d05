using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>
/// Learns the reader's interests from the deeds in the database. Only the reader's own edits are stored, so undoing a deed unlearns it.
/// The result is cached until the reader does something (<see cref="Freshness"/>).
/// </summary>
/// <param name="repository">The deeds and edits.</param>
public sealed class LearntInterests(IInterestRepository repository)
{
    /// <summary>Older deeds are not read: after six half-lives a deed counts 1/64.</summary>
    private static readonly TimeSpan Window = 6 * Weights.InterestHalfLife;

    private Learnt? _last;

    /// <summary>The interests now.</summary>
    /// <param name="storiesPerDay">Stories per day by feed id, over 30 days.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="NewsException">The database cannot be read.</exception>
    public async Task<Interests> ReadAsync(
        IReadOnlyDictionary<long, double> storiesPerDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stamp = await repository.StampAsync(cancellationToken).ConfigureAwait(false);
        if (_last is { } last && last.Stamp == stamp && Freshness.Lasts(last.At, now))
            return last.Interests;
        var interests = stamp == default ? Interests.None : await LearnAsync(storiesPerDay, now, cancellationToken).ConfigureAwait(false);
        _last = new Learnt(interests, stamp, now);
        return interests;
    }

    private async Task<Interests> LearnAsync(
        IReadOnlyDictionary<long, double> storiesPerDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var notes = await repository.ReadAsync(now - Window, cancellationToken).ConfigureAwait(false);
        var tally = InterestTally.Of(notes, now);
        var counts = await repository.CountAsync(tally.Terms, cancellationToken).ConfigureAwait(false);
        return InterestLearning.Learn(notes, tally, counts, storiesPerDay, now);
    }

    private sealed record Learnt(Interests Interests, InterestStamp Stamp, DateTimeOffset At);
}
