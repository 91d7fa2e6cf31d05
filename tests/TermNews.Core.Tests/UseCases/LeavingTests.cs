using TermNews.Core.Rescue;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;
using TermNews.Core.Tests.Storage;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.UseCases;

/// <summary>Words that the database does not take: into a file at the end, and back at the next start.</summary>
public sealed class LeavingTests : TemporaryDatabase
{
    private readonly FakeComments _broken = new(new FakeStories()) { Fault = new NewsException(NewsFault.Unreadable, "The disk is full.") };
    private Story _story = null!;

    private string State => Path.Combine(Folder, "state", "termnews");

    private string Spare => Path.Combine(Folder, "spare");

    private string[] Files => Directory.Exists(State) ? Directory.GetFiles(State) : [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Directory.CreateDirectory(Spare);
        await StoreAsync(await FeedAsync(), A.Incoming("1", "one"), A.Incoming("2", "two"));
        _story = (await Stories.FindAsync(await IdAsync("one"), Token))!;
    }

    private RescueFolder At(string database = "news.db") => new(State, Spare, database, Clock);

    /// <summary>A run in which words are typed that cannot be written.</summary>
    private async Task<string?> TypeAndLeaveAsync(params (DraftPlace Place, string Text)[] typed)
    {
        using var keeper = new DraftKeeper(() => _broken, Clock, work => work());
        foreach (var (place, text) in typed)
            keeper.Change(place, _story, text);
        var leaving = new Leaving([keeper], At(), Clock);
        await leaving.KeepAsync(() => Task.CompletedTask);
        return leaving.Rescue();
    }

    private Task<Outcome> StartAsync(string database = "news.db") =>
        new TakeInRescued(At(database), new RescueTarget(Stories, Comments), work => work()).RunAsync(Token);

    [Fact]
    public async Task Words_that_cannot_be_written_go_to_a_file_that_only_their_writer_reads_and_the_last_line_names_it()
    {
        var last = await TypeAndLeaveAsync((new DraftPlace(_story.Id), "Half a\nthought"));
        var file = Assert.Single(Files);
        Assert.Equal(
            $"The database could not be written. TermNews kept 1 draft in {file} and takes that in at the next start.", last);
        Assert.Contains("    Half a\n    thought\n", await System.IO.File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task The_next_start_takes_them_in_and_removes_the_file()
    {
        var comment = await Comments.AddAsync(_story.Id, "me", CommentText.Create("First!"), null, Token);
        DraftPlace[] places = [new(_story.Id), new(_story.Id, Editing: comment.Id), new(_story.Id, ReplyTo: comment.Id)];
        await TypeAndLeaveAsync([.. places.Select((place, n) => (place, $"words {n}"))]);
        Assert.Equal("Back from a rescue file: 3 drafts.", (await StartAsync()).Words);
        Assert.Equal(["words 0", "words 1", "words 2"],
            await Task.WhenAll(places.Select(place => Comments.Drafts.FindAsync(place, Token))));
        Assert.Empty(Files);
        Assert.Equal("", (await StartAsync()).Words);
    }

    [Fact]
    public async Task One_draft_is_told_with_its_headline()
    {
        await TypeAndLeaveAsync((new DraftPlace(_story.Id), "words"));
        Assert.Equal("1 draft that could not be written before is back: one", (await StartAsync()).Words);
    }

    [Fact]
    public async Task A_newer_draft_stays_and_so_does_the_file_with_what_was_not_taken_in()
    {
        await TypeAndLeaveAsync((new DraftPlace(_story.Id), "older"), (new DraftPlace(_story.Id, ReplyTo: 77), "an answer"));
        var file = Assert.Single(Files);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Comments.Drafts.SaveAsync(new DraftPlace(_story.Id), "newer", Token);
        var told = await StartAsync();
        Assert.Equal(($"1 draft could not be taken in: see {file}.", true), (told.Words, told.IsWarning));
        Assert.Equal("newer", await Comments.Drafts.FindAsync(new DraftPlace(_story.Id), Token));
        Assert.Equal("an answer", await Comments.Drafts.FindAsync(new DraftPlace(_story.Id, ReplyTo: 77), Token));
        Assert.Equal("older", Assert.Single(RescueFile.Parse(await System.IO.File.ReadAllTextAsync(file, Token))!.Entries).Text);
    }

    [Fact]
    public async Task What_was_sent_in_the_end_is_not_a_draft_again()
    {
        await TypeAndLeaveAsync((new DraftPlace(_story.Id), "A thought "));
        await Comments.AddAsync(_story.Id, "me", CommentText.Create("A thought"), null, Token);
        await StartAsync();
        Assert.Null(await Comments.Drafts.FindAsync(new DraftPlace(_story.Id), Token));
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Words_are_not_put_under_another_story_of_the_same_number_nor_into_another_database()
    {
        await TypeAndLeaveAsync((new DraftPlace(await IdAsync("two")), "words"));
        Assert.Equal("", (await StartAsync("other.db")).Words);
        Assert.True((await StartAsync()).IsWarning);
        Assert.Single(Files);
    }

    [Fact]
    public async Task A_database_that_still_cannot_be_written_leaves_the_file_as_it_is()
    {
        await TypeAndLeaveAsync((new DraftPlace(_story.Id), "words"));
        var target = new RescueTarget(Stories, new FakeComments(new FakeStories()) { Fault = _broken.Fault });
        var told = await new TakeInRescued(At(), target, work => work()).RunAsync(Token);
        Assert.EndsWith(".txt. The disk is full.", told.Words, StringComparison.Ordinal);
        Assert.Single(Files);
    }

    [Fact]
    public async Task Without_a_folder_of_its_own_the_file_is_with_the_temporary_ones_and_without_that_the_words_are_printed()
    {
        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, "state"), "No folder.", Token);
        var last = await TypeAndLeaveAsync((new DraftPlace(_story.Id), "words"));
        var file = Assert.Single(Directory.GetFiles(Spare));
        Assert.Contains($"in {file} {(Environment.IsPrivilegedProcess ? "to be copied" : "and takes")}", last, StringComparison.Ordinal);
        Assert.Equal(Environment.IsPrivilegedProcess, (await StartAsync()).Words.Length == 0);   // Anybody may have written it for root.
        Directory.Delete(Spare, recursive: true);
        await System.IO.File.WriteAllTextAsync(Spare, "No folder.", Token);
        last = await TypeAndLeaveAsync((new DraftPlace(_story.Id), "words"));
        Assert.Contains("    words\n", last, StringComparison.Ordinal);
        Assert.EndsWith("could be written: 1 draft, printed above to be copied.", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_does_not_wait_for_a_lock_and_tells_once()
    {
        _broken.Drafts.Gate = new TaskCompletionSource();
        using var keeper = new DraftKeeper(() => _broken, Clock, work => work());
        keeper.Change(new DraftPlace(_story.Id), _story, "words");
        var leaving = new Leaving([keeper], At(), Clock);
        var keeping = leaving.KeepAsync(() => new TaskCompletionSource().Task);
        Assert.False(keeping.IsCompleted);
        Clock.Advance(DraftKeeper.Patience);
        await keeping;
        Assert.NotNull(leaving.Rescue());
        Assert.Null(leaving.Rescue());
        Assert.Single(Files);
    }

    [Fact]
    public async Task What_waits_and_is_kept_by_nobody_is_told_by_name()
    {
        IReadOnlyList<string> waiting = ["a change of the mutes", "tags of a feed", "tags of a feed"];
        var leaving = new Leaving([], At(), Clock, () => waiting);
        var keeping = leaving.KeepAsync(() => new TaskCompletionSource().Task);
        Clock.Advance(DraftKeeper.Patience);
        await keeping;
        waiting = [];   // The commands are cancelled then.
        Assert.Equal("Not written, as another program had the database: a change of the mutes, tags of a feed. Do that again.",
            leaving.Rescue());
        Assert.Empty(Files);
    }

    [Fact]
    public async Task Nothing_is_told_where_everything_was_written()
    {
        _broken.Fault = null;
        Assert.Null(await TypeAndLeaveAsync((new DraftPlace(_story.Id), "words"), (new DraftPlace(_story.Id, 3), "")));
        Assert.Empty(Files);
        Assert.Equal("words", _broken.Drafts[_story.Id]);
    }

    [Fact]
    public void A_defect_does_not_cost_the_words_of_the_last_half_second()
    {
        _broken.Fault = null;
        using var keeper = new DraftKeeper(() => _broken, Clock, Task.Run);
        keeper.Change(new DraftPlace(_story.Id), _story, "words");
        var leaving = new Leaving([keeper], At(), Clock);
        leaving.KeepNow();
        Assert.Null(leaving.Rescue());
        Assert.Equal("words", _broken.Drafts[_story.Id]);
    }
}
