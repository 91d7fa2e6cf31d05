using BenchmarkDotNet.Attributes;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Stories;

namespace TermNews.Benchmarks;

/// <summary>
/// The front page of 100,000 stories from 500 feeds, a third of which report what other feeds report too: the three lists, the counts, what
/// is related.
/// </summary>
[MemoryDiagnoser]
public class FrontPageBenchmarks : IDisposable
{
    private const int FeedCount = 500, StoriesPerFeed = 200, MinutesApart = 600, NewsOfADay = 60;

    private static readonly string[] Parts =
        ["ba", "ko", "ri", "ten", "mo", "shan", "lu", "ve", "di", "fa", "gor", "ni", "pel", "sta", "wick", "zo"];

    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-benchmark-").FullName;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private NewsDatabase? _database;
    private StoryRepository? _stories;
    private StoryLists? _lists;
    private long _newest;

    [GlobalSetup]
    public async Task FillAsync()
    {
        _database = await NewsDatabase.OpenFileAsync(Path.Combine(_folder, "termnews.db"), TimeProvider.System, CancellationToken.None);
        _stories = new StoryRepository(_database);
        _lists = new StoryLists(_stories, TimeProvider.System, MustReadRules.None);
        var feeds = new FeedRepository(_database);
        var subscriptions = Enumerable.Range(1, FeedCount)
            .Select(n => new NewSubscription($"https://example.org/{n}.xml", $"Feed {n}", []));
        foreach (var feed in await feeds.AddAsync([.. subscriptions], CancellationToken.None))
            await feeds.StoreAsync([UpdateOf(feed.Id)], CancellationToken.None);
        await new StoryClusters(_database).CatchUpAsync(CancellationToken.None);
        await new SearchIndex(_database).CatchUpAsync(IndexPace.AtOnce, CancellationToken.None);
        _newest = (await _stories.PageAsync(new StoryQuery(), null, 1, CancellationToken.None)).Stories[0].Id;
    }

    [Benchmark(Baseline = true)]
    public async Task WholeFrontPage()
    {
        await FirstPageOfLatest();
        await FirstPageOfPopular();
        await FirstPageOfMustRead();
        await Counts();
    }

    /// <summary>The same after something was written, so that everything is ranked anew.</summary>
    [Benchmark]
    public async Task WholeFrontPageAfterAChange()
    {
        await _stories!.RecordViewAsync(_newest, CancellationToken.None);
        await WholeFrontPage();
    }

    [Benchmark]
    public Task<RankedPage> FirstPageOfLatest() => PageAsync(StoryList.Latest, 100);

    [Benchmark]
    public Task<RankedPage> FirstPageOfPopular() => PageAsync(StoryList.Popular, 10);

    [Benchmark]
    public Task<RankedPage> FirstPageOfMustRead() => PageAsync(StoryList.MustRead, 10);

    [Benchmark]
    public async Task<int> Counts() =>
        await _stories!.CountAsync(new StoryQuery(), CancellationToken.None)
        + await _stories.CountAsync(new StoryQuery { List = StoryList.Unread }, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<RankedStory>> Related() => _lists!.RelatedAsync(_newest, 5, CancellationToken.None);

    [GlobalCleanup]
    public void Dispose()
    {
        _database?.Dispose();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private Task<RankedPage> PageAsync(StoryList list, int size) =>
        _lists!.PageAsync(new StoryQuery { List = list }, null, size, CancellationToken.None);

    private FeedUpdate UpdateOf(long feedId) => new()
    {
        FeedId = feedId,
        FetchedAt = _now,
        NextFetchAt = _now.AddHours(1),
        Stories = [.. Enumerable.Range(1, StoriesPerFeed).Select(n => StoryOf(feedId, n))],
    };

    private IncomingStory StoryOf(long feedId, int number)
    {
        var at = _now.AddMinutes(-number * MinutesApart - feedId);
        var chance = new Random((int)(feedId * StoriesPerFeed) + number);
        var isReportedByOthers = chance.Next(3) == 0;
        var headline = isReportedByOthers
            ? new Random((at.DayOfYear * NewsOfADay) + chance.Next(NewsOfADay))
            : chance;
        return new()
        {
            EntryGuid = $"{feedId}/{number}",
            Title = string.Join(' ', Words(headline, 7).Concat(Words(chance, 2))),
            Link = $"https://example.org/{feedId}/{number}",
            PublishedAt = at,
            Counters = feedId % 4 == 0 ? PublishedCounters.None with { Comments = chance.Next(400) } : PublishedCounters.None,
            Text = new StoryText(null, $"<p>{string.Join(' ', Words(chance, 150))}.</p>"),
        };
    }

    private static IEnumerable<string> Words(Random chance, int count) =>
        Enumerable.Range(0, count).Select(_ => string.Concat(Enumerable.Range(0, 3).Select(_ => Parts[chance.Next(Parts.Length)])));
}
