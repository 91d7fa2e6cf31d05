using TermNews.Core.Clusters;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>What a reader cares for, at a point in time.</summary>
public sealed class Interests
{
    private const int MostTerms = 3;

    private readonly Dictionary<string, Interest> _terms;
    private readonly Dictionary<string, Interest> _categories;
    private readonly Dictionary<long, Interest> _feeds;

    internal Interests(IReadOnlyList<Interest> all, SeldomFeeds seldom)
    {
        All = [.. all.OrderByDescending(one => one.Strength).ThenBy(one => one.Subject.Kind).ThenBy(one => one.Subject.Key, StringComparer.Ordinal)];
        Seldom = seldom;
        _terms = Of(InterestKind.Term).ToDictionary(one => one.Subject.Key);
        _categories = Of(InterestKind.Category).ToDictionary(one => one.Subject.Key, StringComparer.OrdinalIgnoreCase);
        _feeds = Of(InterestKind.Feed).ToDictionary(one => long.Parse(one.Subject.Key, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Nothing is known of the reader.</summary>
    public static Interests None { get; } = new([], SeldomFeeds.None);

    /// <summary>All interests, from what the reader cares for most to what is disliked most.</summary>
    public IReadOnlyList<Interest> All { get; }

    /// <summary>Feeds that are seldom opened.</summary>
    internal SeldomFeeds Seldom { get; }

    /// <summary>What interest adds to a story; null where there is none, or dislike outweighs it: it never takes anything from a story.</summary>
    internal InterestEvidence? EvidenceOf(Story story)
    {
        if (All.Count == 0)
            return null;
        List<Interest> found = [.. InterestsIn(story).OrderByDescending(one => one.Strength)];
        var strength = found.Sum(one => one.Strength);
        return strength < Weights.LeastInterest ? null : new InterestEvidence(strength, [.. found.Where(one => one.Strength > 0).Select(one => one.Words)]);
    }

    private IEnumerable<Interest> InterestsIn(Story story)
    {
        if (_feeds.TryGetValue(story.Feed.Id, out var feed))
            yield return feed;
        if (Strongest(story.Categories.Select(name => _categories.GetValueOrDefault(name))) is { } category)
            yield return category;
        if (_terms.Count == 0)
            yield break;
        var terms = TitleTerms.Of(story.Title).Distinct().Select(term => _terms.GetValueOrDefault(term)).OfType<Interest>().ToList();
        foreach (var term in terms.Where(one => one.Strength > 0).OrderByDescending(one => one.Strength).ThenBy(one => one.Name, StringComparer.Ordinal).Take(MostTerms)
                     .Concat(terms.Where(one => one.Strength < 0)))
            yield return term;
    }

    /// <summary>What is disliked among a story's categories weighs against it, whatever the others are.</summary>
    private static Interest? Strongest(IEnumerable<Interest?> categories) =>
        categories.OfType<Interest>().OrderByDescending(one => Math.Abs(one.Strength)).ThenBy(one => one.Subject.Key, StringComparer.Ordinal).FirstOrDefault();

    private IEnumerable<Interest> Of(InterestKind kind) => All.Where(one => one.Subject.Kind == kind);
}
