using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Ranks a list: reads its candidates and the facts about them, and hands both to its <see cref="RankingMethod"/>.</summary>
internal sealed class ListRanker(IStoryRepository stories, EvidenceReader evidence, MustReadRules rules, RankingSettings settings)
{
    /// <summary>
    /// Candidates, shared out among the feeds, 4 to 100 each: 20 feeds or fewer give a hundred each, 500 or more give four.
    /// </summary>
    private const int Candidates = 2000;

    /// <summary>Rows of a ranking that are enough; with fewer, older stories than those of the window are candidates too.</summary>
    private const int EnoughRows = 10;

    /// <summary>The method of a ranked list.</summary>
    public RankingMethod MethodOf(StoryList list) => RankingMethod.Of(list.Ranking, settings, rules);

    /// <summary>The candidates of a list that is ranked.</summary>
    public Task<IReadOnlyList<Candidate>> CandidatesAsync(StoryQuery query, CandidateText text, CancellationToken cancellationToken) =>
        stories.CandidatesAsync(query, Candidates, text, cancellationToken);

    /// <summary>
    /// The ranking, best first. Without a bound in time the window of the list (14 days by default) is tried first; all stories are
    /// candidates if it has too few rows, because the feeds were silent or nothing was fetched for long.
    /// </summary>
    public async Task<IReadOnlyList<RankedCandidate>> RankAsync(StoryQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var method = MethodOf(query.List);
        var since = query.Since ?? now - method.Window;
        var ranked = await RankAsync(query with { Since = since }, method, now, cancellationToken).ConfigureAwait(false);
        return query.Since is not null || await HasEnoughAsync(ranked, now, cancellationToken).ConfigureAwait(false)
            ? ranked
            : await RankAsync(query, method, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<RankedCandidate>> RankAsync(
        StoryQuery query, RankingMethod method, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var candidates = await CandidatesAsync(query, method.Text, cancellationToken).ConfigureAwait(false);
        return method.Rank(candidates, await evidence.ReadAsync(method.UsesHabits, now, cancellationToken).ConfigureAwait(false), now);
    }

    /// <summary>The rows of floods are not counted: a flood must not change the rows of other feeds.</summary>
    private async Task<bool> HasEnoughAsync(IReadOnlyList<RankedCandidate> ranked, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ranked.Count is < EnoughRows or >= EnoughRows + Diversity.MostOfAFeed)
            return ranked.Count >= EnoughRows;
        var pace = await stories.StoriesPerDayAsync(now, cancellationToken).ConfigureAwait(false);
        return ranked.Count(row => pace.GetValueOrDefault(row.Story.Feed.Id) <= Weights.FloodPerDay) >= EnoughRows;
    }
}
