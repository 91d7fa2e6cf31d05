using System.Globalization;
using TermNews.Core.Stories;

namespace TermNews.Core.Ranking;

/// <summary>One reason for a story to stand in a list.</summary>
/// <param name="Points">What it adds, above 0; see <see cref="Weights"/>.</param>
/// <param name="Words">The reason in words for the reader.</param>
internal abstract record Evidence(double Points, string Words)
{
    /// <summary>"1 comment", "2 comments".</summary>
    protected static string Counted(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}

/// <summary>Several feeds report the same news.</summary>
internal sealed record CoverageEvidence(int Sources, double Weight)
    : Evidence(Weight * Math.Log2(Sources), Counted(Sources, "source"))
{
    public static CoverageEvidence? Of(Story story, double weight) =>
        story.Cluster.Sources < 2 ? null : new CoverageEvidence(story.Cluster.Sources, weight);
}

/// <summary>A counter that the feed publishes, against the other stories of the same feed.</summary>
internal sealed record CounterEvidence(string Count, string Feed, double ShareBelow, double Weight)
    : Evidence(Weight * (Weights.AnyCounter + (1 - Weights.AnyCounter) * ShareBelow), Tell(Count, Feed, ShareBelow))
{
    private static string Tell(string count, string feed, double shareBelow)
    {
        var percent = (int)Math.Floor(shareBelow * 100);
        return percent < 10
            ? $"{count} on {feed}"
            : string.Create(CultureInfo.InvariantCulture, $"{count}, more than {percent} % of {feed}");
    }
}

/// <summary>The article was opened on this machine.</summary>
internal sealed record ViewsEvidence(int Views)
    : Evidence(Weights.Views * Math.Log2(1 + Views), $"opened {(Views == 1 ? "once" : Counted(Views, "time"))} here")
{
    public static ViewsEvidence? Of(Story story) => story.Status.Views < 1 ? null : new ViewsEvidence(story.Status.Views);
}

/// <summary>The reader commented on it.</summary>
internal sealed record OwnCommentsEvidence(int Comments)
    : Evidence(Weights.OwnComments * Math.Log2(1 + Comments), $"{Counted(Comments, "comment")} of yours")
{
    public static OwnCommentsEvidence? Of(Story story) => story.CommentCount < 1 ? null : new OwnCommentsEvidence(story.CommentCount);
}

/// <summary>The reader keeps it in Saved.</summary>
internal sealed record SavedEvidence() : Evidence(Weights.Saved, "you saved it")
{
    public static SavedEvidence? Of(Story story) => story.Status.IsSaved ? new SavedEvidence() : null;
}

/// <summary>The reader pinned it.</summary>
internal sealed record PinEvidence() : Evidence(Weights.Pin, "you pinned it")
{
    public static PinEvidence? Of(Story story) => story.Status.IsPinned ? new PinEvidence() : null;
}

/// <summary>One of the reader's rules asks for it.</summary>
internal sealed record RuleEvidence(string Rule) : Evidence(Weights.Rule, Rule);

/// <summary>A feed that seldom brings anything gets a fair voice.</summary>
internal sealed record RareFeedEvidence(double StoriesPerDay)
    : Evidence(Weights.RareFeed / (1 + 2 * StoriesPerDay), Tell(StoriesPerDay))
{
    private const double OftenEnough = 1;

    public static RareFeedEvidence? Of(Story story, IReadOnlyDictionary<long, double> storiesPerDay) =>
        storiesPerDay.TryGetValue(story.Feed.Id, out var perDay) && perDay is > 0 and < OftenEnough ? new RareFeedEvidence(perDay) : null;

    private static string Tell(double perDay)
    {
        var days = (int)Math.Round(1 / perDay);
        return days < 3
            ? string.Create(CultureInfo.InvariantCulture, $"quiet feed: about {Math.Max(1, Math.Round(perDay * 7))} posts a week")
            : string.Create(CultureInfo.InvariantCulture, $"rare feed: first post in {days} days");
    }
}
