using TermNews.Core.Reader.OnStories;

namespace TermNews.Core.Reader.Article;

/// <summary>The commands of an article, of its comments and of the comment box.</summary>
public static class ArticleCommands
{
    public static readonly ReaderCommand NextLink = ReaderCommand.On<ArticleScreen>("next-link", KeyScope.Article, ["Tab"],
        "the next link; digits choose one by its number", static article => article.SelectNext(1));

    public static readonly ReaderCommand PreviousLink = ReaderCommand.On<ArticleScreen>("previous-link", KeyScope.Article,
        ["Shift-Tab"], "the previous link", static article => article.SelectNext(-1));

    public static readonly ReaderCommand WriteComment = StoryCommands.On<ArticleComments>("comment", "c", "write a comment",
        static (comments, place, token) => comments.WriteAsync(place.Story!, token), "comment");

    public static readonly ReaderCommand GoToComments = StoryCommands.On<ArticleComments>("comments", "C", "to the comments",
        static (comments, place, token) => comments.GoToAsync(place.Story!, token));

    public static readonly ReaderCommand Reply = ReaderCommand.On<ArticleComments>("reply", KeyScope.Article, ["a"],
        "answer the selected comment, or the last one", static (comments, token) => comments.AnswerAsync(token));

    public static readonly ReaderCommand EditComment = ReaderCommand.On<ArticleComments>("edit-comment", KeyScope.Article, ["E"],
        "change the selected comment, or the last one", static (comments, token) => comments.EditAsync(token));

    public static readonly ReaderCommand DeleteComment = ReaderCommand.On<ArticleComments>("delete-comment", KeyScope.Article,
        ["X", "Delete"], "delete the selected comment, or the last one", static (comments, token) => comments.DeleteAsync(token));

    public static readonly ReaderCommand SendComment = ReaderCommand.On<ArticleComments>("send", KeyScope.Comment,
        ["Ctrl-S", "Alt-Enter"], "send the comment", static (comments, token) => comments.SendAsync(token), "send");

    public static readonly ReaderCommand FullText = ReaderCommand.On<ArticleTexts>("full-text", KeyScope.Article, ["f"],
        "the feed's text, or the full text of the page", static (texts, token) => texts.ToggleFullTextAsync(token));

    public static readonly ReaderCommand SearchText = ReaderCommand.On<ArticleTexts>("search-text", KeyScope.Article, ["/"],
        "search in the text", static texts => texts.AskForSearch(), "search");

    public static readonly ReaderCommand ShowOutline = ReaderCommand.On<ArticleTexts>("outline", KeyScope.Article, ["t"],
        "the headings of the text", static texts => texts.ShowOutline());

    public static readonly ReaderCommand Download = ReaderCommand.On<ArticleFiles>("download", KeyScope.Article, ["g d"],
        "download the story's file: an episode, a picture", static (files, token) => files.DownloadAsync(token));

    public static readonly ReaderCommand TogglePictures = ReaderCommand.On<ArticleTexts>("pictures", KeyScope.Article, ["i"],
        "the pictures of the text, or captions only", static (texts, token) => texts.TogglePicturesAsync(token));

    public static readonly ReaderCommand ChangeWidth = ReaderCommand.On<ArticleTexts>("text-width", KeyScope.Article, ["z"],
        "another width of the text", static texts => texts.ChangeWidth());

    public static readonly ReaderCommand ChangeSpacing = ReaderCommand.On<ArticleTexts>("line-spacing", KeyScope.Article, ["Z"],
        "more or less room between the lines", static texts => texts.ChangeSpacing());

    public static readonly ReaderCommand Pipe = ReaderCommand.On<ArticleTexts>("pipe", KeyScope.Article, ["|"],
        "give the article to a program", static texts => texts.AskForProgram());

    public static readonly ReaderCommand WriteFile = ReaderCommand.On<ArticleTexts>("write", KeyScope.Article, ["W"],
        "write the article into a file", static texts => texts.AskForFile());

    public static readonly ReaderCommand FetchAgain = ReaderCommand.On<ArticleTexts>("fetch-again", KeyScope.Article, ["R"],
        "fetch again: the story's feed, or the page of its full text", static (texts, token) => texts.FetchAgainAsync(token));
}
