using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Reader;

public sealed class CommentBoxViewModelTests : IDisposable
{
    private readonly FakeComments _comments = new(new FakeStories());
    private readonly FakeTimeProvider _clock = new(A.Noon);
    private readonly DraftKeeper _drafts;
    private readonly CommentBoxViewModel _box;

    public CommentBoxViewModelTests()
    {
        _drafts = new DraftKeeper(() => _comments, _clock, work => work());
        _box = new CommentBoxViewModel(new WriteComment(() => _comments), _drafts, "Ann");
    }

    public void Dispose() => _drafts.Dispose();

    private Task OpenAsync(Comment? editing = null) => editing is null
        ? _box.OpenAsync(A.Story(), A.Token) : _box.EditAsync(A.Story(), editing, A.Token);

    [Fact]
    public async Task The_counter_counts_what_a_reader_sees_as_characters()
    {
        await OpenAsync();
        Assert.Equal("0 / 300", _box.State.Counter);
        _box.Change("👨‍👩‍👧e\u0301한");
        Assert.Equal("3 / 300", _box.State.Counter);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("🇰🇷")]
    [InlineData("e\u0301")]
    public async Task The_three_hundred_and_first_character_is_refused(string character)
    {
        await OpenAsync();
        var full = string.Concat(Enumerable.Repeat(character, 300));
        Assert.Equal(full, _box.Change(full));
        Assert.Equal(full, _box.Change(full + "y"));
        Assert.Equal("300 / 300", _box.State.Counter);
        Assert.Equal("300 characters is the most.", _box.State.Notice);
    }

    [Fact]
    public async Task A_mark_on_the_last_character_is_taken()
    {
        await OpenAsync();
        var full = new string('e', 300);
        _box.Change(full);
        Assert.Equal(full + "\u0301", _box.Change(full + "\u0301"));
        Assert.Equal(300, _box.State.Length);
    }

    [Fact]
    public async Task Marks_without_end_are_refused_by_their_code_points()
    {
        await OpenAsync();
        _box.Change("a thought");
        Assert.Equal("a thought", _box.Change("a thought" + new string('\u0323', 5000)));
        Assert.Equal("32 code points in one character is the most.", _box.State.Notice);
    }

    [Fact]
    public async Task A_paste_is_cut_where_it_was_pasted()
    {
        await OpenAsync();
        _box.Change("begin end");
        var taken = _box.Change("begin " + new string('p', 400) + "end");
        Assert.Equal("begin " + new string('p', 291) + "end", taken);
        Assert.Equal("Cut at 300 characters.", _box.State.Notice);
    }

    [Fact]
    public async Task A_draft_that_is_too_long_can_be_shortened_only()
    {
        _comments.Drafts[1] = new string('d', 310);
        await OpenAsync();
        Assert.Equal("310 / 300", _box.State.Counter);
        Assert.Equal(310, _box.Change(new string('d', 311)).Length);
        Assert.Equal(309, _box.Change(new string('d', 309)).Length);
    }

    [Fact]
    public async Task Sending_keeps_the_comment_and_closes_the_box()
    {
        await OpenAsync();
        _box.Change(" A thought \n");
        var kept = await _box.SendAsync(A.Token);
        Assert.Equal(("A thought", "Ann"), (kept!.Value.Text.Value, kept.Value.Author));
        Assert.False(_box.State.IsOpen);
        Assert.Empty(_comments.Drafts);
    }

    [Fact]
    public async Task Nothing_is_not_sent_and_the_box_says_why()
    {
        await OpenAsync();
        Assert.Null(await _box.SendAsync(A.Token));
        Assert.Equal("A comment needs some text.", _box.State.Notice);
        Assert.True(_box.State.IsOpen);
    }

    [Fact]
    public async Task What_cannot_be_kept_stays_in_the_box()
    {
        _comments.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        await OpenAsync();
        _box.Change("A thought");
        Assert.Null(await _box.SendAsync(A.Token));
        Assert.Equal(("A thought", "The disk is full."), (_box.State.Text, _box.State.Notice));
    }

    [Fact]
    public async Task Leaving_keeps_the_draft_and_opening_finds_it()
    {
        await OpenAsync();
        _box.Change("half a thou");
        await _box.LeaveAsync();
        Assert.False(_box.State.IsOpen);
        await OpenAsync();
        Assert.Equal("half a thou", _box.State.Text);
    }

    [Fact]
    public async Task A_comment_is_changed_in_place_and_leaves_the_draft_alone()
    {
        var comment = await _comments.AddAsync(1, "Ann", CommentText.Create("first"), null, A.Token);
        _comments.Drafts[1] = "a draft";
        await OpenAsync(comment);
        Assert.Equal("first", _box.State.Text);
        _box.Change("second");
        await _box.SendAsync(A.Token);
        Assert.Equal("second", Assert.Single(_comments.All).Text.Value);
        Assert.Equal("a draft", _comments.Drafts[1]);
    }

    [Fact]
    public async Task Words_are_a_draft_at_most_a_second_after_the_key_also_while_typing_goes_on()
    {
        await OpenAsync();
        for (var length = 1; length <= 30; length++)
        {
            _box.Change(new string('x', length));
            _clock.Advance(TimeSpan.FromSeconds(0.1));
            Assert.True(length < 10 || _comments.Drafts[1].Length > length - 10);
        }
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(30, _comments.Drafts[1].Length);
        Assert.InRange(_comments.Drafts.Writes.Count, 6, 7);   // Not one for each key.
    }

    [Fact]
    public async Task A_change_of_a_comment_is_a_draft_of_its_own_and_offered_again()
    {
        var comment = await _comments.AddAsync(1, "Ann", CommentText.Create("first"), null, A.Token);
        await OpenAsync(comment);
        _box.Change("first, and more");
        Assert.Equal("The draft is kept; {key:edit-comment} goes on with it.", (await _box.LeaveAsync()).Words);
        await OpenAsync();
        Assert.Equal("", _box.State.Text);
        await OpenAsync(comment);
        Assert.Equal(("first, and more", "Your draft of the change"), (_box.State.Text, _box.State.Notice));
        await _box.SendAsync(A.Token);
        Assert.Empty(_comments.Drafts);
    }

    [Fact]
    public async Task What_reads_like_the_comment_is_no_draft()
    {
        var comment = await _comments.AddAsync(1, "Ann", CommentText.Create("first"), null, A.Token);
        await OpenAsync(comment);
        _box.Change("first!");
        _clock.Advance(DraftKeeper.Pause);
        Assert.Single(_comments.Drafts);
        _box.Change("first");
        Assert.Equal("", (await _box.LeaveAsync()).Words);
        Assert.Empty(_comments.Drafts);
    }

    [Fact]
    public async Task Leaving_closes_the_box_also_where_nothing_can_be_written_and_the_words_are_there_again()
    {
        _comments.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        await OpenAsync();
        _box.Change("half a thou");
        var left = await _box.LeaveAsync();
        Assert.Equal(("The draft is kept in memory for now. The disk is full.", true), (left.Words, left.IsWarning));
        Assert.False(_box.State.IsOpen);
        await OpenAsync();
        Assert.Equal("half a thou", _box.State.Text);
        _comments.Fault = null;
        _clock.Advance(DraftKeeper.Retry);
        Assert.Equal("half a thou", _comments.Drafts[1]);
    }

    [Fact]
    public async Task Leaving_does_not_wait_for_a_lock()
    {
        _comments.Drafts.Gate = new TaskCompletionSource();
        await OpenAsync();
        _box.Change("half a thou");
        var leaving = _box.LeaveAsync();
        Assert.False(_box.State.IsOpen);
        _clock.Advance(DraftKeeper.Patience);
        Assert.True((await leaving).IsWarning);
        _comments.Drafts.Gate.SetResult();
        Assert.Equal("half a thou", _comments.Drafts[1]);
    }

    [Fact]
    public async Task What_was_sent_is_no_draft_however_late_a_write_ends()
    {
        _comments.Drafts.Gate = new TaskCompletionSource();
        await OpenAsync();
        _box.Change("half");
        _clock.Advance(DraftKeeper.Pause);   // This write is held up.
        _box.Change("half and whole");
        var sending = _box.SendAsync(A.Token);
        Assert.True(_box.State.IsSending);
        Assert.Equal("half and whole", _box.Change("too late"));
        _comments.Drafts.Gate.SetResult();
        await sending;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("half and whole", Assert.Single(_comments.All).Text.Value);
        Assert.Empty(_comments.Drafts);
    }
}
