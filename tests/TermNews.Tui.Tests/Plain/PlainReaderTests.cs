using TermNews.Core.Listing;
using TermNews.Core.Stories;
using TermNews.Core.Tests;
using TermNews.Core.Tests.Reader;
using TermNews.Tui.Plain;

namespace TermNews.Tui.Tests.Plain;

/// <summary>Lists, articles and marks in lines.</summary>
public sealed class PlainReaderTests : PlainReaderTest
{
    [Fact]
    public async Task A_person_sees_a_greeting_numbered_stories_and_a_prompt()
    {
        Stories.All.Add(A.Story(1, "Ferries return", feed: "Harbour News", at: A.Noon.AddHours(-2), comments: 1,
            status: new StoryStatus { IsSaved = true }));
        Options = new PlainOptions();

        var lines = await TypeAsync();

        Assert.Equal(
        [
            "TermNews. help lists the commands, quit leaves.",
            "Latest: 1 unread",
            "1. Ferries return; unread, saved; Harbour News, 2 h ago; 1 comment",
            "termnews> ",
            "",
        ], lines);
    }

    [Fact]
    public async Task Commands_from_a_pipe_are_answered_without_prompts()
    {
        Have(2);

        var lines = await TypeAsync("list");

        Assert.Equal(
            ["Latest: 2 unread", "1. Headline 1; unread; A feed, 1 min ago", "2. Headline 2; unread; A feed, 2 min ago", ""], lines);
        Assert.False(HasFailed);
    }

    [Theory]
    [InlineData("latest", "Latest: ")]
    [InlineData("popular", "Popular: ")]
    [InlineData("must-read", "Must-Read: ")]
    [InlineData("saved", "Saved: ")]
    [InlineData("commented", "Comments: ")]
    public async Task Each_list_has_a_command(string command, string heading)
    {
        Have(1);

        var lines = await TypeAsync(command);

        Assert.StartsWith(heading, lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_and_back_by_pages_to_its_very_end()
    {
        Have(450);
        Options = new PlainOptions { IsInteractive = false };

        var lines = await TypeAsync(["page 100", "next", "next", "next", "previous", "next", "next", "next", "next"]);

        Assert.Contains("450. Headline 450; unread; A feed, 7 h ago", lines);
        Assert.Equal(2, lines.Count(line => line.StartsWith("150. ", StringComparison.Ordinal)));
        Assert.Equal("This is the end of the list.", lines[^2]);
    }

    [Fact]
    public async Task A_number_opens_the_story_and_its_text_comes_in_pages()
    {
        Have(2);
        HaveText(2, string.Concat(Enumerable.Range(1, 40).Select(n => $"<p>Paragraph {n}.</p>")));
        Options = new PlainOptions { Size = () => (60, 12) };

        var lines = await TypeAsync("2", "", "b");

        Assert.Contains("termnews> Headline 2", lines);
        Assert.Contains("https://example.org/story/2", lines);
        Assert.Equal(2, lines.Count(line => line == "Paragraph 1."));
        Assert.Contains("Paragraph 6.", lines);
        Assert.DoesNotContain("Paragraph 12.", lines);
        Assert.True(StatusOf(2).IsRead);
    }

    [Fact]
    public async Task Sentences_that_name_a_key_of_the_full_screen_reader_name_the_plain_command()
    {
        Have(2);

        var lines = await TypeAsync("1", "mark-all-read");

        Assert.Contains("The feed gives no text for this story; browser opens its page in the browser.", lines);
        Assert.Contains("1 story marked as read; undo takes it back.", lines);
    }

    [Fact]
    public async Task Another_machines_browser_does_not_keep_the_next_command_waiting()
    {
        Have(2);
        Desktop.IsElsewhere = true;

        await TypeAsync("browser 1", "save 2", "undo");

        Assert.Equal(["https://example.org/story/1"], Desktop.Opened);
        Assert.False(StatusOf(2).IsSaved);
    }

    [Fact]
    public async Task Long_lines_are_broken_at_the_terminals_edge_at_a_column_or_not_at_all()
    {
        Have(1);
        var paragraph = string.Join(' ', Enumerable.Repeat("word", 60));
        HaveText(1, $"<p>{paragraph}</p>");
        Options = new PlainOptions { Size = () => (50, 100) };

        var broken = await TypeAsync("1");
        var whole = await TypeAsync("wrap off", "1");
        var narrow = await TypeAsync("wrap 30", "1");

        Assert.DoesNotContain(broken, line => line.StartsWith("word", StringComparison.Ordinal) && line.Length >= 50);
        Assert.Contains(paragraph, whole);
        Assert.Contains("word word word word word word", narrow);
    }

    [Fact]
    public async Task Links_are_listed_opened_copied_and_shown_by_number()
    {
        Have(1);
        HaveText(1, "<p>See <a href=\"https://example.org/a\">one</a> and <a href=\"https://example.org/b\">two</a>.</p>");

        var lines = await TypeAsync("1", "links", "link 2", "link 1 copy", "link 2 show", "link 3");

        Assert.Contains("[2] https://example.org/b", lines);
        Assert.Equal(["https://example.org/b"], Desktop.Opened);
        Assert.Equal(["https://example.org/a"], Desktop.Copied);
        Assert.Equal("https://example.org/b", lines[^2]);
        Assert.Equal("termnews: Give the number of a link, from 1 to 2.\n", Error);
    }

    [Fact]
    public async Task Marks_are_set_by_number_told_in_words_and_taken_back()
    {
        Have(3);

        var lines = await TypeAsync("save 1 2", "pin 1", "read 3", "list", "undo", "redo", "unread 3", "unsave 2", "unpin 1");

        Assert.Contains("1. Headline 1; unread, saved, pinned; A feed, 1 min ago", lines);
        Assert.Contains("3. Headline 3; read; A feed, 3 min ago", lines);
        Assert.Contains("Undone: marked as read.", lines);
        Assert.Equal((true, false, false), (StatusOf(1).IsSaved, StatusOf(1).IsPinned, StatusOf(3).IsRead));
        Assert.False(StatusOf(2).IsSaved);
    }

    [Fact]
    public async Task Hiding_a_story_leaves_the_others_their_numbers()
    {
        Have(3);

        var lines = await TypeAsync("list", "hide 1", "save 2", "list", "unhide 1");

        Assert.Contains("1. Headline 1; unread, hidden; A feed, 1 min ago", lines);
        Assert.Equal((false, true), (StatusOf(1).IsSaved, StatusOf(2).IsSaved));
        Assert.False(StatusOf(1).IsHidden);
    }

    [Fact]
    public async Task The_keys_of_the_full_screen_reader_stand_for_commands_too()
    {
        Have(2);

        await TypeAsync("s 1", "!2", "1", "d", "Q", "s 2");

        Assert.Equal((true, true), (StatusOf(1).IsSaved, StatusOf(1).IsHidden));
        Assert.Equal((true, false), (StatusOf(2).IsPinned, StatusOf(2).IsSaved));
    }

    [Fact]
    public async Task Search_filter_and_all_narrow_and_widen_the_list()
    {
        Have(12);

        var lines = await TypeAsync("search Headline 1", "latest", "filter 12", "filter", "mark-all-read");

        Assert.Contains("Search for Headline 1: 4 found", lines);
        Assert.Contains("Latest, filtered by 12: 12 unread", lines);
        Assert.Contains("12 stories marked as read; undo takes it back.", lines);
        Assert.True(StatusOf(12).IsRead);
    }

    [Fact]
    public async Task Why_a_story_is_here_the_related_ones_and_words_in_a_text_are_told()
    {
        Have(3);
        Stories.Related.Add(Stories.All[2]);
        HaveText(1, "<p>First.</p><p>A heron stood there.</p>");

        var lines = await TypeAsync("why 1", "why 1 numbers", "1", "related", "1", "text", "find heron");

        Assert.Contains("Why is this story here:", lines);
        Assert.Contains("Popular: not in the list, nothing speaks for it", lines);
        Assert.Contains("You may also like:", lines);
        Assert.True(StatusOf(3).IsRead);   // The number meant the related story.
        Assert.Contains("'heron' is not in the text.", lines);
    }

    [Fact]
    public async Task The_next_unread_story_is_opened_without_its_number()
    {
        Have(3);
        Stories.Change(1, status => status with { IsRead = true });

        var lines = await TypeAsync("next-unread", "next-unread", "next-unread");

        Assert.Contains("Headline 2", lines);
        Assert.Contains("Headline 3", lines);
        Assert.Equal("No more unread stories below.", lines[^2]);
    }

    [Fact]
    public async Task What_is_not_understood_is_told_on_standard_error_and_the_rest_goes_on()
    {
        Have(1);

        await TypeAsync("fly", "un", "9", "save", "save 1");

        Assert.Equal(
        [
            "termnews: There is no command 'fly'; help lists them all.",
            "termnews: 'un' could be unread, unsave, unpin, unhide, unmute, undo.",
            "termnews: There is no story 9 here; the numbers go from 1 to 1.",
            "termnews: Which story? Give its number, or open it first.",
            "",
        ], Error.Split('\n'));
        Assert.True(HasFailed);
        Assert.True(StatusOf(1).IsSaved);
    }

    [Fact]
    public async Task Help_has_every_command_of_the_table_with_its_key()
    {
        Have(1);

        var lines = await TypeAsync("help", "help sav");

        Assert.Contains("save [NUMBER...]: keeps in Saved; also s", lines);
        Assert.All(PlainCommands.Table, command => Assert.Contains(lines, line => line.StartsWith(command.Name, StringComparison.Ordinal)));
        Assert.Equal(PlainCommands.Table.Count, PlainCommands.Table.Select(command => command.Name).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_a_terminal_would_obey_goes_out()
    {
        Have(1);
        Options = new PlainOptions { Encode = text => text.Replace('é', 'e') };
        Stories.All[0] = Stories.All[0] with { Title = "Café" };

        var output = string.Join('\n', await TypeAsync("search \e[2Jcaf\a", "popular"));

        Assert.DoesNotContain(output, c => char.IsControl(c) && c != '\n');
        Assert.Contains("Search for [2Jcaf", output, StringComparison.Ordinal);
        Assert.Contains("Cafe", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_goes_from_the_article_to_the_list_and_from_there_out()
    {
        Have(2);

        await TypeAsync("1", "leave", "s 2", "filter x", "leave", "leave", "s 1");

        Assert.True(StatusOf(2).IsSaved);
        Assert.False(StatusOf(1).IsSaved);   // The program had been left.
    }

    [Fact]
    public async Task A_story_that_was_paged_to_its_end_was_read_to_the_end()
    {
        Have(2);
        HaveText(1, string.Concat(Enumerable.Range(1, 60).Select(n => $"<p>Paragraph {n}.</p>")));
        Parts = Parts with { Interests = new LearntInterests(new FakeInterests()) };
        Options = Options with { IsInteractive = true, Size = () => (80, 24) };
        await TypeAsync("1", "next", "2");
        Assert.Empty(Stories.Ends);
        await TypeAsync(["1", .. Enumerable.Repeat("next", 9), "2"]);
        Assert.Equal([1L], Stories.Ends);
    }
}
