using Microsoft.Data.Sqlite;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Odd rows, as another writer or a bad disk leaves them: they are read, named by a check, and set aside by a repair.</summary>
public sealed class DamageTests : TemporaryDatabase
{
    private long _story;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("one", "One", A.Noon, "Text one"));   // Each of its own visit, so of its own block.
        await StoreAsync(feed, A.Incoming("two", "Two", A.Noon, "Text two"));
        _story = await IdAsync("One");
        await Comments.AddAsync(_story, "Ada", CommentText.Create("A comment"), null, Token);
        await Stories.MarkAsync([_story], StatusChange.Saved, Token);
        await Mutes.AddAsync(new Mute(MuteKind.Word, "storm"), Token);
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);
        Assert.Empty(await Database.CheckAsync(Token));
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string? Ask(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    public static TheoryData<string, string> Damages => new()
    {
        { "UPDATE stories SET published_at = 9999999999999999 WHERE title = 'One'", "Story 1 (One): stories.published_at is no time" },
        { "UPDATE stories SET updated_at = -9999999999999999 WHERE title = 'One'", "Story 1 (One): stories.updated_at is no time" },
        { "UPDATE stories SET first_seen_at = 9223372036854775807 WHERE title = 'One'", "Story 1 (One): stories.first_seen_at is no time" },
        { "UPDATE stories SET categories = '[1, {' WHERE title = 'One'", "Story 1 (One): stories.categories is no list" },
        { "UPDATE stories SET categories = '[null]' WHERE title = 'One'", "Story 1 (One): stories.categories is no list" },
        { "UPDATE stories SET categories = '{\"a\":1}' WHERE title = 'One'", "Story 1 (One): stories.categories is no list" },
        { "UPDATE stories SET enclosures = 'garbage' WHERE title = 'One'", "Story 1 (One): stories.enclosures is no list" },
        { "UPDATE stories SET enclosures = '[{}]' WHERE title = 'One'", "Story 1 (One): stories.enclosures is no list" },
        { "UPDATE story_status SET sort_at = 9223372036854775807 WHERE story_id = 1", "Story 1 (One): story_status.sort_at is no time" },
        { "UPDATE story_status SET saved_at = -9223372036854775808 WHERE story_id = 1", "Story 1 (One): story_status.saved_at is no time" },
        { "UPDATE comments SET created_at = 999999999999999", "Story 1 (One): comments.created_at is no time" },
        { "UPDATE comments SET edited_at = 999999999999999", "Story 1 (One): comments.edited_at is no time" },
        { "UPDATE feeds SET fetched_at = 999999999999999", "Row 1: feeds.fetched_at is no time" },
        { "UPDATE feeds SET rhythm = -5", "Row 1: feeds.rhythm is no length of time" },
        { "UPDATE feeds SET time_to_live = 9223372036854775807", "Row 1: feeds.time_to_live is no length of time" },
        { "UPDATE mutes SET kind = 'colour'", "Row 1: mutes.kind is no kind of mute" },
        { "UPDATE journal_steps SET at = 999999999999999 WHERE id = 1", "Row 1: journal_steps.at is no time" },
        { "UPDATE text_blocks SET packed = x'00112233' WHERE id = 1", "Story 1 (One): its text cannot be read" },
        { "UPDATE text_blocks SET texts = -1 WHERE id = 1", "Story 1 (One): its text cannot be read" },
        { "UPDATE story_text SET place = 7 WHERE story_id = 1", "Story 1 (One): its text cannot be read" },
        { "UPDATE story_text SET place = -7 WHERE story_id = 1", "Story 1 (One): its text cannot be read" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task An_odd_row_breaks_no_list_and_is_named_and_set_aside(string damage, string sentence)
    {
        Run(damage);

        await ReadAllAsync();
        var problem = Assert.Single(await Database.CheckAsync(Token));
        Assert.StartsWith(sentence, problem, StringComparison.Ordinal);

        Assert.Equal([problem], await Database.RepairAsync(Token));
        Assert.Empty(await Database.CheckAsync(Token));
        Assert.NotEqual("0", Ask("SELECT count(*) FROM damaged"));
        await ReadAllAsync();
        Assert.Empty(await Database.RepairAsync(Token));
    }

    /// <summary>Whatever a reader shows but texts; everything that was there is still there.</summary>
    private async Task ReadAllAsync()
    {
        var all = await ListAsync(new StoryQuery { List = StoryList.All });
        Assert.Equal(["One", "Two"], all.Select(story => story.Title).Order(StringComparer.Ordinal));
        var lists = new StoryLists(
            Stories, Clock, new MustReadRules(["one"], [], []), learnt: new LearntInterests(new InterestRepository(Database)));
        foreach (var list in ListCatalog.All)
            await lists.PageAsync(new StoryQuery { List = list }, null, 100, Token);
        Assert.NotNull(await lists.WhyAsync(_story, withRanks: true, Token));
        Assert.Single(await Comments.ListAsync(null, Token));
        Assert.Single(await Feeds.ListAsync(Token));
        await Mutes.ListAsync(Token);
        await Mutes.CountAsync(Token);
        await Journal.ListAsync(Token);
        await Stories.SearchAsync("one", new StoryQuery(), 10, Token);
    }

    [Fact]
    public async Task A_damaged_text_hides_no_other_and_comes_back_with_its_entry()
    {
        Run("UPDATE text_blocks SET packed = x'00112233' WHERE id = 1");

        var refused = await Assert.ThrowsAsync<NewsException>(() => Stories.ReadTextAsync(_story, Token));
        Assert.Equal(NewsFault.DamagedText, refused.Fault);
        Assert.Equal("<p>Text two</p>", (await Stories.ReadTextAsync(await IdAsync("Two"), Token)).Content);

        await Database.RepairAsync(Token);
        Assert.Null((await Stories.ReadTextAsync(_story, Token)).Content);
        Assert.Equal("00112233", Ask("SELECT hex(value) FROM damaged WHERE subject = 'text_blocks.packed'"));

        await StoreAsync(1, A.Incoming("one", "One", A.Noon, "Text one"));
        Assert.Equal("<p>Text one</p>", (await Stories.ReadTextAsync(_story, Token)).Content);
    }

    [Theory]
    [InlineData("UPDATE stories SET published_at = 9999999999999999 WHERE title = 'One'")]
    [InlineData("UPDATE stories SET categories = '[1, {' WHERE title = 'One'")]
    [InlineData("UPDATE stories SET enclosures = '[{}]' WHERE title = 'One'")]
    [InlineData("UPDATE story_status SET sort_at = 9223372036854775807 WHERE story_id = 1")]
    public async Task A_story_with_odd_values_is_marked_as_damaged(string damage)
    {
        Run(damage);

        var stories = await ListAsync(new StoryQuery { List = StoryList.All });
        Assert.Equal(["One"], stories.Where(story => story.IsDamaged).Select(story => story.Title));
    }

    [Fact]
    public async Task A_mute_of_an_unknown_kind_is_counted()
    {
        Assert.Equal(0, await Mutes.CountUnreadableAsync(Token));
        Run("UPDATE mutes SET kind = 'colour'");
        Assert.Equal(1, await Mutes.CountUnreadableAsync(Token));
        Assert.Empty(await Mutes.ListAsync(Token));
    }

    [Fact]
    public async Task A_damaged_index_is_named_and_made_anew()
    {
        Run("CREATE INDEX odd ON stories (title)");
        Run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'CREATE INDEX odd ON stories (link)' WHERE name = 'odd'");

        Assert.Contains("The index odd differs from its table.", await Database.CheckAsync(Token));
        await Database.RepairAsync(Token);
        Assert.Empty(await Database.CheckAsync(Token));
    }

    [Fact]
    public void Damaged_pages_have_a_sentence_each()
    {
        Assert.Equal(
            ["The index by_day differs from its table.", "A page is damaged: Tree 17 page 17 cell 3: Rowid 56 out of order.",
             "The file cannot be read to its end."],
            PageDamage.Explain(
            [
                "*** in database main ***\nTree 17 page 17 cell 3: Rowid 56 out of order", "row 2 missing from index by_day",
                "wrong # of entries in index by_day", "database disk image is malformed",
            ]));
        Assert.Empty(PageDamage.Explain(["ok"]));
    }

    [Fact]
    public async Task A_repair_changes_nothing_of_what_is_sound()
    {
        var before = Ask("SELECT group_concat(title || fingerprint || text_fingerprint) FROM stories");

        Assert.Empty(await Database.RepairAsync(Token));

        Assert.Equal(before, Ask("SELECT group_concat(title || fingerprint || text_fingerprint) FROM stories"));
    }

    [Fact]
    public async Task A_repair_mends_the_search_index()
    {
        Run("DELETE FROM story_index WHERE rowid = 1");
        Assert.Single(await Database.CheckAsync(Token));

        await Database.RepairAsync(Token);

        Assert.Empty(await Database.CheckAsync(Token));
        Assert.Single(await Stories.SearchAsync("one", new StoryQuery(), 10, Token));
    }

    [Fact]
    public void Every_time_and_list_of_the_schema_is_looked_at()
    {
        var all = DecodedColumns.All.Select(column => column.Subject).ToHashSet(StringComparer.Ordinal);
        string[] others = ["damaged.set_aside_at"];   // Read by nobody but people.

        var times = Ask(
            """
            SELECT group_concat(t.name || '.' || c.name, ' ') FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND c.name LIKE '%\_at' ESCAPE '\'
            """)!.Split(' ');

        Assert.Empty(times.Except(all).Except(others));
    }
}
