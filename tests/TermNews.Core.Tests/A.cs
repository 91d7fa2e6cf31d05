using TermNews.Core.Stories;

namespace TermNews.Core.Tests;

/// <summary>Builders that read as words: <c>A.Story(title: "…")</c>.</summary>
internal static class A
{
    /// <summary>The noon of all tests.</summary>
    public static DateTimeOffset Noon { get; } = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The token of the running test.</summary>
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Story Story(
        long id = 1, string? title = "A headline", long feedId = 1, string feed = "A feed", DateTimeOffset? at = null, string? lead = null,
        string[]? categories = null, StoryStatus? status = null, PublishedCounters? counters = null, int comments = 0,
        ClusterReference? cluster = null, string? link = null, string? author = null) => new()
        {
            Id = id,
            Feed = new FeedReference(feedId, feed, $"https://example.org/feed/{feedId}"),
            EntryGuid = $"guid-{id}",
            Title = title,
            Link = link ?? $"https://example.org/story/{id}",
            Author = author,
            PublishedAt = at ?? Noon,
            FirstSeenAt = at ?? Noon,
            SortAt = at ?? Noon,
            Lead = lead,
            Categories = categories ?? [],
            Status = status ?? StoryStatus.New,
            Counters = counters ?? PublishedCounters.None,
            CommentCount = comments,
            Cluster = cluster ?? new ClusterReference(id, 1),
        };

    public static IncomingStory Incoming(
        string guid = "guid-1", string? title = "A headline", DateTimeOffset? at = null, string? text = null, string[]? categories = null,
        string? author = null, PublishedCounters? counters = null, Enclosure[]? enclosures = null, string? lead = null) => new()
        {
            EntryGuid = guid,
            Title = title,
            Link = $"https://example.org/{guid}",
            Author = author,
            PublishedAt = at,
            Categories = categories ?? [],
            Enclosures = enclosures ?? [],
            Counters = counters ?? PublishedCounters.None,
            Lead = lead ?? text,
            Text = new StoryText(null, text is null ? null : $"<p>{text}</p>"),
        };

    public static FeedUpdate Update(long feedId, params IncomingStory[] stories) => new()
    {
        FeedId = feedId,
        FetchedAt = Noon,
        NextFetchAt = Noon.AddMinutes(30),
        Stories = stories,
    };
}
