namespace TermNews.Core.Ranking;

/// <summary>
/// The percentile scale of each counter of each feed: values are compared within their feed, so that feeds with large numbers do not win by
/// size. The scale is the empirical distribution of the feed's newest stories, smoothed by <see cref="Weights.UnseenStories"/>.
/// </summary>
internal sealed class FeedScale
{
    private enum Counter { Comments, Points, Views, Rating }

    private readonly Dictionary<(long Feed, Counter Counter), double[]> _values;

    private FeedScale(Dictionary<(long, Counter), double[]> values) => _values = values;

    /// <summary>The scales of all feeds.</summary>
    /// <param name="counted">A sample of the stories of each feed.</param>
    public static FeedScale Of(IEnumerable<FeedCounters> counted) => new(counted
        .SelectMany(story => CountersOf(story.Counters).Select(found => (Key: (story.FeedId, found.Counter), found.Value)))
        .GroupBy(pair => pair.Key)
        .ToDictionary(group => group.Key, group => group.Select(pair => pair.Value).Order().ToArray()));

    /// <summary>The scales of all feeds with the candidates themselves as the sample.</summary>
    public static FeedScale Of(IEnumerable<Candidate> stories) =>
        Of(stories.Select(story => new FeedCounters(story.Feed.Id, story.Counters)));

    /// <summary>The evidence of all counters of a story, highest percentile first; only the first has the full weight.</summary>
    public IEnumerable<CounterEvidence> EvidenceOf(Candidate story, double weight) => story.Counters == PublishedCounters.None ? []
        : CountersOf(story.Counters)
        .Select(found => (Percentile: PercentileOf(story.Feed.Id, found.Counter, found.Value), Words: WordsOf(found.Counter, found.Value)))
        .OrderByDescending(found => found.Percentile)
        .Select((found, place) =>
            place == 0
                ? new CounterEvidence(found.Words, FeedNames.Short(story.Feed.Title), found.Percentile, weight)
                : new CounterEvidence(found.Words, Feed: null, found.Percentile, weight * Weights.FurtherCounter));

    /// <summary>The share of the feed's stories with a lower value, 0 to 1; 0 without a sample.</summary>
    private double PercentileOf(long feed, Counter counter, double value)
    {
        if (!_values.TryGetValue((feed, counter), out var sorted))
            return 0;
        var below = sorted.AsSpan().BinarySearch(value, FirstNotLess.Comparer);
        return (double)~below / (sorted.Length + Weights.UnseenStories);
    }

    private static IEnumerable<(Counter Counter, double Value)> CountersOf(PublishedCounters counters)
    {
        if (counters.Points is > 0 and var points)
            yield return (Counter.Points, points);
        if (counters.Comments is > 0 and var comments)
            yield return (Counter.Comments, comments);
        if (counters.Views is > 0 and var views)
            yield return (Counter.Views, views);
        if (counters.Rating is > 0 and var rating)
            yield return (Counter.Rating, rating);
    }

    private static string WordsOf(Counter counter, double value) => counter switch
    {
        Counter.Points => Plural.Grouped((long)value, "point"),
        Counter.Comments => Plural.Grouped((long)value, "comment"),
        Counter.Views => Plural.Grouped((long)value, "view"),
        Counter.Rating => CounterEvidence.Rated,
    };

    /// <summary>A comparison that is never 0, so that the binary search ends at the first element that is not less (lower bound).</summary>
    private sealed class FirstNotLess : IComparer<double>
    {
        public static FirstNotLess Comparer { get; } = new();

        public int Compare(double x, double y) => x <= y ? -1 : 1;
    }
}
