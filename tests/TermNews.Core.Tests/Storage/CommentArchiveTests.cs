using TermNews.Core.Archive;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Comments that travel between two machines, whose stories have other ids.</summary>
public sealed class CommentArchiveTests : TemporaryDatabase
{
    private const string Feed = "https://ann:secret@example.org/feed";
    private NewsDatabase _other = null!;
    private long _story, _storyThere;

    private CommentArchive Here => new(Database);

    private CommentArchive There => new(_other);

    private CommentRepository CommentsThere => new(_other);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAsync(await FeedAsync(Feed), A.Incoming("1", "One"), A.Incoming("2", "Two"));
        _story = await IdAsync("Two");
        _other = await NewsDatabase.OpenMemoryAsync(Clock, Token);
        var feeds = new FeedRepository(_other);
        await feeds.AddAsync([new NewSubscription("https://elsewhere.example/feed", null, [])], Token);
        var feed = (await feeds.AddAsync([new NewSubscription("https://bob:other@example.org/feed", null, [])], Token))[0].Id;
        await feeds.StoreAsync([A.Update(feed, A.Incoming("2", "Two"), A.Incoming("1", "One"))], Token);
        _storyThere = (await new StoryRepository(_other).PageAsync(new StoryQuery(), null, 10, Token)).Stories
            .First(story => story.Title == "Two").Id;
        Assert.NotEqual(_story, _storyThere);
    }

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    private Task<Comment> AddAsync(string text, long? replyTo = null) =>
        Comments.AddAsync(_story, "Ann", CommentText.Create(text), replyTo, Token);

    private static async Task<ArchiveImport> CopyAsync(CommentArchive from, CommentArchive to) =>
        await to.ImportAsync(await from.ExportAsync(Token), Token);

    private async Task<string[]> TextsThereAsync() => [.. (await CommentsThere.ListAsync(null, Token)).Select(one => one.Text.Value)];

    [Fact]
    public async Task A_comment_finds_its_story_by_feed_and_GUID_and_comes_in_once()
    {
        var first = await AddAsync("First");
        await AddAsync("Answer", first.Id);
        for (var time = 0; time < 3; time++)
            Assert.Equal((2, 0), (await CopyAsync(Here, There) is var import ? import.Count : 0, import.Left.Count));
        var there = await CommentsThere.ListAsync(null, Token);
        Assert.Equal(["First", "Answer"], there.Select(one => one.Text.Value));
        Assert.All(there, one => Assert.Equal(_storyThere, one.StoryId));
        Assert.Equal(there[0].Id, there[1].ReplyTo);
        var exported = await There.ExportAsync(Token);
        Assert.Equal((await Here.ExportAsync(Token)).Select(one => (one.Uid, one.Text, one.ReplyToUid)),
            exported.Select(one => (one.Uid, one.Text, one.ReplyToUid)));
        Assert.DoesNotContain("secret", exported[0].FeedUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_words_win_whichever_way_they_travel()
    {
        var comment = await AddAsync("First");
        await CopyAsync(Here, There);
        var old = await Here.ExportAsync(Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Comments.EditAsync(comment.Id, CommentText.Create("Second"), Token);
        await Here.ImportAsync(old, Token);
        Assert.Equal("Second", Assert.Single(await Comments.ListAsync(null, Token)).Text.Value);
        await CopyAsync(Here, There);
        Assert.Equal(["Second"], await TextsThereAsync());
        Assert.Equal(["First", "Second"], (await There.HistoryAsync(1, Token)).Select(version => version.Text));
        Assert.Equal(["First", "Second"], (await Here.HistoryAsync(comment.Id, Token)).Select(version => version.Text));
    }

    [Fact]
    public async Task What_was_deleted_stays_deleted_and_is_deleted_there()
    {
        var comment = await AddAsync("First");
        await AddAsync("Other");
        await CopyAsync(Here, There);
        var old = await Here.ExportAsync(Token);
        await Comments.DeleteAsync(comment.Id, Token);
        await Here.ImportAsync(old, Token);
        Assert.Equal("Other", Assert.Single(await Comments.ListAsync(null, Token)).Text.Value);
        await CopyAsync(Here, There);
        Assert.Equal(["Other"], await TextsThereAsync());
        await There.ImportAsync(old, Token);
        Assert.Equal(["Other"], await TextsThereAsync());
    }

    [Fact]
    public async Task What_finds_no_story_is_named_and_comes_in_with_it()
    {
        await AddAsync("For later");
        var exported = (await Here.ExportAsync(Token))
            .Select(one => one with { EntryGuid = "9", Link = "https://example.org/9", Headline = "Nine" });
        var import = await There.ImportAsync([.. exported], Token);
        Assert.Equal(0, import.Count);
        Assert.Contains("on 'Nine': its story is not here", Assert.Single(import.Left), StringComparison.Ordinal);
        Assert.Empty(await TextsThereAsync());
        await new FeedRepository(_other).StoreAsync([A.Update(2, A.Incoming("9", "Nine"))], Token);
        Assert.Equal(["For later"], await TextsThereAsync());
    }

    [Fact]
    public async Task What_waits_travels_on_with_its_earlier_words_and_stays_a_reply()
    {
        var first = await AddAsync("First");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await AddAsync("Answer", first.Id);
        await Comments.EditAsync(answer.Id, CommentText.Create("A better answer"), Token);
        var exported = (await Here.ExportAsync(Token))
            .Select(one => one with { EntryGuid = "9", Link = "https://example.org/9", Headline = "Nine" }).ToList();
        await There.ImportAsync(exported, Token);

        Assert.Equal(
            [("First", "Nine", null, 0), ("A better answer", "Nine", exported[0].Uid, 1)],
            (await There.ExportAsync(Token)).Select(one => (one.Text, one.Headline, one.ReplyToUid, one.Edits.Count)));
        await new FeedRepository(_other).StoreAsync([A.Update(2, A.Incoming("9", "Nine"))], Token);
        var there = await CommentsThere.ListAsync(null, Token);
        Assert.Equal(there[0].Id, there[1].ReplyTo);
        Assert.Equal(["Answer", "A better answer"], (await There.HistoryAsync(there[1].Id, Token)).Select(version => version.Text));
    }

    [Fact]
    public async Task Undo_takes_back_what_waits()
    {
        await AddAsync("For later");
        await There.ImportAsync([.. (await Here.ExportAsync(Token)).Select(one => one with { EntryGuid = "9", Link = null })], Token);
        await new JournalRepository(_other).UndoAsync(1, Token);
        Assert.Empty(await There.ExportAsync(Token));
        await new JournalRepository(_other).RedoAsync(1, Token);
        Assert.Equal("For later", Assert.Single(await There.ExportAsync(Token)).Text);
    }

    [Fact]
    public async Task An_id_of_another_machine_means_nothing_here()
    {
        var stranger = new ArchivedComment
        {
            Uid = "0191",
            Id = 1,
            StoryId = _story,
            Author = "Bob",
            Text = "Foreign",
            CreatedAt = Clock.GetUtcNow(),
            FeedUrl = "https://stranger.example/feed",
            EntryGuid = "x",
            Link = "https://stranger.example/x",
        };
        Assert.Single((await Here.ImportAsync([stranger], Token)).Left);
        Assert.Empty(await Comments.ListAsync(null, Token));
        var older = stranger with { Uid = null, FeedUrl = null, EntryGuid = null, Link = null, CreatedAt = A.Noon.AddYears(-1) };
        Assert.Single((await Here.ImportAsync([older], Token)).Left);
        Assert.Empty(await Comments.ListAsync(null, Token));
    }

    [Fact]
    public async Task An_export_without_unique_ids_comes_back_once()
    {
        await AddAsync("First");
        var old = (await Here.ExportAsync(Token))
            .Select(one => one with { Uid = null, FeedUrl = null, EntryGuid = null, Link = null }).ToList();
        for (var time = 0; time < 2; time++)
            Assert.Equal(1, (await Here.ImportAsync(old, Token)).Count);
        Assert.Single(await Comments.ListAsync(null, Token));
    }

    [Fact]
    public async Task Words_beyond_the_limits_are_named_and_the_rest_comes_in()
    {
        await AddAsync("First");
        var exported = await Here.ExportAsync(Token);
        var import = await There.ImportAsync([exported[0] with { Uid = "a", Text = new string('x', 301) }, exported[0]], Token);
        Assert.Equal(1, import.Count);
        Assert.Contains("301", Assert.Single(import.Left), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_a_whole_import_back_and_a_deletion_with_its_tombstone()
    {
        var comment = await AddAsync("First");
        await AddAsync("Second");
        await CopyAsync(Here, There);
        var journal = new JournalRepository(_other);
        await journal.UndoAsync(1, Token);
        Assert.Empty(await TextsThereAsync());
        Assert.Empty(await There.ExportAsync(Token));   // No tombstones: what is here was never deleted.
        await CopyAsync(Here, There);
        Assert.Equal(["First", "Second"], await TextsThereAsync());
        await journal.UndoAsync(1, Token);
        await journal.RedoAsync(1, Token);
        Assert.Equal(["First", "Second"], await TextsThereAsync());
        await Comments.DeleteAsync(comment.Id, Token);
        await new JournalRepository(Database).UndoAsync(1, Token);
        Assert.DoesNotContain(await Here.ExportAsync(Token), one => one.DeletedAt is not null);
    }
}
