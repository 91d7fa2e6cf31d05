using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>A database file in a folder of its own, so that WAL and locks are real.</summary>
public abstract class TemporaryDatabase : IAsyncLifetime
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("termnews-").FullName;

    internal string File => Path.Combine(Folder, "news.db");

    internal FakeTimeProvider Clock { get; } = new(A.Noon);

    internal NewsDatabase Database { get; private set; } = null!;

    internal FeedRepository Feeds => new(Database);

    internal StoryRepository Stories => new(Database);

    internal MuteRepository Mutes => new(Database);

    internal SearchIndex Index => new(Database);

    internal CommentRepository Comments => new(Database);

    internal JournalRepository Journal => new(Database);

    internal static CancellationToken Token => A.Token;

    public virtual async ValueTask InitializeAsync() => Database = await NewsDatabase.OpenFileAsync(File, Clock, Token);

    public virtual ValueTask DisposeAsync()
    {
        Database.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal async Task<long> FeedAsync(string url = "https://example.org/feed", string? title = null, params string[] tags) =>
        (await Feeds.AddAsync([new NewSubscription(url, title, tags)], Token))[0].Id;

    internal async Task<IReadOnlyDictionary<long, int>> StoreAsync(long feedId, params IncomingStory[] stories) =>
        await Feeds.StoreAsync([A.Update(feedId, stories)], Token);

    internal async Task<IReadOnlyList<Story>> ListAsync(StoryQuery query) => (await Stories.PageAsync(query, null, 1000, Token)).Stories;

    internal async Task<string[]> TitlesAsync(StoryQuery query) => [.. (await ListAsync(query)).Select(story => story.Title!)];

    internal async Task<long> IdAsync(string title) => (await ListAsync(new StoryQuery { List = StoryList.All }))
        .Single(story => story.Title == title).Id;
}
