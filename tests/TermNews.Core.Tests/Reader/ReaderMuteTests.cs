using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderMuteTests : ReaderTest
{
    private async Task StartWithNewsAsync(int width = 80)
    {
        Stories.All.AddRange(
        [
            A.Story(1, "Ministers debate the Election", author: "Jane Doe, Ann Ray", feed: "Wire", categories: ["Politics"],
            at: A.Noon.AddMinutes(-1)),
            A.Story(2, "A storm is near", feedId: 2, feed: "Blog", at: A.Noon.AddMinutes(-2)),
            A.Story(3, "Election night", feedId: 2, feed: "Blog", at: A.Noon.AddMinutes(-3)),
            A.Story(4, "Rain", feedId: 2, feed: "Blog", author: "Ann Ray", at: A.Noon.AddMinutes(-4)),
        ]);
        await StartAsync(width);
    }

    private long[] Shown => [.. Reader.FrontPage.State.Lines.Select(line => line.Story.Id)];

    private string[] Choices => [.. Reader.State.Menu!.Items.Select(item => item.Text)];

    [Fact]
    public async Task What_can_be_muted_is_what_the_story_has()
    {
        await StartWithNewsAsync();

        await PressAsync("m");

        Assert.Equal(["1 A word of the headline…", "2 The author: Jane Doe", "3 The author: Ann Ray", "4 The feed: Wire",
            "5 The category: Politics"], Choices);
        await PressAsync("Esc");
        Assert.Null(Reader.State.Menu);
        Assert.Empty(Mutes.All);
    }

    [Fact]
    public async Task A_word_is_suggested_changed_and_muted_for_30_days()
    {
        await StartWithNewsAsync();

        await PressAsync("m", "1");
        Assert.Equal(("Mute the word: ", "Election"), (Reader.State.Prompt!.Label, Reader.State.Prompt.Text));
        await TypeAsync("election");
        Assert.Equal(("Mute the word 'election'", 3), (Reader.State.Menu!.Title, Choices.Length));
        await PressAsync("2");

        Assert.Equal("2 stories muted until 13 Apr; u takes it back.", Reader.State.Notice);
        Assert.Equal([2, 4], Shown);
        Assert.Equal(new Mute(MuteKind.Word, "election") { Until = A.Noon.AddDays(30) }, Assert.Single(Mutes.All));
        Assert.Equal(2, SelectedId);
        await PressAsync("j");
        Assert.EndsWith("2 muted, M", Status, StringComparison.Ordinal);
        Assert.EndsWith("2 unread", Title.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_brings_the_stories_back_and_redo_mutes_again()
    {
        await StartWithNewsAsync();
        await PressAsync("m", "3", "3");
        Assert.Equal([2, 3], Shown);

        await PressAsync("u");
        Assert.Equal("Undone: the author 'Ann Ray' muted.", Reader.State.Notice);
        Assert.Equal([1, 2, 3, 4], Shown);
        Assert.Empty(Mutes.All);
        await PressAsync("Ctrl-R");
        Assert.Equal([2, 3], Shown);
        await PressAsync("u", "u");
        Assert.Equal("Nothing to undo.", Reader.State.Notice);
    }

    [Fact]
    public async Task Undo_of_a_longer_mute_leaves_the_shorter_one_that_stood_before()
    {
        await StartWithNewsAsync();
        await Mutes.AddAsync(new Mute(MuteKind.Word, "rain") { Until = A.Noon.AddDays(1) }, A.Token);
        await Reader.MuteAsync(new Mute(MuteKind.Word, "Rain"), A.Token);

        await PressAsync("u");

        Assert.Equal(A.Noon.AddDays(1), Assert.Single(Mutes.All).Until);
    }

    [Theory]
    [InlineData("4", "1", 3)]
    [InlineData("5", "1", 3)]
    public async Task The_feed_and_the_category_are_muted_for_a_day(string what, string howLong, int left)
    {
        await StartWithNewsAsync();

        await PressAsync("m", what, howLong);

        Assert.Equal("1 story muted until 15 Mar 12:00; u takes it back.", Reader.State.Notice);
        Assert.Equal(left, Shown.Length);
    }

    [Fact]
    public async Task An_article_mutes_too_and_stays_open()
    {
        await StartWithNewsAsync();
        await PressAsync("j", "Enter", "m");
        Assert.Equal(["1 A word of the headline…", "2 The feed: Blog"], Choices);

        await PressAsync("2", "3");

        Assert.Equal((KeyScope.Article, 2), (Reader.State.Screen, Reader.Article.State.Story!.Id));
        Assert.Equal([1], Shown);
    }

    [Fact]
    public async Task The_selection_goes_to_the_next_story_that_is_left()
    {
        await StartWithNewsAsync();
        await PressAsync("j");

        await PressAsync("m", "2", "3");

        Assert.Equal(1, SelectedId);
    }

    [Fact]
    public async Task What_is_muted_can_be_shown_and_says_what_mutes_it()
    {
        await StartWithNewsAsync();
        await Reader.MuteAsync(new Mute(MuteKind.Word, "election"), A.Token);
        await PressAsync("M");
        Assert.Equal(["Show the 2 stories", "the word 'election' for ever: 2 stories"], Choices);

        await PressAsync("Enter");

        Assert.Equal([1, 3], Shown);
        Assert.StartsWith("Muted: 2 stories", Title, StringComparison.Ordinal);
        Assert.EndsWith("muted: election", Reader.FrontPage.Rows(80)[0].ToString(), StringComparison.Ordinal);
        await PressAsync("w");
        Assert.Equal("muted for ever by the word 'election'", Reader.State.Menu!.Items[0].Text);
        await PressAsync("Esc", "q");
        Assert.Equal([2, 4], Shown);
        Assert.False(Reader.State.HasLeft);
    }

    [Fact]
    public async Task A_muted_story_offers_to_end_what_mutes_it()
    {
        await StartWithNewsAsync();
        await Reader.MuteAsync(new Mute(MuteKind.Word, "election"), A.Token);
        await PressAsync("M", "Enter", "m");
        Assert.Equal("1 No longer mute the word 'election'", Choices[0]);

        await PressAsync("1");

        Assert.Equal("The word 'election' is no longer muted, 2 stories shown again; u mutes it again.", Reader.State.Notice);
        Assert.Empty(Shown);
        Assert.Contains("Nothing is muted.", string.Join('\n', Reader.FrontPage.Rows(80)), StringComparison.Ordinal);
        await PressAsync("u");
        Assert.Equal([1, 3], Shown);
    }

    [Fact]
    public async Task A_mute_is_ended_from_the_list_of_them_and_one_of_the_configuration_is_not()
    {
        await StartWithNewsAsync();
        await Mutes.ConfigureAsync([new Mute(MuteKind.Author, "Ann")], A.Token);
        await Reader.MuteAsync(new Mute(MuteKind.Word, "storm"), A.Token);

        await PressAsync("M", "j", "j", "Enter");
        Assert.Equal("The configuration mutes the author 'Ann'; take it out there, under [mute].", Reader.State.Notice);
        await PressAsync("M", "2");

        Assert.Equal([2, 3], Shown);
        Assert.Equal(MuteKind.Author, Assert.Single(Mutes.All).Kind);
    }

    [Fact]
    public async Task Where_muted_stories_stay_the_selection_stays()
    {
        await StartWithNewsAsync();
        await Reader.MuteAsync(new Mute(MuteKind.Word, "election"), A.Token);
        await PressAsync("M", "Enter", "j");
        Assert.Equal(3, SelectedId);

        await PressAsync("m", "3", "1");

        Assert.Equal("the feed 'Blog'", Mutes.All[^1].Name);
        Assert.Equal([1, 2, 3, 4], Shown);
        Assert.Equal(3, SelectedId);
    }

    [Fact]
    public async Task Where_nothing_is_muted_it_says_how_to()
    {
        await StartWithNewsAsync();

        await PressAsync("M");

        Assert.Equal("Nothing is muted; m mutes a word, an author, a feed or a category.", Status);
    }

    [Fact]
    public async Task A_search_from_the_muted_stories_is_one_of_all()
    {
        await StartWithNewsAsync();
        await Reader.MuteAsync(new Mute(MuteKind.Word, "election"), A.Token);
        await PressAsync("M", "Enter", "g", "/");

        await TypeAsync("storm");

        Assert.Equal([2], Shown);
        await PressAsync("q");
        Assert.Equal([1, 3], Shown);
        await PressAsync("1");
        Assert.Equal([2, 4], Shown);
    }

    [Fact]
    public async Task What_is_muted_in_the_sample_is_muted_there_only()
    {
        var sample = new FakeStories();
        sample.All.AddRange([A.Story(1, "A sample"), A.Story(2, "Another")]);
        await StartAsync(parts: Parts with
        {
            OpenSample = _ => Task.FromResult(new SampleEdition(sample, new FakeComments(sample), new FakeMutes(sample), sample.Journal)),
        });
        await PressAsync("G");

        await PressAsync("m", "1", "Enter", "3");

        Assert.Equal("1 story muted until you leave, as a sample is not stored; u takes it back.", Reader.State.Notice);
        Assert.Equal([2], Shown);
        Assert.Empty(Mutes.All);
    }

    [Fact]
    public async Task More_mutes_than_fit_are_counted_on_the_command_line()
    {
        await StartWithNewsAsync(40);
        Reader.Resize(40, 10);
        for (var at = 0; at < 20; at++)
            await Mutes.AddAsync(new Mute(MuteKind.Word, $"word{at}"), A.Token);

        await PressAsync("M");

        Assert.Equal(("Show the 0 stories", "More: termnews mute list", true), (Choices[0], Choices[^1], Choices.Length <= 7));
    }

    [Fact]
    public async Task What_cannot_be_written_is_told_and_nothing_is_to_be_undone()
    {
        await StartWithNewsAsync();
        Mutes.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");

        await PressAsync("m", "4", "3");

        Assert.Equal((true, "The disk is full."), (Reader.State.IsWarning, Reader.State.Notice));
        await PressAsync("u");
        Assert.Equal("Nothing to undo.", Reader.State.Notice);
    }
}
