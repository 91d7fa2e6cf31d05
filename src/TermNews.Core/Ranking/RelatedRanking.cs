using TermNews.Core.Clusters;

namespace TermNews.Core.Ranking;

/// <summary>"You may also like": stories with similar text, without near-duplicates.</summary>
internal static class RelatedRanking
{
    /// <summary>Shared words in a reason: three fit a row of 80 columns.</summary>
    private const int WordsTold = 3;

    /// <summary>
    /// Jaccard similarity of the terms of two headlines from which they are near-duplicates: one of three terms may differ.
    /// </summary>
    private const double NearlySame = 2 / 3.0;

    /// <summary>The nearest stories, then those of its categories; at most two per feed and one per cluster, no near-duplicate.</summary>
    /// <param name="story">The story.</param>
    /// <param name="near">Stories with similar text, nearest first.</param>
    /// <param name="ofCategory">Stories that share a category with it.</param>
    /// <param name="limit">Rows at most.</param>
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

    /// <summary>A different number makes it another issue of a series, not a duplicate.</summary>
    private static bool AreNearlySame(HashSet<string> one, HashSet<string> other)
    {
        List<string> different = [.. one.Except(other), .. other.Except(one)];
        var all = one.Union(other).Count();
        return all > 0 && all - different.Count >= NearlySame * all && !different.Exists(term => TitleTerms.IsNumber(term));
    }
}
