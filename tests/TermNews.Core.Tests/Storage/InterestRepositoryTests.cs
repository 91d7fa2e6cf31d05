using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class InterestRepositoryTests : TemporaryDatabase
{
    private InterestRepository Interests => new(Database);

    private Task<InterestNotes> NotesAsync() => Interests.ReadAsync(A.Noon.AddDays(-100), Token);

    private async Task<long> StoryAsync(string title = "One")
    {
        await StoreAsync(await FeedAsync(title: "A feed"), A.Incoming(title, title, A.Noon, categories: ["News"]));
        return await IdAsync(title);
    }

    [Fact]
    public async Task Every_deed_is_found_with_its_time_and_what_is_undone_is_gone()
    {
        var id = await StoryAsync();
        Assert.Empty((await NotesAsync()).Deeds);
        await Stories.RecordViewAsync(id, Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Stories.RecordEndAsync(id, Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Stories.MarkAsync([id], StatusChange.Saved, Token);
        var comment = await Comments.AddAsync(id, "me", CommentText.Create("Good"), null, Token);
        await Stories.MarkAsync([id], StatusChange.Hidden, Token);
        var found = Assert.Single((await NotesAsync()).Deeds);
        Assert.Equal(("One", "A feed"), (found.Title, found.FeedTitle));
        Assert.Equal(["News"], found.Categories);
        Assert.Equal(
            [A.Noon, A.Noon.AddMinutes(1), A.Noon.AddMinutes(2), A.Noon.AddMinutes(2), A.Noon.AddMinutes(2)],
            [found.OpenedAt, found.FinishedAt, found.SavedAt, found.CommentedAt, found.HiddenAt]);

        await Journal.UndoAsync(1, Token);
        await Stories.MarkAsync([id], StatusChange.Unsaved, Token);
        await Comments.DeleteAsync(comment.Id, Token);
        var left = Assert.Single((await NotesAsync()).Deeds);
        Assert.Equal([A.Noon, null, null, null], [left.OpenedAt, left.SavedAt, left.CommentedAt, left.HiddenAt]);
    }

    [Fact]
    public async Task Only_the_first_end_counts()
    {
        var id = await StoryAsync();
        await Stories.RecordViewAsync(id, Token);
        await Stories.RecordEndAsync(id, Token);
        Clock.Advance(TimeSpan.FromDays(1));
        await Stories.RecordEndAsync(id, Token);
        Assert.Equal(A.Noon, (await NotesAsync()).Deeds[0].FinishedAt);
    }

    [Fact]
    public async Task Stories_that_were_only_saved_hidden_or_commented_count_too_and_marked_read_ones_do_not()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, [.. "abcde".Select(name => A.Incoming($"{name}", $"{name}", A.Noon))]);
        await Stories.MarkAsync([await IdAsync("a")], StatusChange.Saved, Token);
        await Stories.MarkAsync([await IdAsync("b")], StatusChange.Hidden, Token);
        await Comments.AddAsync(await IdAsync("c"), "me", CommentText.Create("Good"), null, Token);
        await Stories.MarkAsync([await IdAsync("d")], StatusChange.Read, Token);
        Assert.Equal(["a", "b", "c"], (await NotesAsync()).Deeds.Select(story => story.Title!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_hidden_in_masses_does_not_crowd_out_what_was_opened()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, [.. Enumerable.Range(1, 1500).Select(n => A.Incoming($"{n}", $"Story {n}", A.Noon))]);
        var opened = await IdAsync("Story 1");
        await Stories.RecordViewAsync(opened, Token);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Stories.MarkAllAsync(new StoryQuery { List = StoryList.Unread }, StatusChange.Hidden, Token);
        var deeds = (await NotesAsync()).Deeds;
        Assert.Contains(deeds, story => story.StoryId == opened);
        Assert.InRange(deeds.Count, 100, 1100);
    }

    [Fact]
    public async Task Edits_are_kept_by_subject_until_everything_is_erased()
    {
        var id = await StoryAsync();
        await Stories.RecordViewAsync(id, Token);
        await Interests.SetAsync(InterestSubject.Term("linux"), "linux", 1, Token);
        await Interests.SetAsync(InterestSubject.Term("linux"), "linux", -2, Token);
        await Interests.SetAsync(InterestSubject.Category("News"), "News", null, Token);
        Assert.Equal(
            [new InterestEdit(InterestSubject.Category("news"), "News", null, A.Noon),
            new InterestEdit(InterestSubject.Term("linux"), "linux", -2, A.Noon)],
            (await NotesAsync()).Edits);

        Clock.Advance(TimeSpan.FromMinutes(1));
        await Interests.EraseAsync(Token);
        var notes = await NotesAsync();
        Assert.Equal((0, 0, A.Noon.AddMinutes(1)), (notes.Edits.Count, notes.Deeds.Count, notes.ErasedAt));
        Assert.Equal(1, (await Stories.FindAsync(id, Token))!.Status.Views);
    }

    [Fact]
    public async Task Terms_are_counted_over_all_headlines_and_categories_over_recent_stories()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming("1", "Linux is out", A.Noon, categories: ["News"]),
            A.Incoming("2", "Linux again", A.Noon, categories: ["news", "Tech"]));
        await new StoryClusters(Database).CatchUpAsync(Token);
        var counts = await Interests.CountAsync(["linux", "again", "never"], Token);
        Assert.Equal((2, 2, 1, 0), (counts.Headlines, counts.Terms["linux"], counts.Terms["again"], counts.Terms["never"]));
        Assert.Equal((2, 2, 1), (counts.Stories, counts.Categories["NEWS"], counts.Categories["TECH"]));
        Assert.Equal(2, counts.Languages[""]);
    }

    [Fact]
    public async Task What_is_learnt_stands_in_must_read_and_in_why()
    {
        var (linux, other) = (await FeedAsync("https://example.org/a", "Linux Weekly"), await FeedAsync("https://example.org/b", "Other"));
        await StoreAsync(linux, [.. Enumerable.Range(1, 9).Select(n => A.Incoming($"{n}", $"Own{n}", A.Noon.AddDays(-n)))]);
        await StoreAsync(other, [.. Enumerable.Range(1, 40).Select(n => A.Incoming($"{n}", $"Other{n}", A.Noon.AddDays(-n / 2.0)))]);
        for (var n = 2; n < 9; n++)
            await Stories.RecordViewAsync(await IdAsync($"Own{n}"), Token);
        var lists = new StoryLists(Stories, Clock, MustReadRules.None, learnt: new LearntInterests(Interests));
        var page = await lists.PageAsync(new StoryQuery { List = StoryList.MustRead }, null, 10, Token);
        var row = page.Stories.First(ranked => ranked.Reason.Contains("you often open Linux Weekly", StringComparison.Ordinal));
        Assert.Contains((await lists.WhyAsync(row.Story.Id, withRanks: false, Token))!.InWords(),
            line => line.StartsWith("you often open Linux Weekly", StringComparison.Ordinal));
        var off = await new StoryLists(Stories, Clock, MustReadRules.None)
            .PageAsync(new StoryQuery { List = StoryList.MustRead }, null, 10, Token);
        Assert.DoesNotContain(off.Stories, ranked => ranked.Reason.Contains("often", StringComparison.Ordinal));
    }
}
