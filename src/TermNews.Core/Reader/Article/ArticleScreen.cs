using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Article;

/// <summary>The article as a screen; beside it, where there is room, the list of the front page.</summary>
internal sealed class ArticleScreen(
    ReaderSession session, ArticleViewModel article, FrontPageViewModel list, FrontPageScreen frontPage, ArticleOpening opening,
    Links links)
    : IScreen, IOpens, ITakesDigits, IStoryPlace, IMatches, IShowsStories
{
    private const int PageOverlap = 2;   // Lines of the page before that are still seen: they are scrolled, not sent.
    private const int RoomForArrivals = 100;

    /// <inheritdoc/>
    public KeyScope Scope => KeyScope.Article;

    /// <inheritdoc/>
    public Story? Story => article.State.Story;

    /// <inheritdoc/>
    public string? SelectedUrl => article.State.Current is { Kind: not ArticleTargetKind.Place, Url: { } url } ? url : null;

    /// <inheritdoc/>
    public ReaderLayout LayoutOf(int width, int height, bool isWriting)
    {
        var (body, box) = (Math.Max(1, height - 2), isWriting ? (height >= 20 ? 6 : 4) : 0);
        return width < ReaderLayout.WideWidth
            ? new ReaderLayout(0, width, 0, body, box)
            : new ReaderLayout(ListFor(width), width - ListFor(width) - 1, 0, body, box);
    }

    /// <inheritdoc/>
    public void Arrange(ReaderLayout layout, int width, bool isInFront)
    {
        if (isInFront)
            article.Resize(layout.PageWidth, layout.PageHeight);
    }

    /// <inheritdoc/>
    public TextLine TitleRow(int width)
    {
        if (session.State.IsWide)
            return frontPage.TitleRow(width);
        var right = new TextRun(session.State.IsSample ? "SAMPLE" : list.UnreadWords);
        if (Story is not { Status: var status } story)
            return Bars.Spread([new TextRun("TermNews", TextStyle.Bold)], right, width);
        var place = $"{list.State.List.Title} > {story.Feed.Title}";
        var marks = (status.IsSaved ? " *" : "") + (status.IsPinned ? " !" : "") + (status.IsRead ? "" : " unread");
        return Bars.Spread([new TextRun(place, TextStyle.Bold), new TextRun(marks)], right, width);
    }

    /// <inheritdoc/>
    public PageRows Page(int width) => new(article.Rows());

    /// <inheritdoc/>
    public string StatusEnd(ReaderState state)
    {
        if (state.IsWriting)
            return state.Progress ?? string.Empty;
        return list.State.Arrivals > 0 && state.Width >= RoomForArrivals
            ? $"{list.StatusEnd(session.Keys)}  {article.Footer()}"
            : article.Footer();
    }

    /// <inheritdoc/>
    public Task MoveAsync(Motion motion, CancellationToken cancellationToken)
    {
        if (motion == Motion.Onward && article.State.IsAtEnd)
            return frontPage.NextUnreadAsync(1, cancellationToken);
        var page = Math.Max(1, article.State.Height - PageOverlap);
        if (motion == Motion.Top)
            article.ScrollTo(0);
        else if (motion == Motion.Bottom)
            article.ScrollToEnd();
        else
            article.Scroll(motion.Rows(page, page / 2));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task BackAsync(bool mayLeave, CancellationToken cancellationToken)
    {
        article.SavePlace();
        session.Pop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken)
    {
        article.Deselect();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task TakeDigitAsync(int digit, CancellationToken cancellationToken)
    {
        if (article.TypeDigit(digit))
            TellWhereItLeads();
        return Task.CompletedTask;
    }

    /// <summary>Selects the next link or other target, or the one before.</summary>
    public void SelectNext(int step)
    {
        article.SelectNext(step);
        TellWhereItLeads();
    }

    /// <inheritdoc/>
    public Task GoToMatchAsync(int step, CancellationToken cancellationToken)
    {
        if (!article.GoToMatch(step))
        {
            var search = article.State.Search;
            session.Tell(search.Length == 0
                ? "Nothing is searched for; {key:search-text} searches in the text."
                : $"'{search}' is not in the text.");
        }
        return Task.CompletedTask;
    }

    /// <summary>Follows the selected target.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        switch (article.State.Current)
        {
            case null:
                session.Tell("{key:next-link} selects a link, or type its number.");
                break;
            case { Kind: ArticleTargetKind.Story, Id: var id } when await opening.FindAsync(id, cancellationToken) is { } story:
                await session.Room<IStoryOpener>().OpenAsync(story, cancellationToken);
                break;
            case { Kind: ArticleTargetKind.ShareCopy, Url: var url }:
                await links.CopyAsync(url, cancellationToken);
                break;
            case { Kind: ArticleTargetKind.ShareMail } when Story is { } shared:
                await links.MailAsync(shared, cancellationToken);
                break;
            case { Kind: ArticleTargetKind.Place, Url: { } place }:
                session.Tell(article.JumpTo(place) ? "{key:cancel} goes back to where you were." : "The text has no such place.");
                break;
            case { Kind: ArticleTargetKind.Enclosure } when session.Room<ArticleFiles>() is { Selected: { } file } files:
                files.ShowMenu(file);
                break;
            case { Kind: ArticleTargetKind.Comment }:
                session.Tell("{key:edit-comment} changes the comment, {key:delete-comment} deletes it.");
                break;
            case { Url: { } url }:
                await links.BrowseAsync(url, cancellationToken);
                break;
        }
    }

    /// <inheritdoc/>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken)
    {
        var left = session.State.Width - session.State.Layout.PageWidth;
        if (column < left)
            return frontPage.ClickListAsync(row, opens: true, cancellationToken);
        var target = article.Rows().ElementAtOrDefault(row) is { } line ? Bars.TargetAt(line, column - left) : -1;
        if (target < 0)
            return Task.CompletedTask;
        article.Select(target);
        return isDouble ? OpenAsync(cancellationToken) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WheelAsync(int column, int rows, CancellationToken cancellationToken)
    {
        if (column < session.State.Width - session.State.Layout.PageWidth)
            return frontPage.WheelAsync(column, rows, cancellationToken);
        article.Scroll(rows);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void ShowMark(IReadOnlyCollection<long> storyIds, StatusChange change) => article.ShowMark(storyIds, change);

    /// <inheritdoc/>
    public Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken) => article.ApplyAsync(outcome, cancellationToken);

    /// <summary>A link's address is shown before it is followed.</summary>
    private void TellWhereItLeads()
    {
        if (article.State.Current is { Url: { } url } target
            && target.Kind is ArticleTargetKind.Link or ArticleTargetKind.Story or ArticleTargetKind.Enclosure)
            session.Tell(url);
    }

    /// <summary>Columns of the list: 40 % of the screen, so that the text has room for its usual width.</summary>
    private static int ListFor(int width) => Math.Clamp(width * 2 / 5, 44, 100);
}
