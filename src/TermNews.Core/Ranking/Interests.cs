using TermNews.Core.Clusters;

namespace TermNews.Core.Ranking;

/// <summary>The interests of a reader at a point in time.</summary>
public sealed class Interests
{
    /// <summary>Terms of a headline that add to its strength; with more, long headlines would win by their length.</summary>
    private const int MostTerms = 3;

    /// <summary>Interests named in a reason, as many as pieces of evidence: more do not fit a row.</summary>
    private const int Told = 2;

    private readonly Dictionary<string, Interest> _terms;
    private readonly Dictionary<string, Interest> _categories;
    private readonly Dictionary<long, Interest> _feeds;

    internal Interests(IReadOnlyList<Interest> all, SeldomFeeds seldom)
    {
        All = [.. all.OrderByDescending(one => one.Strength)
            .ThenBy(one => one.Subject.Kind).ThenBy(one => one.Subject.Key, StringComparer.Ordinal)];
        Seldom = seldom;
        _terms = Of(InterestKind.Term).ToDictionary(one => one.Subject.Key);
        _categories = Of(InterestKind.Category).DistinctBy(one => one.Subject.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.Subject.Key, StringComparer.OrdinalIgnoreCase);
        _feeds = Of(InterestKind.Feed).ToDictionary(one => long.Parse(one.Subject.Key, CultureInfo.InvariantCulture));
    }

    /// <summary>No interests.</summary>
    public static Interests None { get; } = new([], SeldomFeeds.None);

    /// <summary>All interests, strongest first, dislikes last.</summary>
    public IReadOnlyList<Interest> All { get; }

    /// <summary>Feeds that are seldom opened.</summary>
    internal SeldomFeeds Seldom { get; }

    /// <summary>
    /// The evidence of interest in a story; null if there is none or dislike outweighs it. Dislike never takes points of other evidence.
    /// </summary>
    internal InterestEvidence? EvidenceOf(Candidate story, double weight = EvidenceKinds.InterestWeight)
    {
        if (All.Count == 0)
            return null;
        List<Interest> found = [.. TermsOf(story)];
        if (_feeds.TryGetValue(story.Feed.Id, out var feed))
            found.Add(feed);
        if (CategoryOf(story) is { } category)
            found.Add(category);
        var strength = found.Sum(one => one.Strength);
        if (strength < Weights.LeastInterest)
            return null;
        var told = found.Where(one => one.Strength > 0).OrderByDescending(one => one.Strength).Take(Told).Select(one => one.Words);
        return new InterestEvidence(strength, string.Join(", ", told), weight);
    }

    /// <summary>The strongest likes, at most <see cref="MostTerms"/>, and all dislikes.</summary>
    private IEnumerable<Interest> TermsOf(Candidate story)
    {
        List<Interest>? found = null;
        foreach (var term in _terms.Count == 0 ? [] : TitleTerms.Of(story.Title))
        {
            if (_terms.TryGetValue(term, out var interest) && found?.Contains(interest) is not true)
                (found ??= []).Add(interest);
        }
        return found is null || found.Count <= MostTerms
            ? found ?? []
            : found.Where(one => one.Strength < 0)
                .Concat(found.Where(one => one.Strength >= 0).OrderByDescending(one => one.Strength).Take(MostTerms));
    }

    /// <summary>The category with the strongest interest, like or dislike.</summary>
    private Interest? CategoryOf(Candidate story)
    {
        Interest? most = null;
        foreach (var name in _categories.Count == 0 ? [] : story.Categories)
        {
            if (_categories.TryGetValue(name, out var interest) && (most is null || Math.Abs(interest.Strength) > Math.Abs(most.Strength)))
                most = interest;
        }
        return most;
    }

    private IEnumerable<Interest> Of(InterestKind kind) => All.Where(one => one.Subject.Kind == kind);
}
