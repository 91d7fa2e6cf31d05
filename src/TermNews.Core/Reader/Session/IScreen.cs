namespace TermNews.Core.Reader.Session;

/// <summary>The lines of a page, with the first line on the screen.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Top">The first line on the screen.</param>
/// <param name="Selected">The line to be shown in reverse; -1 for none.</param>
public sealed record PageRows(IReadOnlyList<TextLine> Lines, int Top = 0, int Selected = -1)
{
    /// <summary>No page.</summary>
    public static PageRows Empty { get; } = new([]);
}

/// <summary>A full screen.</summary>
internal interface IScreen : IPage
{
    /// <summary>The areas of the screen; by default a page between title row and status row.</summary>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Rows of the terminal.</param>
    /// <param name="isWriting">The comment box is open.</param>
    ReaderLayout LayoutOf(int width, int height, bool isWriting) => ReaderLayout.OfPage(width, Math.Max(1, height - 2));

    /// <summary>Takes its area; a screen behind another one gets the layout of the screen in front.</summary>
    void Arrange(ReaderLayout layout, int width, bool isInFront);

    /// <summary>The title row.</summary>
    TextLine TitleRow(int width);

    /// <summary>The page for a width.</summary>
    PageRows Page(int width) => PageRows.Empty;

    /// <summary>The right end of the status row; empty for nothing.</summary>
    string StatusEnd(ReaderState state) => state.Progress ?? string.Empty;

    /// <summary>A warning in place of the hints; null for none.</summary>
    string? Warning => null;

    /// <summary>Takes a click on the title row; null where such a click goes back.</summary>
    Task? ClickTitle(int column, CancellationToken cancellationToken) => null;

    /// <summary>Takes a click.</summary>
    /// <param name="column">The column on the screen, counted from 0.</param>
    /// <param name="row">The row below the title row, counted from 0.</param>
    /// <param name="isDouble">It is the second click at the same place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken);

    /// <summary>Takes a turn of the wheel.</summary>
    /// <param name="column">The column on the screen, counted from 0.</param>
    /// <param name="rows">The rows to move by; negative for up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task WheelAsync(int column, int rows, CancellationToken cancellationToken);
}

/// <summary>A screen with a chosen story.</summary>
internal interface IStoryPlace
{
    /// <summary>The chosen story, or null.</summary>
    Story? Story { get; }

    /// <summary>The address of what is selected inside the story; null for none.</summary>
    string? SelectedUrl => null;
}

/// <summary>A screen with matches of a search or filter.</summary>
internal interface IMatches
{
    /// <summary>Goes to the next match (1) or the previous one (-1).</summary>
    Task GoToMatchAsync(int step, CancellationToken cancellationToken);
}

/// <summary>Opens stories.</summary>
internal interface IStoryOpener
{
    /// <summary>Opens a story.</summary>
    Task OpenAsync(Story story, CancellationToken cancellationToken) => OpenAsync(story, story, cancellationToken);

    /// <summary>Opens a story in place of the one whose row was chosen.</summary>
    Task OpenAsync(Story story, Story row, CancellationToken cancellationToken);

    /// <summary>Opens the story of a row, or the one of its cluster with the best text.</summary>
    Task OpenRowAsync(Story row, CancellationToken cancellationToken);
}

/// <summary>A room that shows stories, and with them what was changed or has arrived.</summary>
internal interface IShowsStories
{
    /// <summary>Shows a mark that is on its way to the disk.</summary>
    void ShowMark(IReadOnlyCollection<long> storyIds, StatusChange change)
    {
    }

    /// <summary>Shows what a change came to.</summary>
    Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A refresh or another program wrote stories.</summary>
    Task NoticeAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
