using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Help;

/// <summary>The help as a screen.</summary>
internal sealed class HelpScreen(ReaderSession session, HelpViewModel help) : IScreen
{
    /// <inheritdoc/>
    public KeyScope Scope => KeyScope.Help;

    /// <summary>Puts the help in front.</summary>
    public void Show() => session.Push(this);

    /// <inheritdoc/>
    public void Arrange(ReaderLayout layout, int width, bool isInFront) => help.Resize(width, layout.BodyHeight);

    /// <inheritdoc/>
    public TextLine TitleRow(int width) => Bars.Spread(
        [new TextRun("Keys", TextStyle.Bold)], new TextRun($"{session.Keys.Of(MovingCommands.Leave)} back"), width);

    /// <inheritdoc/>
    public PageRows Page(int width) => new(help.State.Lines, help.State.Top);

    /// <inheritdoc/>
    public Task MoveAsync(Motion motion, CancellationToken cancellationToken)
    {
        var page = help.State.Height - 1;
        return ScrollAsync(motion.Rows(page, page / 2));
    }

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken)
    {
        session.Pop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task WheelAsync(int column, int rows, CancellationToken cancellationToken) => ScrollAsync(rows);

    private Task ScrollAsync(int rows)
    {
        help.Scroll(rows);
        return Task.CompletedTask;
    }
}
