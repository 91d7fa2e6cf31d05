using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The front page as a screen: it turns commands, clicks and the wheel into calls of its view model.</summary>
internal sealed class FrontPageScreen(ReaderSession session, FrontPageViewModel page, Marking marking, ShownEdition edition)
    : IScreen, IOpens, IStoryPlace, IMatches, IShowsStories
{
    /// <summary>Raised when stories came: what was prepared from the old ones is stale.</summary>
    public event Action? StoriesCame;

    /// <inheritdoc/>
    public KeyScope Scope => KeyScope.List;

    /// <inheritdoc/>
    public Story? Story => page.State.Current?.Story;

    private IStoryOpener Opener => session.Room<IStoryOpener>();

    /// <inheritdoc/>
    public ReaderLayout LayoutOf(int width, int height, bool isWriting)
    {
        var column = width >= ReaderLayout.WideWidth ? ColumnFor(width) : 0;
        return new ReaderLayout(column == 0 ? width : width - column - 1, 0, column, Math.Max(1, height - 2), 0);
    }

    /// <inheritdoc/>
    public void Arrange(ReaderLayout layout, int width, bool isInFront) => page.Resize(layout.BodyHeight);

    /// <summary>The title row. The mark of a sample takes the place of the program's name, else it is before the row.</summary>
    public TextLine TitleRow(int width)
    {
        var row = page.TitleRow(width);
        if (!session.State.IsSample)
            return row;
        var mark = new TextRun(" SAMPLE ", TextStyle.Reverse);
        return row.Runs[0].Text == FrontPageRows.ProgramName
            ? new TextLine([mark, new TextRun("  "), .. row.Runs.Skip(1)])
            : new TextLine([mark, new TextRun(" "), .. page.TitleRow(Math.Max(10, width - 9)).Runs]);
    }

    /// <inheritdoc/>
    public string StatusEnd(ReaderState state) => state.Progress ?? page.StatusEnd(session.Keys, isRoomy: state.Width >= 80);

    /// <inheritdoc/>
    public Task MoveAsync(Motion motion, CancellationToken cancellationToken) => motion switch
    {
        Motion.Top => page.SelectAsync(0, cancellationToken),
        Motion.Bottom => page.GoToEndAsync(cancellationToken),
        _ => page.MoveAsync(motion.Rows(page.State.Height - 1, page.State.Height / 2), cancellationToken),
    };

    /// <inheritdoc/>
    public Task GoToMatchAsync(int step, CancellationToken cancellationToken) => page.MoveAsync(step, cancellationToken);

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken) =>
        Story is { } story ? Opener.OpenRowAsync(story, cancellationToken) : Task.CompletedTask;

    /// <summary>One step back: the filter, the search, the muted stories, the one feed; then out.</summary>
    public Task BackAsync(bool mayLeave, CancellationToken cancellationToken) => page.WidenAsync(cancellationToken)
        ?? (mayLeave ? session.Room<Program>().LeaveAsync(cancellationToken) : Task.CompletedTask);

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken) =>
        page.State.Filter.Length > 0 ? page.FilterAsync("", cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task ClickTitle(int column, CancellationToken cancellationToken) =>
        Bars.TargetAt(TitleRow(session.State.Width), column) is >= 0 and var tab
            ? ShowListAsync(ListCatalog.Tabs[tab], cancellationToken)
            : Task.CompletedTask;

    /// <inheritdoc/>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken)
    {
        var layout = session.State.Layout;
        if (column < layout.ListWidth)
            return ClickListAsync(row, isDouble, cancellationToken);
        var place = column - (session.State.Width - layout.ColumnWidth);
        return isDouble && page.StoryInColumns(place, row, layout.ColumnWidth) is { } story
            ? Opener.OpenAsync(story, cancellationToken)
            : Task.CompletedTask;
    }

    /// <summary>Takes a click on the list.</summary>
    public async Task ClickListAsync(int row, bool opens, CancellationToken cancellationToken)
    {
        var line = page.State.Top + row;
        if (line >= page.State.Lines.Count)
            return;
        await page.SelectAsync(line, cancellationToken);
        if (opens)
            await OpenAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task WheelAsync(int column, int rows, CancellationToken cancellationToken) => page.MoveAsync(rows, cancellationToken);

    /// <summary>Shows a list.</summary>
    public async Task ShowListAsync(StoryList list, CancellationToken cancellationToken)
    {
        LeaveSample();
        await page.ShowAsync(list, cancellationToken);
    }

    /// <summary>Shows the next list, or the one before.</summary>
    public Task ShowNeighbourAsync(int step, CancellationToken cancellationToken) => ShowListAsync(page.Neighbour(step), cancellationToken);

    /// <summary>Shows only the stories of a feed, or of a folder.</summary>
    public async Task ShowOnlyAsync(FeedReference? feed, string? folder, CancellationToken cancellationToken)
    {
        LeaveSample();
        session.PopToFirst();
        await page.ShowOnlyAsync(feed, folder, cancellationToken);
    }

    /// <summary>Shows the muted stories.</summary>
    public async Task ShowMutedAsync(CancellationToken cancellationToken)
    {
        session.PopToFirst();
        await page.ShowMutedAsync(cancellationToken);
    }

    /// <summary>Brings new stories into the list.</summary>
    public async Task ShowArrivalsAsync(CancellationToken cancellationToken)
    {
        LeaveSample();
        StoriesCame?.Invoke();
        await page.ReloadAsync(cancellationToken);
        if (session.State.IsWide)
            await page.LoadColumnsAsync(cancellationToken);
    }

    /// <summary>Selects the next unread story, and opens it where an article is in front.</summary>
    public async Task NextUnreadAsync(int step, CancellationToken cancellationToken)
    {
        if (!await page.SelectUnreadAsync(step, cancellationToken))
            session.Tell(step > 0 ? "No more unread stories below." : "No unread stories above.");
        else if (session.Screen != this)
            await OpenAsync(cancellationToken);
    }

    /// <summary>Marks the whole list as read.</summary>
    public async Task MarkListReadAsync(CancellationToken cancellationToken) =>
        await marking.MarkAsync(await page.UnreadIdsAsync(cancellationToken), StatusChange.Read, cancellationToken);

    /// <summary>Asks for a filter, which works while it is typed.</summary>
    public void AskForFilter() => session.Prompt.Show(new ReaderPrompt("Filter: ", page.State.Filter, static (_, _) => Task.CompletedTask)
    {
        ChangeAsync = (text, token) => session.TryAsync(work => page.FilterAsync(text, work), token),
        CancelAsync = token => page.FilterAsync("", token),
    });

    /// <summary>Asks for what to search for in all stories.</summary>
    public void AskForSearch() => session.Prompt.Show(new ReaderPrompt("Search: ", page.State.Search ?? "", SearchAsync));

    /// <inheritdoc/>
    public void ShowMark(IReadOnlyCollection<long> storyIds, StatusChange change) => page.ShowMark(storyIds, change);

    /// <inheritdoc/>
    public async Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        await page.ApplyAsync(outcome, cancellationToken);
        if (session.State.IsWide)
            await page.LoadColumnsAsync(cancellationToken);
    }

    /// <summary>Counts what has arrived; while a sample is shown, the reader's own stories.</summary>
    public async Task NoticeAsync(CancellationToken cancellationToken)
    {
        var arrivals = page.State.Arrivals;
        if (edition.IsSample)
            page.SetArrivals(await edition.CountOwnAsync(cancellationToken));
        else
            await page.NoticeChangesAsync(cancellationToken);
        if (page.State.Arrivals != arrivals)
            StoriesCame?.Invoke();
        if (!edition.IsSample)
            await FillColumnsAsync(cancellationToken);
    }

    /// <summary>Loads the columns beside the list where there is room for them and they are empty.</summary>
    public Task FillColumnsAsync(CancellationToken cancellationToken) =>
        session.State.IsWide && page.State is { Popular.Count: 0, MustRead.Count: 0 }
            ? page.LoadColumnsAsync(cancellationToken)
            : Task.CompletedTask;

    private async Task SearchAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
            return;
        session.PopToFirst();
        await page.SearchAsync(text, cancellationToken);
    }

    /// <summary>The sample edition goes as soon as there are stories of the reader's own.</summary>
    private void LeaveSample()
    {
        if (!edition.IsSample || page.State.Arrivals == 0)
            return;
        edition.ShowOwn();
        session.ShowSample(false);
        session.PopToFirst();
    }

    /// <summary>Columns of Popular and Must-Read: 45 % of the screen, so that the list keeps the larger part.</summary>
    private static int ColumnFor(int width) => Math.Clamp(width * 9 / 20, 58, 110);
}
