using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Reads the stories that are related to one.</summary>
internal sealed class RelatedReader(IStoryRepository stories)
{
    /// <summary>
    /// Candidates for each row. At most two rows are of one feed and none repeats a headline, so most candidates fall out.
    /// </summary>
    private const int CandidatesOfARow = 4;

    /// <inheritdoc cref="StoryLists.RelatedAsync"/>
    public async Task<IReadOnlyList<RankedStory>> RelatedAsync(long storyId, int limit, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is not { } story)
            return [];
        var most = (int)Math.Min(CandidatesOfARow * (long)limit, int.MaxValue);
        var near = await stories.RelatedAsync(story, most, cancellationToken).ConfigureAwait(false);
        var found = RelatedRanking.Rank(story, near, [], limit);
        if (found.Count == limit)
            return found;
        var ofCategory = await stories.SameCategoryAsync(story, most, cancellationToken).ConfigureAwait(false);
        return RelatedRanking.Rank(story, near, ofCategory, limit);
    }
}
