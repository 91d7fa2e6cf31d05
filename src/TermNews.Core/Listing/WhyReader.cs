using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Collects the evidence for one story in every ranked list.</summary>
internal sealed class WhyReader(
    IStoryRepository stories, TimeProvider clock, EvidenceReader evidence, ListRanker ranker, RankingCache rankings, RowDetails details)
{
    /// <inheritdoc cref="StoryLists.WhyAsync"/>
    public async Task<StoryWhy?> WhyAsync(long storyId, bool withRanks, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is not { } found)
            return null;
        var unnamed = new RankedStory(found, 0, "");
        var story = (await details.WithSourcesAsync([unnamed], cancellationToken).ConfigureAwait(false))[0].Story;
        var now = clock.GetUtcNow();
        var facts = await evidence.ReadAsync(withHabits: true, now, cancellationToken).ConfigureAwait(false);
        var ofTheDay = await StoryOfTheDayAsync(story, facts.Interests, now, cancellationToken).ConfigureAwait(false);
        facts = facts with { StoryOfTheDay = ofTheDay };
        List<ListWhy> lists = [];
        foreach (var list in ListCatalog.All.Where(static list => list.IsRanked))
        {
            var method = ranker.MethodOf(list);
            var place = withRanks ? await rankings.PlaceOfAsync(story, list, cancellationToken).ConfigureAwait(false) : null;
            lists.Add(new ListWhy(list.Title, PointsOf(method.EvidenceOf(story, facts)), method.DecayOf(story, now), place));
        }
        var muted = (await details.WithMutesAsync([unnamed], cancellationToken).ConfigureAwait(false))[0].Reason;
        return new StoryWhy(lists, Reasons.OfTime(story, now)) { Muted = muted.Length > 0 ? muted : null };
    }

    private static IReadOnlyList<EvidencePoints> PointsOf(IReadOnlyList<Evidence> pieces) =>
        [.. Reasons.StrongestFirst(pieces).Select(static piece => new EvidencePoints(piece.Words, piece.Points))];

    /// <summary>The story, if it is the story of the day. That depends on all candidates, which are read only if it can be.</summary>
    private async Task<Candidate?> StoryOfTheDayAsync(
        Story story, Interests interests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Exploration.StoryOfTheDay([story], interests, now) is null)
            return null;
        var query = new StoryQuery { List = StoryList.MustRead, Since = now - ranker.MethodOf(StoryList.MustRead).Window };
        var candidates = await ranker.CandidatesAsync(query, CandidateText.None, cancellationToken).ConfigureAwait(false);
        return Exploration.StoryOfTheDay(candidates, interests, now)?.Id == story.Id ? story : null;
    }
}
