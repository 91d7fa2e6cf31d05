using TermNews.Core.Clusters;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>"You may also like": what is near a story, without what is nearly the same.</summary>
internal static class RelatedRanking
{
    private const int WordsTold = 3;

    /// <summary>Headlines that have this share of their terms in common are nearly the same.</summary>
    private const double NearlySame = 2 / 3.0;

    /// <summary>The nearest stories, at most two of a feed and one of a cluster, no headline twice; then those of its categories.</summary>
    /// <param name="story">The story.</param>
    /// <param name="near">Stories near it, nearest first.</param>
    /// <param name="ofCategory">Stories that share a category with it.</param>
    /// <param name="limit">At most this many.</param>
    public static IReadOnlyList<RankedStory> Rank(Story story, IEnumerable<RelatedStory> near, IEnumerable<Story> ofCategory, int limit)
    {
        List<HashSet<string>> headlines = [HeadlineOf(story)];
        List<RankedStory> found = [];
        var rows = near.Select(ByWords).Concat(ofCategory.Select(other => ByCategory(other, story)));
        foreach (var row in Diversity.Spread(rows, row => row.Story))
        {
            if (found.Count == limit)
                break;
            var headline = HeadlineOf(row.Story);
            if (headlines.Exists(known => AreNearlySame(known, headline)))
                continue;
            headlines.Add(headline);
            found.Add(row);
        }
        return [.. found.Select((row, place) => row with { Score = found.Count - place })];
    }

    private static RankedStory ByWords(RelatedStory near) => new(near.Story, 0, $"shares: {string.Join(", ", near.Words.Take(WordsTold))}");

    private static RankedStory ByCategory(Story other, Story story) =>
        new(other, 0, $"also in {story.Categories.Intersect(other.Categories).FirstOrDefault()}");

    private static HashSet<string> HeadlineOf(Story story) => [.. TitleTerms.Of(story.Title)];

    /// <summary>With another number it is another issue of a series.</summary>
    private static bool AreNearlySame(HashSet<string> one, HashSet<string> other)
    {
        List<string> different = [.. one.Except(other), .. other.Except(one)];
        var all = one.Union(other).Count();
        return all > 0 && all - different.Count >= NearlySame * all && !different.Exists(term => TitleTerms.IsNumber(term));
    }
}
