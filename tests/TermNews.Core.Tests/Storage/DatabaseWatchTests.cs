using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class DatabaseWatchTests : TemporaryDatabase
{
    [Fact]
    public async Task What_another_process_writes_is_told()
    {
        var told = new TaskCompletionSource();
        using var watch = DatabaseWatch.Start(Database.Path, TimeProvider.System, () => told.TrySetResult());
        Assert.NotNull(watch);

        await using var other = await NewsDatabase.OpenFileAsync(Database.Path, TimeProvider.System, A.Token);
        await new FeedRepository(other).AddAsync([new NewSubscription("https://example.org/feed", null, [])], A.Token);

        await told.Task.WaitAsync(A.Token);
    }

    [Fact]
    public async Task Own_writing_is_told_from_that_of_others()
    {
        await Feeds.AddAsync([new NewSubscription("https://example.org/first", null, [])], A.Token);
        Assert.False(await Database.WasWrittenElsewhereAsync(A.Token));

        await using (var other = await NewsDatabase.OpenFileAsync(Database.Path, TimeProvider.System, A.Token))
            await new FeedRepository(other).AddAsync([new NewSubscription("https://example.org/feed", null, [])], A.Token);
        Assert.True(await Database.WasWrittenElsewhereAsync(A.Token));
        Assert.False(await Database.WasWrittenElsewhereAsync(A.Token));

        await Feeds.AddAsync([new NewSubscription("https://example.org/second", null, [])], A.Token);
        Assert.False(await Database.WasWrittenElsewhereAsync(A.Token));
    }

    [Fact]
    public void Nobody_else_writes_to_a_database_in_memory() =>
        Assert.Null(DatabaseWatch.Start(NewsDatabase.MemoryPath, TimeProvider.System, () => { }));
}
