namespace TermNews.Core.Ranking;

/// <summary>The reader's rules for Must-Read (<c>[must_read]</c> in the configuration).</summary>
/// <param name="Words">Words or phrases of a headline or its lead, case ignored.</param>
/// <param name="Feeds">Addresses or titles of feeds.</param>
/// <param name="Categories">Categories, case ignored.</param>
public sealed record MustReadRules(IReadOnlyList<string> Words, IReadOnlyList<string> Feeds, IReadOnlyList<string> Categories)
{
    private readonly IReadOnlyList<(string Query, StorySearch Search)> _queries = [];

    /// <summary>Searches in the syntax of search, over headline, lead, author, categories and feed.</summary>
    public IReadOnlyList<string> Queries
    {
        get => [.. _queries.Select(one => one.Query)];
        init => _queries = [.. value.Select(query => (query, new StorySearch(query)))];
    }

    /// <summary>No rules.</summary>
    public static MustReadRules None { get; } = new([], [], []);

    /// <summary>Whether a rule needs the lead or the author of a story.</summary>
    internal bool LookAtText => Words.Count + _queries.Count > 0;

    /// <summary>The evidence of the first rule that a story meets; null if it meets none.</summary>
    internal Evidence? EvidenceOf(Candidate story, double weight = EvidenceKinds.RuleWeight) =>
        WordsFor(story) is { } words ? new Evidence(weight, words) : null;

    private string? WordsFor(Candidate story)
    {
        var word = Words.FirstOrDefault(word => WholeWords.Has(story.Title, word) || WholeWords.Has(story.Lead, word));
        if (word is not null)
            return $"you pinned '{word}'";
        if (Feeds.Any(feed => Same(feed, story.Feed.Title) || Same(ShownAddress.Of(feed), story.Feed.Url)))
            return $"you follow {story.Feed.Title}";
        var category = Categories.FirstOrDefault(category => story.Categories.Any(other => Same(category, other)));
        if (category is not null)
            return $"you follow {category}";
        var rule = _queries.FirstOrDefault(one => one.Search.Finds(story)).Query;
        return rule is null ? null : $"your rule '{rule}'";
    }

    private static bool Same(string rule, string text) => string.Equals(rule, text, StringComparison.OrdinalIgnoreCase);
}
