using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class SearchIndexTests : TemporaryDatabase
{
    private async Task<int> FoundAsync(string search) => (await Stories.SearchAsync(search, new StoryQuery(), 1000, Token)).Count;

    [Fact]
    public async Task Stories_are_readable_before_they_are_indexed_and_a_search_indexes_them()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "Apples", text: "An orchard"), A.Incoming("2", "Pears"));
        Assert.Equal(2, await Index.CountWaitingAsync(Token));
        Assert.Equal(2, (await ListAsync(new StoryQuery())).Count);

        Assert.Equal(1, await FoundAsync("orchard"));
        Assert.Equal(0, await Index.CountWaitingAsync(Token));
    }

    [Fact]
    public async Task Every_reading_that_a_search_narrows_sees_new_stories()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "Apples", categories: ["Fruit"]));
        var query = new StoryQuery { Search = "apples" };
        Assert.Equal(1, await Stories.CountAsync(query, Token));
        await StoreAsync(1, A.Incoming("2", "More apples"));
        Assert.Equal(2, (await Stories.CandidatesAsync(query, 10, CandidateText.Headline, Token)).Count);
        await StoreAsync(1, A.Incoming("3", "Yet more apples"));
        Assert.Equal(3, (await ListAsync(query)).Count);
        await StoreAsync(1, A.Incoming("4", "Apples to the end"));
        Assert.Equal([4], (await Stories.CountByAsync(query, StoryGrouping.Feed, Token)).Select(feed => feed.Count));
    }

    [Fact]
    public async Task A_changed_story_is_indexed_as_it_is_now()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "Apples", text: "before"));
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);
        await StoreAsync(feed, A.Incoming("1", "Apples", text: "after"));
        Assert.Equal(0, await FoundAsync("before"));
        Assert.Equal(1, await FoundAsync("after"));
    }

    [Fact]
    public async Task A_feed_that_is_removed_takes_along_what_waits()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "Apples"));
        await Feeds.RemoveAsync(feed, Token);
        Assert.Equal(0, await Index.CountWaitingAsync(Token));
        Assert.Equal(0, await FoundAsync("apples"));
        Assert.Empty(await Database.CheckAsync(Token));
    }

    [Fact]
    public async Task Many_stories_are_indexed_in_more_than_one_transaction()
    {
        await StoreAsync(await FeedAsync(), [.. Enumerable.Range(0, 1001).Select(number => A.Incoming($"{number}", $"Apple {number}"))]);
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);
        Assert.Equal(1000, await FoundAsync("apple"));
        Assert.Equal(1, await FoundAsync("1000"));
        Assert.Empty(await Database.CheckAsync(Token));
    }

    [Fact]
    public async Task Words_of_a_damaged_text_are_those_of_the_lead_and_reading_it_says_so()
    {
        await StoreAsync(await FeedAsync(), A.Incoming("1", "Apples", text: "hidden words", lead: "A lead"));
        await RunAsync(Database, "UPDATE text_blocks SET packed = x'00'");
        Assert.Equal(1, await FoundAsync("lead"));
        var fault = await Assert.ThrowsAsync<NewsException>(() => Stories.ReadTextAsync(1, Token));
        Assert.Contains("is damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_has_the_index_brought_up_to_date_behind_it()
    {
        var feed = await FeedAsync();
        await using var refresher = new IndexingRefresher(
            new StoringRefresher(() => StoreAsync(feed, A.Incoming("1", "Apples"))), Index);
        await refresher.RefreshAsync(new RefreshRequest(), null, Token);
        await refresher.Indexing;
        Assert.Equal(0, await Index.CountWaitingAsync(Token));
    }

    [Fact]
    public async Task Texts_and_words_of_an_older_database_are_kept()
    {
        var path = Path.Combine(Folder, "older.db");
        using (var older = await NewsDatabase.OpenFileAsync(path, Clock, [.. Migration.All.TakeWhile(step => step.Number < 3)], Token))
        {
            await RunAsync(older,
                """
                INSERT INTO feeds (id, feed_url, added_at) VALUES (1, 'https://a', 0);
                INSERT INTO stories (id, feed_id, entry_guid, title, first_seen_at, word_count, fingerprint, text_fingerprint)
                VALUES (7, 1, 'g', 'Apples', 0, 0, 0, 0);
                INSERT INTO story_status (story_id, feed_id, sort_at) VALUES (7, 1, 0);
                INSERT INTO story_text VALUES (7, '<p>short</p>', '<p>An orchard.</p>');
                INSERT INTO story_index (rowid, title, body) VALUES (7, 'Apples', 'An orchard.');
                """);
        }

        using var database = await NewsDatabase.OpenFileAsync(path, Clock, Token);
        var stories = new StoryRepository(database);
        Assert.Equal(new StoryText("<p>short</p>", "<p>An orchard.</p>"), await stories.ReadTextAsync(7, Token));
        Assert.Equal([7], (await stories.SearchAsync("orchard", new StoryQuery(), 10, Token)).Select(story => story.Id));
        Assert.Empty(await database.CheckAsync(Token));
    }

    [Fact]
    public async Task Entries_of_an_older_database_that_say_only_when_they_were_updated_stand_there()
    {
        var path = Path.Combine(Folder, "older.db");
        using (var older = await NewsDatabase.OpenFileAsync(path, Clock, [.. Migration.All.TakeWhile(step => step.Number < 15)], Token))
        {
            await RunAsync(older,
                """
                INSERT INTO feeds (id, feed_url, added_at) VALUES (1, 'https://a', 0);
                INSERT INTO stories (id, feed_id, entry_guid, title, published_at, updated_at, first_seen_at, fingerprint, text_fingerprint)
                VALUES (1, 1, 'a', 'Updated', NULL, 50, 100, 0, 0), (2, 1, 'b', 'Updated later', NULL, 150, 100, 0, 0),
                       (3, 1, 'c', 'Published', 80, 60, 100, 0, 0), (4, 1, 'd', 'Undated', NULL, NULL, 100, 0, 0);
                INSERT INTO story_status (story_id, feed_id, sort_at) VALUES (1, 1, 100), (2, 1, 100), (3, 1, 80), (4, 1, 100);
                """);
        }

        using var database = await NewsDatabase.OpenFileAsync(path, Clock, Token);
        var stories = await new StoryRepository(database).ListAsync([1, 2, 3, 4], Token);
        Assert.Equal([50, 100, 80, 100], stories.Select(story => story.SortAt.ToUnixTimeSeconds()));
    }

    private static Task RunAsync(NewsDatabase database, string sql) => database.WriteAsync(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Task.FromResult(command.ExecuteNonQuery());
    }, Token);

    private sealed class StoringRefresher(Func<Task> store) : IRefresher
    {
        public async Task<RefreshSummary> RefreshAsync(
            RefreshRequest request, IProgress<RefreshProgress>? progress, CancellationToken cancellationToken)
        {
            await store();
            return new RefreshSummary();
        }
    }
}
