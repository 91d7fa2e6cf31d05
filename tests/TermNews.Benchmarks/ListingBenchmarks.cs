using BenchmarkDotNet.Attributes;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Benchmarks;

/// <summary>What the front page asks of a database with 20,000 stories.</summary>
[MemoryDiagnoser]
public class ListingBenchmarks : IDisposable
{
    private const int FeedCount = 50;
    private const int StoriesPerFeed = 400;
    private static readonly DateTimeOffset Noon = new(2024, 11, 18, 12, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-benchmark-").FullName;
    private NewsDatabase? _database;
    private StoryRepository? _stories;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _database = await NewsDatabase.OpenFileAsync(Path.Combine(_folder, "termnews.db"), TimeProvider.System, CancellationToken.None);
        _stories = new StoryRepository(_database);
        var feeds = new FeedRepository(_database);
        var subscriptions = Enumerable.Range(1, FeedCount)
            .Select(n => new NewSubscription($"https://example.org/{n}.xml", $"Feed {n}", []));
        foreach (var feed in await feeds.AddAsync([.. subscriptions], CancellationToken.None))
            await feeds.StoreAsync([UpdateOf(feed.Id)], CancellationToken.None);
    }

    [Benchmark]
    public Task<StoryPage> FirstPageOfLatest() =>
        _stories!.PageAsync(new StoryQuery { List = StoryList.Latest }, null, 100, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<Candidate>> CandidatesOfPopular() =>
        _stories!.CandidatesAsync(
            new StoryQuery { List = StoryList.Popular, Since = Noon.AddDays(-7) }, 500, CandidateText.Headline, CancellationToken.None);

    [Benchmark]
    public Task<int> UnreadCount() => _stories!.CountAsync(new StoryQuery { List = StoryList.Unread }, CancellationToken.None);

    [GlobalCleanup]
    public void Dispose()
    {
        _database?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private static FeedUpdate UpdateOf(long feedId) => new()
    {
        FeedId = feedId,
        FetchedAt = Noon,
        NextFetchAt = Noon.AddHours(1),
        Stories = [.. Enumerable.Range(1, StoriesPerFeed).Select(n => StoryOf(feedId, n))],
    };

    private static IncomingStory StoryOf(long feedId, int number) => new()
    {
        EntryGuid = $"{feedId}/{number}",
        Title = $"Story {number} of feed {feedId}",
        Link = $"https://example.org/{feedId}/{number}",
        PublishedAt = Noon.AddMinutes(-number * 7 - feedId),
        Counters = PublishedCounters.None with { Comments = number % 40 },
        Text = new StoryText(null, $"<p>The text of story {number}.</p>"),
    };
}
