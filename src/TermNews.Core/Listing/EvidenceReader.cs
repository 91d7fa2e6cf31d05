using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Reads the facts that evidence is computed from besides the stories themselves.</summary>
internal sealed class EvidenceReader(IStoryRepository stories, MustReadRules rules, LearntInterests? learnt)
{
    /// <param name="withHabits">With the pace of the feeds and the reader's interests, which only Must-Read uses.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<EvidenceFacts> ReadAsync(bool withHabits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = new EvidenceFacts(FeedScale.Of(await stories.ListCountersAsync(cancellationToken).ConfigureAwait(false)));
        if (!withHabits)
            return facts;
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        return facts with
        {
            StoriesPerDay = pace,
            Rules = rules,
            Interests = learnt is null ? Interests.None : await learnt.ReadAsync(pace, now, cancellationToken).ConfigureAwait(false),
        };
    }
}
