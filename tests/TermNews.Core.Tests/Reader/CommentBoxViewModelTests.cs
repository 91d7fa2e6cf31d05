using TermNews.Core.Reader.Overlays;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class CommentBoxViewModelTests
{
    private readonly FakeComments _comments = new(new FakeStories());
    private readonly CommentBoxViewModel _box;

    public CommentBoxViewModelTests() => _box = new CommentBoxViewModel(_comments, "Ann");

    private Task OpenAsync(Comment? editing = null) => _box.OpenAsync(A.Story(), editing, A.Token);

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
        await _box.LeaveAsync(A.Token);
        Assert.False(_box.State.IsOpen);
        await OpenAsync();
        Assert.Equal("half a thou", _box.State.Text);
    }

    [Fact]
    public async Task A_comment_is_changed_in_place_and_leaves_the_draft_alone()
    {
        _comments.Drafts[1] = "a draft";
        var comment = await _comments.AddAsync(1, "Ann", CommentText.Create("first"), null, A.Token);
        _comments.Drafts[1] = "a draft";
        await OpenAsync(comment);
        Assert.Equal("first", _box.State.Text);
        _box.Change("second");
        await _box.SendAsync(A.Token);
        Assert.Equal("second", Assert.Single(_comments.All).Text.Value);
        Assert.Equal("a draft", _comments.Drafts[1]);
    }
}
