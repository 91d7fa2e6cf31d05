using TermNews.Core.Reader.Keys;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    private const int WheelRows = 3;

    /// <summary>Takes a click: a tab is shown, a row or link selected, a menu's line run; a second click opens.</summary>
    /// <param name="column">The column on the screen, from 0.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="isDouble">It is the second click at the same place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken)
    {
        if (State.IsTooSmall || Scope is KeyScope.Question or KeyScope.Prompt or KeyScope.Comment)
            return Task.CompletedTask;
        return TryAsync(token => (State.Menu, row) switch
        {
            ({ } menu, _) => ClickMenuAsync(menu, row, token),
            (null, 0) => ClickTitleAsync(column, token),
            _ when row > State.Layout.BodyHeight => Task.CompletedTask,
            _ => ClickBodyAsync(column, row - 1, isDouble, token),
        }, cancellationToken);
    }

    /// <summary>Takes a turn of the wheel over a place of the screen.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="step">1 for down, -1 for up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WheelAsync(int column, int step, CancellationToken cancellationToken)
    {
        switch (Scope)
        {
            case KeyScope.Menu:
                return ExecuteAsync(step > 0 ? ReaderCommand.MoveDown : ReaderCommand.MoveUp, -1, cancellationToken);
            case KeyScope.Article when column >= State.Width - State.Layout.ArticleWidth:
                Article.Scroll(step * WheelRows);
                break;
            case KeyScope.List or KeyScope.Article:
                return TryAsync(token => FrontPage.MoveAsync(step * WheelRows, token), cancellationToken);
            case KeyScope.Feeds:
                Feeds.Select(Feeds.State.Selected + (step * WheelRows));
                break;
            case KeyScope.Help:
                Help.Scroll(step * WheelRows);
                break;
        }
        return Task.CompletedTask;
    }

    private Task ClickMenuAsync(ReaderMenu menu, int row, CancellationToken token)
    {
        var rows = Math.Min(menu.Items.Count + 1, State.Layout.BodyHeight);
        var item = row - (1 + State.Layout.BodyHeight - rows) - 1;
        if (menu.Selected >= 0 && item >= 0 && item < menu.Items.Count)
            return ChooseAsync(menu.Items[item], token);
        State = State with { Menu = null };
        return Task.CompletedTask;
    }

    private Task ClickTitleAsync(int column, CancellationToken token)
    {
        if (State.Screen != ReaderScreen.FrontPage)
            return ExecuteAsync(ReaderCommand.Leave, -1, token);
        return FrontPage.TabAt(column, State.Width) is { } tab ? ShowListAsync(tab, token) : Task.CompletedTask;
    }

    private Task ClickBodyAsync(int column, int row, bool isDouble, CancellationToken token)
    {
        var layout = State.Layout;
        return State.Screen switch
        {
            ReaderScreen.Article when column >= State.Width - layout.ArticleWidth =>
                ClickArticleAsync(column - (State.Width - layout.ArticleWidth), row, isDouble, token),
            ReaderScreen.Article => ClickListAsync(row, opens: true, token),
            ReaderScreen.FrontPage when column < layout.ListWidth => ClickListAsync(row, isDouble, token),
            ReaderScreen.FrontPage when FrontPage.StoryInColumns(column - (State.Width - layout.ColumnWidth), row, layout.ColumnWidth) is { } story && isDouble => OpenAsync(story, token),
            ReaderScreen.Feeds => ClickFeedsAsync(row, isDouble, token),
            _ => Task.CompletedTask,
        };
    }

    private async Task ClickListAsync(int row, bool opens, CancellationToken token)
    {
        var line = FrontPage.State.Top + row;
        if (line >= FrontPage.State.Lines.Count)
            return;
        await FrontPage.SelectAsync(line, token);
        if (opens)
            await OpenCurrentAsync(token);
    }

    private Task ClickArticleAsync(int column, int row, bool isDouble, CancellationToken token)
    {
        var target = Article.Rows().ElementAtOrDefault(row) is { } line ? TargetAt(line, column) : -1;
        if (target < 0)
            return Task.CompletedTask;
        Article.Select(target);
        return isDouble ? FollowAsync(token) : Task.CompletedTask;
    }

    private Task ClickFeedsAsync(int row, bool isDouble, CancellationToken token)
    {
        if (Feeds.State.Top + row >= Feeds.State.Lines.Count)
            return Task.CompletedTask;
        Feeds.Select(Feeds.State.Top + row);
        return isDouble ? InFeedsAsync(ReaderCommand.Open, token) : Task.CompletedTask;
    }

    private static int TargetAt(TextLine line, int column)
    {
        foreach (var run in line.Runs)
        {
            column -= TextWidth.Of(run.Text);
            if (column < 0)
                return run.Target;
        }
        return -1;
    }
}
