using System.Globalization;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Ranking;

/// <summary>One reason for a story to stand in a list.</summary>
/// <param name="Points">What it adds, 0 or more; see <see cref="Weights"/>. What adds nothing is not told.</param>
/// <param name="Told">The reason in words for the reader, where they are at hand; empty where they are made when they are asked for.</param>
internal abstract record Evidence(double Points, string Told = "")
{
    /// <summary>The reason in words for the reader: of thousands of candidates few are told.</summary>
    public virtual string Words => Told;
}

/// <summary>Several feeds report the same news: "6 sources in 3 h: Reuters, BBC, …", where it is known who and when.</summary>
internal sealed record CoverageEvidence(int Sources, double Weight, ClusterCoverage? Coverage)
    : Evidence(Weight * Math.Log2(Sources))
{
    private const int MostNamed = 3;

    public override string Words => Tell(Sources, Coverage);

    public static CoverageEvidence? Of(Candidate story, double weight) =>
        story.Cluster.Sources < 2 ? null : new CoverageEvidence(story.Cluster.Sources, weight, story.Cluster.Coverage);

    /// <summary>The names of feeds as a reason has them.</summary>
    public static string Name(IEnumerable<string> feeds) => string.Join(", ", feeds.Select(FeedNames.Short));

    private static string Tell(int sources, ClusterCoverage? coverage)
    {
        var counted = Plural.Of(sources, "source");
        if (coverage is null)
            return counted;
        var span = coverage.Last > coverage.First ? Ages.Until(coverage.Last, coverage.First) : "at once";
        return $"{counted} {span}: {(coverage.Feeds.Count <= MostNamed ? Name(coverage.Feeds) : $"{Name(coverage.Feeds.Take(MostNamed - 1))}, …")}";
    }
}

/// <summary>A counter that the feed publishes, against the other stories of the same feed, which is named for the first counter only.</summary>
internal sealed record CounterEvidence(string Count, string? Feed, double ShareBelow, double Weight)
    : Evidence(Weight * (Weights.AnyCounter + (1 - Weights.AnyCounter) * ShareBelow))
{
    /// <summary>Stands for a count where the counter is a rating.</summary>
    public const string Rated = "rated";

    public override string Words => Tell(Count, Feed, ShareBelow);

    private static string Tell(string count, string? feed, double shareBelow)
    {
        var percent = (int)Math.Floor(shareBelow * 100);
        if (percent < 10)
            return feed is null ? $"also {count} there" : $"{count} on {feed}";
        var more = count == Rated ? " higher" : ", more";
        return string.Create(CultureInfo.InvariantCulture, $"{count}{more} than {percent} % of {feed ?? "its stories"}");
    }
}

/// <summary>The article was opened on this machine.</summary>
internal sealed record ViewsEvidence(int Views, double Weight)
    : Evidence(Weight * Math.Log2(1 + Views))
{
    public override string Words => $"opened {(Views == 1 ? "once" : Plural.Of(Views, "time"))} here";

    public static ViewsEvidence? Of(Candidate story, double weight) =>
        story.Status.Views < 1 ? null : new ViewsEvidence(story.Status.Views, weight);
}

/// <summary>The reader commented on it.</summary>
internal sealed record OwnCommentsEvidence(int Comments, double Weight)
    : Evidence(Weight * Math.Log2(1 + Comments))
{
    public override string Words => $"{Plural.Of(Comments, "comment")} of yours";

    public static OwnCommentsEvidence? Of(Candidate story, double weight) =>
        story.CommentCount < 1 ? null : new OwnCommentsEvidence(story.CommentCount, weight);
}

/// <summary>The reader keeps it in Saved.</summary>
internal sealed record SavedEvidence(double Weight) : Evidence(Weight, "you saved it")
{
    public static SavedEvidence? Of(Candidate story, double weight) => story.Status.IsSaved ? new SavedEvidence(weight) : null;
}

/// <summary>The reader pinned it.</summary>
internal sealed record PinEvidence() : Evidence(Weights.Pin, "you pinned it")
{
    public static PinEvidence? Of(Candidate story) => story.Status.IsPinned ? new PinEvidence() : null;
}

/// <summary>One of the reader's rules asks for it.</summary>
internal sealed record RuleEvidence(string Rule, double Weight) : Evidence(Weight, Rule);

/// <summary>A feed that seldom brings anything gets a fair voice, where others do not say the same.</summary>
internal sealed record RareFeedEvidence(double StoriesPerDay, double Weight)
    : Evidence(Weight / (1 + 2 * StoriesPerDay))
{
    private const double OftenEnough = 1;
    private const int DaysCounted = 30;

    public override string Words => Tell(StoriesPerDay);

    public static RareFeedEvidence? Of(Candidate story, IReadOnlyDictionary<long, double> storiesPerDay, double weight) =>
        story is { IsOfUnknownAge: false, Cluster.Sources: 1 } && storiesPerDay.TryGetValue(story.Feed.Id, out var perDay) && perDay is > 0 and < OftenEnough
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
