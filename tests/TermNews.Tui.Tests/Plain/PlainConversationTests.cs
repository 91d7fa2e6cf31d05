using System.IO.Pipelines;
using TermNews.Core.Stories;
using TermNews.Core.Tests;
using TermNews.Tui.Plain;

namespace TermNews.Tui.Tests.Plain;

/// <summary>Comments, feeds, and what asks back.</summary>
public sealed class PlainConversationTests : PlainReaderTest
{
    [Fact]
    public async Task A_comment_is_answered_by_its_number()
    {
        Have(1);

        var lines = await TypeAsync(
            "comment 1 Well said.", "comment 1 Another.", "reply 1 Indeed.", "comments", "edit 2 Indeed so.", "comments");

        Assert.Contains("Comment 2 by Ann, answer to 1, just now: Indeed.", lines);
        Assert.Contains("Comment 3 by Ann, just now: Another.", lines);
        Assert.Contains("Comment 2 by Ann, answer to 1, just now, edited: Indeed so.", lines);
    }

    [Fact]
    public async Task A_comment_is_written_on_one_line_changed_deleted_and_brought_back()
    {
        Have(1);

        var lines = await TypeAsync("comment 1 Well said.", "edit 1 Very well said.", "comments", "delete 1", "undo");

        Assert.Contains("1 comment:", lines);
        Assert.Contains("Comment 1 by Ann, just now, edited: Very well said.", lines);
        Assert.Contains("Comment deleted; undo brings it back.", lines);
        Assert.Equal("Very well said.", Assert.Single(Comments.All).Text.Value);
    }

    [Fact]
    public async Task A_comment_is_written_on_several_lines_until_a_full_stop()
    {
        Have(1);
        Options = new PlainOptions();

        var lines = await TypeAsync("1", "comment", "One.", "Two.", ".");

        Assert.Contains("comment> 4 / 300 characters.", lines);
        Assert.Equal("One.\nTwo.", Assert.Single(Comments.All).Text.Value);
    }

    [Fact]
    public async Task A_comment_that_is_too_long_is_refused_with_the_count_and_never_cut()
    {
        Have(1);

        await TypeAsync($"comment 1 {new string('x', 301)}", "comment 1", "Short.", new string('y', 300), ".");

        Assert.Equal("Short.", Assert.Single(Comments.All).Text.Value);
        Assert.Contains("301 characters; 300 is the most", Error, StringComparison.Ordinal);
        Assert.Contains("307 characters", Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_being_written_at_the_end_of_the_input_is_the_draft_that_is_gone_on_with()
    {
        Have(1);
        Options = new PlainOptions();

        await TypeAsync("comment 1", "Half a");
        var lines = await TypeAsync("comment 1", "thought", ".");

        Assert.Contains("Your draft, which you go on with: Half a", lines);
        Assert.Equal("Half a\nthought", Assert.Single(Comments.All).Text.Value);
        Assert.Empty(Comments.Drafts);
    }

    [Fact]
    public async Task A_comment_on_one_line_leaves_the_draft_alone()
    {
        Have(1);
        Options = new PlainOptions();

        await TypeAsync("comment 1", "Half a", ".q", "comment 1 Well said.", "edit 1", "Very well", ".q", "edit 1 Well done.");

        Assert.Equal("Well done.", Assert.Single(Comments.All).Text.Value);
        Assert.Equal(["Half a", "Very well"], Comments.Drafts.Values.Order());
    }

    [Fact]
    public async Task A_change_that_was_left_is_gone_on_with()
    {
        Have(1);
        Options = new PlainOptions();

        var lines = await TypeAsync("comment 1 Well said.", "edit 1", "Very", ".q", "edit 1", "well said.", ".");

        Assert.Contains("comment> The draft is kept; edit goes on with it.", lines);
        Assert.Contains("Your draft, which you go on with: Very", lines);
        Assert.Equal("Very\nwell said.", Assert.Single(Comments.All).Text.Value);
        Assert.Empty(Comments.Drafts);
    }

    [Fact]
    public async Task Lines_are_a_draft_while_the_next_one_is_awaited()
    {
        Have(1);
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("comment 1\nHalf a\n"u8.ToArray(), A.Token);
        Parts = Parts with { RunBehind = work => work() };
        var taken = new TaskCompletionSource();
        Options = new PlainOptions { Encode = text => TellAt("6 / 300", text, taken) };
        var running = RunAsync(new StreamReader(pipe.Reader.AsStream()), A.Token);

        await taken.Task.WaitAsync(A.Token);
        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Half a", Comments.Drafts[1]);
        await pipe.Writer.CompleteAsync();
        await running;
    }

    [Fact]
    public async Task A_signal_does_not_wait_for_the_next_line_and_keeps_the_draft()
    {
        Have(1);
        var pipe = new Pipe();
        await pipe.Writer.WriteAsync("comment 1\nHalf a\n"u8.ToArray(), A.Token);
        using var signal = new CancellationTokenSource();
        Options = new PlainOptions { Encode = text => LeaveAt("6 / 300", text, signal) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            RunAsync(new StreamReader(pipe.Reader.AsStream()), signal.Token));
        await pipe.Writer.CompleteAsync();

        Assert.Equal("Half a", Comments.Drafts[1]);
    }

    [Fact]
    public async Task Feeds_are_listed_renamed_put_into_folders_shown_alone_and_removed()
    {
        Have(2);
        Feeds.Add(new Feed
        { Id = 0, FeedUrl = "https://example.org/1", Title = "One", StoryCount = 2, UnreadCount = 1, Error = "It is gone." });

        var lines = await TypeAsync(
            "feeds", "rename 1 Uno", "tag 1 News, Sea", "feeds", "only 1", "only news", "all", "remove 1", "feeds");

        Assert.Contains("1 feed, 1 failing", lines);
        Assert.Contains("1. One; 1 unread of 2; https://example.org/1; failing: It is gone.", lines);
        Assert.Contains("1. Uno; 1 unread of 2; in News, Sea; https://example.org/1; failing: It is gone.", lines);
        Assert.Contains("Latest of Uno: 2 unread", lines);
        Assert.Contains("Latest of News: 2 unread", lines);
        Assert.Contains("Uno is removed; undo brings it back with its stories.", lines);
        Assert.Empty(await Feeds.ListAsync(A.Token));
    }

    [Fact]
    public async Task A_question_that_is_not_answered_changes_nothing_and_the_line_is_a_command()
    {
        Have(1);
        Feeds.Add("https://example.org/1");

        var lines = await TypeAsync("add https://example.org/2", "save 1", "add https://example.org/2");

        Assert.Contains("Nothing was changed.", lines);
        Assert.True(StatusOf(1).IsSaved);
        Assert.Single(await Feeds.ListAsync(A.Token));
        Assert.Contains("there was no answer", Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_shown_before_it_is_added()
    {
        var lines = await TypeAsync("add https://example.org/feed", "y");

        Assert.Contains("- Two", lines);
        Assert.Contains("You follow Found now; undo takes it back.", lines);
        Assert.Equal(["https://example.org/feed"], Subscribed);
    }

    [Fact]
    public async Task A_refresh_tells_what_it_brought_and_what_failed()
    {
        Have(1);
        var failed = new RefreshError(1, "One", "https://example.org/1", 404, "It is gone.", null);
        Refresher.Bring = () => new RefreshSummary { Feeds = 2, NewStories = 1, Failed = 1, Errors = [failed] };

        var lines = await TypeAsync("refresh");

        Assert.Equal(["Fetching...", "1 new story from 2 feeds; 1 failed, feeds tells why.", ""], lines);
        Assert.Equal("termnews: One: It is gone.\n", Error);
        Assert.True(Assert.Single(Refresher.Requests).Force);   // Nothing is fetched that a pipe did not ask for.
    }

    [Fact]
    public void A_long_refresh_tells_how_far_it_is_now_and_then()
    {
        using var output = new StringWriter();
        var progress = new RefreshLines(new PlainPrinter(output, TextWriter.Null, new PlainOptions()), Clock);

        progress.Report(new RefreshProgress(1, 90, 0, "One", null));
        Clock.Advance(TimeSpan.FromSeconds(4));
        progress.Report(new RefreshProgress(40, 90, 7, "Two", null));
        progress.Report(new RefreshProgress(41, 90, 7, "Three", null));

        Assert.Equal("40 of 90 feeds fetched, 7 new.\n", output.ToString());
    }

    [Fact]
    public async Task Stories_that_arrive_meanwhile_are_told_of_and_come_when_asked_for()
    {
        Have(1);
        Options = new PlainOptions();
        Refresher.Bring = () =>
        {
            if (Refresher.Requests[^1].Force)   // Not what is fetched behind the conversation.
                Stories.All.Add(A.Story(7, "Just in"));
            return new RefreshSummary { Feeds = 1, NewStories = 1 };
        };

        var lines = await TypeAsync("refresh", "arrivals");

        Assert.Contains("1 new; arrivals brings them into the list.", lines);
        Assert.Contains("1. Just in; unread; A feed, just now", lines);
    }

    [Fact]
    public async Task What_its_own_refresh_brought_is_counted_though_no_other_program_has_written()
    {
        Have(1);
        Parts = Parts with { WasWrittenElsewhere = _ => Task.FromResult(false) };
        Refresher.Bring = () =>
        {
            Stories.All.Add(A.Story(7, "Just in"));
            return new RefreshSummary { Feeds = 1, NewStories = 1 };
        };

        var lines = await TypeAsync("refresh", "list");

        Assert.Contains("1 new; arrivals brings them into the list.", lines);
    }

    [Fact]
    public async Task Without_the_network_nothing_is_fetched_and_it_says_so()
    {
        Have(1);
        Parts = Parts with { Refresher = null, Subscriber = null, Pages = null };

        var lines = await TypeAsync("refresh", "add https://example.org/", "1", "full");

        Assert.StartsWith("termnews: Offline: nothing is fetched.\ntermnews: Offline: https://", Error, StringComparison.Ordinal);
        Assert.Contains("Offline: no feed can be added now.", lines);
    }

    private static string TellAt(string words, string text, TaskCompletionSource taken)
    {
        if (text.StartsWith(words, StringComparison.Ordinal))
            taken.TrySetResult();
        return text;
    }

    private static string LeaveAt(string words, string text, CancellationTokenSource signal)
    {
        if (text.StartsWith(words, StringComparison.Ordinal))
            signal.Cancel();
        return text;
    }
}
