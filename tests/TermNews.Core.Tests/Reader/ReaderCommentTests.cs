using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderCommentTests : ReaderTest
{
    private async Task WriteAsync(string text)
    {
        await PressAsync("c");
        Reader.CommentBox.Change(text);
        await PressAsync("Ctrl-S");
    }

    [Fact]
    public async Task A_comment_written_from_the_list_shows_in_article_and_row()
    {
        Have(2);
        await StartAsync();
        await WriteAsync("A thought");
        Assert.Equal(("A thought", "Ann"), (Comments.All[0].Text.Value, Comments.All[0].Author));
        Assert.Contains(Reader.Article.State.Page.Lines, line => line.ToString() == "  A thought");
        Assert.Equal(1, Reader.FrontPage.State.Lines[0].Story.CommentCount);
        Assert.Equal(KeyScope.Article, Reader.Scope);
    }

    [Fact]
    public async Task An_answer_stands_below_what_it_answers_and_its_draft_has_a_place_of_its_own()
    {
        Have(1);
        await StartAsync();
        await WriteAsync("First");
        await WriteAsync("Second");
        Reader.Article.Select(Reader.Article.State.Page.Targets.ToList().FindIndex(
            target => target is { Id: 1, Kind: ArticleTargetKind.Comment }));
        await PressAsync("a");
        Assert.Equal("Answer to Ann", Reader.CommentBox.State.Title);
        Reader.CommentBox.Change("half an");
        await PressAsync("Esc");
        Assert.Equal("The draft is kept; a goes on with it.", Reader.State.Notice);
        Assert.Equal("half an", Comments.Drafts[new DraftPlace(1, ReplyTo: 1)]);
        await PressAsync("a");
        Assert.Equal("half an", Reader.CommentBox.State.Text);
        Reader.CommentBox.Change("half an answer");
        await PressAsync("Ctrl-S");

        Assert.Equal(1, Comments.All[2].ReplyTo);
        var lines = Reader.Article.State.Page.Lines.Select(line => line.ToString()).ToList();
        Assert.True(lines.IndexOf("  First") < lines.IndexOf("    half an answer"));
        Assert.True(lines.IndexOf("    half an answer") < lines.IndexOf("  Second"));
    }

    [Fact]
    public async Task Without_comments_there_is_nothing_to_answer()
    {
        Have(1);
        await StartAsync();
        await PressAsync("Enter");
        await PressAsync("a");
        Assert.False(Reader.CommentBox.State.IsOpen);
        Assert.Equal("You have written no comment here; c writes one.", Reader.State.Notice);
    }

    [Fact]
    public async Task The_box_stands_under_the_text_and_takes_its_rows_from_it()
    {
        Have(1);
        await StartAsync();
        await PressAsync("Enter");
        var before = Reader.Article.State.Height;
        await PressAsync("c");
        Assert.Equal(KeyScope.Comment, Reader.Scope);
        Assert.Equal(before - Reader.State.Layout.BoxHeight, Reader.Article.State.Height);
        await PressAsync("Esc");
        Assert.Equal(before, Reader.Article.State.Height);
    }

    [Fact]
    public async Task Esc_keeps_the_draft_and_says_so()
    {
        Have(1);
        await StartAsync();
        await PressAsync("c");
        Reader.CommentBox.Change("half a");
        await PressAsync("Esc");
        Assert.Equal("The draft is kept; c goes on with it.", Reader.State.Notice);
        Assert.Equal("half a", Comments.Drafts[1]);
        await PressAsync("c");
        Assert.Equal("half a", Reader.CommentBox.State.Text);
    }

    [Fact]
    public async Task Leaving_the_program_keeps_the_draft()
    {
        Have(1);
        await StartAsync();
        await PressAsync("c");
        Reader.CommentBox.Change("half a");
        await PressAsync("Ctrl-C");
        Assert.True(Reader.State.HasLeft);
        Assert.Equal("half a", Comments.Drafts[1]);
    }

    [Theory]
    [InlineData("Esc", "The draft is kept; E goes on with it.")]
    [InlineData("Ctrl-C", null)]
    public async Task A_change_that_is_left_is_offered_again(string key, string? told)
    {
        Have(1);
        await StartAsync();
        await WriteAsync("first");
        await PressAsync("E");
        Reader.CommentBox.Change("first, and");
        await PressAsync(key);
        if (told is not null)
            Assert.Equal(told, Reader.State.Notice);
        Assert.Equal("first, and", Comments.Drafts[new DraftPlace(1, Editing: 1)]);
        await PressAsync("E");
        Assert.Equal("first, and", Reader.CommentBox.State.Text);
    }

    [Fact]
    public async Task A_full_disk_keeps_nobody_inside()
    {
        Have(1);
        await StartAsync();
        await PressAsync("c");
        Comments.Fault = new NewsException(NewsFault.Unreadable, "The disk is full.");
        Reader.CommentBox.Change("half a");
        await PressAsync("Esc");
        Assert.Equal("The draft is kept in memory for now. The disk is full.", Reader.State.Notice);
        Assert.Equal(KeyScope.Article, Reader.Scope);
        await PressAsync("Q");
        Assert.True(Reader.State.HasLeft);
        Assert.Contains("    half a\n", Reader.Leaving.Rescue(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_and_letters_belong_to_the_text()
    {
        Have(1);
        await StartAsync();
        await PressAsync("c");
        Assert.False(Reader.Wants(KeyPress.Parse("Enter")!));
        Assert.False(Reader.Wants(KeyPress.Parse("Q")!));
        Assert.True(Reader.Wants(KeyPress.Parse("Alt-Enter")!));
    }

    [Fact]
    public async Task A_comment_is_changed_and_deleted_and_brought_back()
    {
        Have(1);
        await StartAsync();
        await WriteAsync("first");
        await PressAsync("E");
        Reader.CommentBox.Change("second");
        await PressAsync("Alt-Enter");
        Assert.Equal("second", Comments.All[0].Text.Value);
        await PressAsync("X");
        Assert.Empty(Comments.All);
        Assert.Equal(0, Reader.FrontPage.State.Lines[0].Story.CommentCount);
        await PressAsync("u");
        Assert.Equal("second", Assert.Single(Comments.All).Text.Value);
        Assert.Single(Reader.Article.State.Comments);
        await PressAsync("Ctrl-R");
        Assert.Empty(Comments.All);
    }

    [Fact]
    public async Task Without_a_comment_there_is_nothing_to_change()
    {
        Have(1);
        await StartAsync();
        await PressAsync("Enter", "E");
        Assert.Equal("You have written no comment here; c writes one.", Reader.State.Notice);
    }

    [Fact]
    public async Task C_goes_to_the_comments_from_the_list()
    {
        Have(1);
        Comments.All.Add(new Comment(1, 1, "Ann", CommentText.Create("Here."), A.Noon, null, null));
        Stories.Texts[1] = new StoryText(null, string.Concat(Enumerable.Repeat("<p>Text.</p>", 60)));
        await StartAsync();
        await PressAsync("C");
        Assert.Contains(Reader.Article.Rows(), row => row.ToString().Contains("Comments (1)", StringComparison.Ordinal));
        Assert.Equal(KeyScope.Article, Reader.State.Screen);
    }
}
