namespace TermNews.Core.Ranking;

/// <summary>One reason for the place of a story in a list.</summary>
/// <param name="Points">Its share of the score before decay, above 0; see <see cref="EvidenceKinds"/> for the scale.</param>
/// <param name="Told">The reason in words for the reader; empty if <see cref="Words"/> makes them on demand.</param>
internal record Evidence(double Points, string Told = "")
{
    /// <summary>The reason in words for the reader. Of thousands of candidates few are shown, so most kinds make them on demand.</summary>
    public virtual string Words => Told;
}

/// <summary>
/// Coverage: several feeds report the same news. The points grow by the weight with each doubling of the sources (logarithmic utility).
/// In words "6 sources in 3 h: Reuters, BBC, …", if names and times are known.
/// </summary>
internal sealed record CoverageEvidence(int Sources, double Weight, ClusterCoverage? Coverage)
    : Evidence(Weight * Math.Log2(Sources))
{
    /// <summary>Names in a reason: three short ones fit beside the count in a row of 80 columns.</summary>
    private const int MostNamed = 3;

    public override string Words => Tell(Sources, Coverage);

    public static CoverageEvidence? Of(Candidate story, double weight) =>
        story.Cluster.Sources < 2 ? null : new CoverageEvidence(story.Cluster.Sources, weight, story.Cluster.Coverage);

    /// <summary>The short names of feeds, joined with commas.</summary>
    public static string Name(IEnumerable<string> feeds) => string.Join(", ", feeds.Select(FeedNames.Short));

    private static string Tell(int sources, ClusterCoverage? coverage)
    {
        var counted = Plural.Of(sources, "source");
        if (coverage is null)
            return counted;
        var span = coverage.Last > coverage.First ? Ages.Until(coverage.Last, coverage.First) : "at once";
        var names = coverage.Feeds.Count <= MostNamed ? Name(coverage.Feeds) : $"{Name(coverage.Feeds.Take(MostNamed - 1))}, …";
        return $"{counted} {span}: {names}";
    }
}

/// <summary>A counter that the feed publishes, on the percentile scale of its feed (<see cref="FeedScale"/>).</summary>
/// <param name="Count">The counter in words.</param>
/// <param name="Feed">The name of the feed; null for a further counter of the same story.</param>
/// <param name="Percentile">The share of the feed's stories with a lower value, 0 to 1.</param>
/// <param name="Weight">The points at percentile 1.</param>
internal sealed record CounterEvidence(string Count, string? Feed, double Percentile, double Weight)
    : Evidence(Weight * (Weights.AnyCounter + (1 - Weights.AnyCounter) * Percentile))
{
    /// <summary>The words of a rating, which is no count.</summary>
    public const string Rated = "rated";

    /// <summary>Below this percentile the comparison says nothing good, so only the count is told.</summary>
    private const int LeastTold = 10;

    public override string Words => Tell(Count, Feed, Percentile);

    private static string Tell(string count, string? feed, double percentile)
    {
        var percent = (int)Math.Floor(percentile * 100);
        if (percent < LeastTold)
            return feed is null ? $"also {count} there" : $"{count} on {feed}";
        var more = count == Rated ? " higher" : ", more";
        return string.Create(CultureInfo.InvariantCulture, $"{count}{more} than {percent} % of {feed ?? "its stories"}");
    }
}

/// <summary>The article was opened on this machine; points per doubling.</summary>
internal sealed record ViewsEvidence(int Views, double Weight)
    : Evidence(Weight * Math.Log2(1 + Views))
{
    public override string Words => $"opened {(Views == 1 ? "once" : Plural.Of(Views, "time"))} here";

    public static ViewsEvidence? Of(Candidate story, double weight) =>
        story.Status.Views < 1 ? null : new ViewsEvidence(story.Status.Views, weight);
}

/// <summary>The reader commented on the story; points per doubling.</summary>
internal sealed record OwnCommentsEvidence(int Comments, double Weight)
    : Evidence(Weight * Math.Log2(1 + Comments))
{
    public override string Words => $"{Plural.Of(Comments, "comment")} of yours";

    public static OwnCommentsEvidence? Of(Candidate story, double weight) =>
        story.CommentCount < 1 ? null : new OwnCommentsEvidence(story.CommentCount, weight);
}

/// <summary>
/// The story is of a feed with less than one story a day, and no other source reports it: if others did, the quietest of their feeds would
/// only choose the row of the cluster (commit 5042d9f).
/// </summary>
/// <param name="StoriesPerDay">The pace of the feed, above 0.</param>
/// <param name="Weight">The points of a feed that is nearly silent; a third of it at one story a day.</param>
internal sealed record RareFeedEvidence(double StoriesPerDay, double Weight)
    : Evidence(Weight / (1 + 2 * StoriesPerDay))
{
    /// <summary>From one story a day on, a feed is in Latest every day and needs no help.</summary>
    private const double OftenEnough = 1;

    /// <summary>The window of the pace, in days: one story in it is the first in so many days.</summary>
    private const int DaysCounted = 30;

    public override string Words => Tell(StoriesPerDay);

    public static RareFeedEvidence? Of(Candidate story, IReadOnlyDictionary<long, double> storiesPerDay, double weight) =>
        story is { IsOfUnknownAge: false, Cluster.Sources: 1 }
            && storiesPerDay.TryGetValue(story.Feed.Id, out var perDay) && perDay is > 0 and < OftenEnough
            ? new RareFeedEvidence(perDay, weight)
            : null;

    private static string Tell(double perDay)
    {
        var days = (int)Math.Round(1 / perDay);
        return days switch
        {
            < 3 => string.Create(CultureInfo.InvariantCulture, $"quiet feed: about {Math.Max(1, Math.Round(perDay * 7))} posts a week"),
            < DaysCounted => string.Create(CultureInfo.InvariantCulture, $"rare feed: about one post in {days} days"),
            _ => string.Create(CultureInfo.InvariantCulture, $"rare feed: its first post in {days} days"),
        };
    }
}

/// <summary>
/// The story is about the reader's interests. The points saturate: half the weight at <see cref="Weights.HalfOfInterest"/>, never the
/// whole.
/// </summary>
/// <param name="Strength">The sum of the strengths of its interests, above 0.</param>
/// <param name="Interests">The strongest interests in words.</param>
/// <param name="Weight">The limit of the points.</param>
internal sealed record InterestEvidence(double Strength, string Interests, double Weight)
    : Evidence(Weight * Strength / (Strength + Weights.HalfOfInterest), Interests);
