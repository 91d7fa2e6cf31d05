using System.Globalization;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    private const int PageOverlap = 2;   // Lines of the page before that are still seen: they are scrolled, not sent.

    private Task InArticleAsync(ReaderCommand command, int digit, CancellationToken token)
    {
        var page = Math.Max(1, Article.State.Height - PageOverlap);
        switch (command)
        {
            case ReaderCommand.MoveDown: Article.Scroll(1); break;
            case ReaderCommand.MoveUp: Article.Scroll(-1); break;
            case ReaderCommand.Onward when Article.State.IsAtEnd: return NextUnreadAsync(1, token);
            case ReaderCommand.Onward or ReaderCommand.PageDown: Article.Scroll(page); break;
            case ReaderCommand.PageUp: Article.Scroll(-page); break;
            case ReaderCommand.HalfPageDown: Article.Scroll(Math.Max(1, page / 2)); break;
            case ReaderCommand.HalfPageUp: Article.Scroll(-Math.Max(1, page / 2)); break;
            case ReaderCommand.GoToTop: Article.ScrollTo(0); break;
            case ReaderCommand.GoToBottom: Article.ScrollToEnd(); break;
            case ReaderCommand.NextLink: Article.SelectNext(1); TellWhereItLeads(); break;
            case ReaderCommand.PreviousLink: Article.SelectNext(-1); TellWhereItLeads(); break;
            case ReaderCommand.Digit when Article.TypeDigit(digit): TellWhereItLeads(); break;
            case ReaderCommand.Cancel: Article.Deselect(); break;
            case ReaderCommand.NextMatch: GoToMatch(1); break;
            case ReaderCommand.PreviousMatch: GoToMatch(-1); break;
            default: return OnArticleAsync(command, token);
        }
        return Task.CompletedTask;
    }

    private Task OnArticleAsync(ReaderCommand command, CancellationToken token) => command switch
    {
        ReaderCommand.Open => FollowAsync(token),
        ReaderCommand.Leave or ReaderCommand.Back => BackToListAsync(token),
        ReaderCommand.NextUnread => NextUnreadAsync(1, token),
        ReaderCommand.PreviousUnread => NextUnreadAsync(-1, token),
        ReaderCommand.SearchText => Ask(PromptKind.SearchText, "Search in the text: ", Article.State.Search),
        ReaderCommand.ShowOutline => ShowOutline(),
        ReaderCommand.Pipe => AskForOutlet(PromptKind.PipeTo, "Pipe to (md: program for Markdown): "),
        ReaderCommand.WriteFile => AskForOutlet(PromptKind.WriteTo, "Write to (.txt .md .html .json): "),
        ReaderCommand.EditComment => ChosenComment() is { } chosen && Article.State.Story is { } story
            ? WriteCommentAsync(story, chosen, token) : TellNoComment(),
        ReaderCommand.DeleteComment => ChosenComment() is { } chosen ? AskToDelete(chosen) : TellNoComment(),
        ReaderCommand.OpenInBrowser when Article.State.Current is { Kind: not ArticleTargetKind.Place, Url: { } url } => BrowseAsync(url, "", token),
        ReaderCommand.CopyLink when Article.State.Current is { Kind: not ArticleTargetKind.Place, Url: { } url } => CopyAsync(url, token),
        ReaderCommand.FullText => ToggleFullTextAsync(token),
        ReaderCommand.Download => DownloadAsync(token),
        ReaderCommand.TogglePictures => TogglePicturesAsync(token),
        ReaderCommand.ChangeWidth => ChangeWidth(),
        ReaderCommand.ChangeSpacing => ChangeSpacing(),
        ReaderCommand.FetchAgain when Article.State.IsFull => FetchPageAgainAsync(token),
        ReaderCommand.FetchAgain when Article.State.Story is { } story =>
            RefreshByHandAsync(new RefreshRequest { FeedIds = [story.Feed.Id], Force = true }, token),
        _ => OnStoryAsync(command, Article.State.Story, token),
    };

    private async Task ToggleFullTextAsync(CancellationToken token)
    {
        if (Article.State is { IsFull: false, Story.Link: null })
            Tell("This story has no page of its own.");
        else if (Article.State.IsFull)
            await Article.ShowFeedTextAsync(token);
        else
            await ShowFullTextAsync(token);
    }

    private async Task ShowFullTextAsync(CancellationToken token)
    {
        if (_texts.HasNetwork)
            Tell("Fetching the page…");
        await Article.ShowFullTextAsync(_texts, token);
        Tell($"The full text of the page; {KeyOf(ReaderCommand.FullText)} goes back to the feed's.");
    }

    private async Task FetchPageAgainAsync(CancellationToken token)
    {
        if (_texts.HasNetwork)
            Tell("Fetching the page…");
        await Article.FetchFullTextAgainAsync(_texts, token);
        Tell("The text is that of the page now.");
    }

    private async Task TogglePicturesAsync(CancellationToken token)
    {
        if (_parts.Pictures is null)
        {
            Tell("This terminal cannot show pictures; o opens the page in the browser.");
            return;
        }
        if (Article.ShowsPictures)
        {
            Article.HidePictures();
            Tell("Captions only.");
            return;
        }
        Tell(ArticleViewModel.PicturesOf(Article.State.Document).Count == 0 ? "This text has no pictures." : "Fetching the pictures…");
        if (await Article.ShowPicturesAsync(token) is { } fault)
            Warn(fault);
        else if (ArticleViewModel.PicturesOf(Article.State.Document).Count > 0)
            Tell($"{KeyOf(ReaderCommand.TogglePictures)} takes the pictures away.");
    }

    private Task ChangeWidth()
    {
        var columns = Article.ChangeWidth();
        Tell(string.Create(CultureInfo.InvariantCulture, $"The text has {columns} columns; `width` under [reader] in the configuration keeps that."));
        return Task.CompletedTask;
    }

    private Task ChangeSpacing()
    {
        Tell(Article.ChangeSpacing() == 0
            ? "The lines stand close together."
            : "A line stands empty after each; `line_spacing` under [articles] in the configuration keeps that.");
        return Task.CompletedTask;
    }

    private async Task BackToListAsync(CancellationToken token)
    {
        await Article.SavePlaceAsync(token);
        Pop();
    }

    private void GoToMatch(int step)
    {
        if (!Article.GoToMatch(step))
        {
            var search = Article.State.Search;
            Tell(search.Length == 0 ? "Nothing is searched for; / searches in the text." : $"'{search}' is not in the text.");
        }
    }

    private async Task FollowAsync(CancellationToken token)
    {
        switch (Article.State.Current)
        {
            case null:
                Tell("Tab selects a link, or type its number.");
                break;
            case { Kind: ArticleTargetKind.Story, Id: var id } when await _edition.FindAsync(id, token) is { } story:
                await OpenAsync(story, token);
                break;
            case { Kind: ArticleTargetKind.ShareCopy, Url: var url }:
                await CopyAsync(url, token);
                break;
            case { Kind: ArticleTargetKind.ShareMail } when Article.State.Story is { } shared:
                await BrowseAsync(MailOf(shared), "", token);
                break;
            case { Kind: ArticleTargetKind.Place, Url: { } place }:
                Tell(Article.JumpTo(place) ? $"{KeyOf(ReaderCommand.Cancel)} goes back to where you were." : "The text has no such place.");
                break;
            case { Kind: ArticleTargetKind.Enclosure } when SelectedFile is { } file:
                await ShowFileMenu(file);
                break;
            case { Kind: ArticleTargetKind.Comment }:
                Tell($"{KeyOf(ReaderCommand.EditComment)} changes the comment, {KeyOf(ReaderCommand.DeleteComment)} deletes it.");
                break;
            case { Url: { } url }:
                await BrowseAsync(url, "", token);
                break;
        }
    }

    /// <summary>Where a link leads is told before it is followed.</summary>
    private void TellWhereItLeads()
    {
        if (Article.State.Current is { Kind: ArticleTargetKind.Link or ArticleTargetKind.Story or ArticleTargetKind.Enclosure, Url: { } url })
            Tell(url);
    }

    private async Task GoToCommentsAsync(Story story, CancellationToken token)
    {
        if (State.Screen != ReaderScreen.Article || Article.State.Story?.Id != story.Id)
            await OpenAsync(story, token);
        Article.ScrollToComments();
    }

    private async Task WriteCommentAsync(Story story, Comment? editing, CancellationToken token)
    {
        if (State.Screen != ReaderScreen.Article || Article.State.Story?.Id != story.Id)
            await OpenAsync(story, token);
        await CommentBox.OpenAsync(Article.State.Story ?? story, editing, token);
        State = State with { IsWriting = true };
        Arrange();
    }

    private Task InCommentAsync(ReaderCommand command, CancellationToken token) => command switch
    {
        ReaderCommand.SendComment => SendCommentAsync(token),
        ReaderCommand.Cancel => LeaveCommentAsync(token),
        _ => EverywhereAsync(command, token),
    };

    private async Task SendCommentAsync(CancellationToken token)
    {
        if (await CommentBox.SendAsync(token) is not { } comment)
            return;
        CloseBox();
        Tell(State.IsSample ? "Comment kept until you leave: the sample edition is not stored."
            : comment.EditedAt is null ? "Comment kept." : "Comment changed.");
        await Article.ReloadCommentsAsync(token);
        Article.ScrollToComments();
        await FrontPage.ReReadAsync(comment.StoryId, token);
    }

    private async Task LeaveCommentAsync(CancellationToken token)
    {
        var isDraft = CommentBox.State is { Editing: null, Text.Length: > 0 };
        await CommentBox.LeaveAsync(token);
        CloseBox();
        if (isDraft)
            Tell($"The draft is kept; {KeyOf(ReaderCommand.WriteComment)} goes on with it.");
    }

    private void CloseBox()
    {
        State = State with { IsWriting = false };
        Arrange();
    }

    private Comment? ChosenComment() => Article.State.Current is { Kind: ArticleTargetKind.Comment, Id: var id }
        ? Article.State.Comments.FirstOrDefault(comment => comment.Id == id)
        : Article.State.Comments is [.., var last] ? last : null;

    private Task TellNoComment()
    {
        Tell($"You have written no comment here; {KeyOf(ReaderCommand.WriteComment)} writes one.");
        return Task.CompletedTask;
    }

    private Task AskToDelete(Comment comment)
    {
        var begins = TextWidth.Fit(ForeignText.CleanLine(comment.Text.Value), 30);
        State = State with
        {
            Question = new ReaderQuestion($"Delete the comment '{begins}'? y n",
                async token => await ApplyAsync(await _comments.DeleteAsync(comment, token), token)),
        };
        return Task.CompletedTask;
    }

    private async Task BrowseAsync(string? address, string otherwise, CancellationToken token)
    {
        var bare = address is null ? null : TrackerFree.Of(address);
        Tell(bare is null ? otherwise : await _parts.Browser.OpenAsync(bare, token));
        if (bare is not null && _parts.Browser.IsElsewhere)
            ShowElsewhere(bare);
    }

    private async Task CopyAsync(string? text, CancellationToken token) =>
        Tell(string.IsNullOrEmpty(text) ? "This story has no link." : await _parts.Clipboard.CopyAsync(text, token));

    internal static string MailOf(Story story) =>
        $"mailto:?subject={Uri.EscapeDataString(StoryLine.HeadlineOf(story))}&body={Uri.EscapeDataString(story.Link ?? "")}";

    private Task ShowShareMenu(Story story)
    {
        if (story.Link is not { } link)
        {
            Tell("This story has no link to share.");
            return Task.CompletedTask;
        }
        State = State with
        {
            Menu = new ReaderMenu("Share",
            [
                new ReaderMenuItem("1 Copy the link", token => CopyAsync(link, token)),
                new ReaderMenuItem("2 Copy title and link", token => CopyAsync($"{StoryLine.HeadlineOf(story)}\n{link}", token)),
                new ReaderMenuItem("3 Open in the browser", token => BrowseAsync(link, "", token)),
                new ReaderMenuItem("4 Send by mail", token => BrowseAsync(MailOf(story), "", token)),
            ], 0),
        };
        return Task.CompletedTask;
    }

    private string KeyOf(ReaderCommand command) => _parts.Keys.KeyOf(command, KeyScope.Article) ?? "?";
}
