namespace TermNews.Core.Reader.Keys;

/// <summary>The commands that every screen and menu has: moving, opening, going back.</summary>
public static class MovingCommands
{
    private const KeyScope Pages = KeyScope.Screens | KeyScope.Menu;

    public static readonly ReaderCommand MoveDown = Moving("down", ["j", "Down"], "move or scroll down", Motion.Down);

    public static readonly ReaderCommand MoveUp = Moving("up", ["k", "Up"], "move or scroll up", Motion.Up);

    public static readonly ReaderCommand Onward =
        Moving("onward", ["Space"], "a page down; at the end of an article the next unread story", Motion.Onward);

    public static readonly ReaderCommand PageDown = Moving("page-down", ["PgDn"], "a page down", Motion.PageDown);

    public static readonly ReaderCommand PageUp = Moving("page-up", ["b", "PgUp"], "a page up", Motion.PageUp);

    public static readonly ReaderCommand HalfPageDown = Moving("half-page-down", ["Ctrl-D"], "half a page down", Motion.HalfPageDown);

    public static readonly ReaderCommand HalfPageUp = Moving("half-page-up", ["Ctrl-U"], "half a page up", Motion.HalfPageUp);

    public static readonly ReaderCommand GoToTop = Moving("top", ["g g", "Home"], "to the top", Motion.Top);

    public static readonly ReaderCommand GoToBottom = Moving("bottom", ["G", "End"], "to the bottom", Motion.Bottom);

    public static readonly ReaderCommand Open = ReaderCommand.On<IOpens>("open", KeyScope.Stories | KeyScope.Menu,
        ["Enter", "l", "Right"], "open the story; follow the selected link", static (place, token) => place.OpenAsync(token));

    public static readonly ReaderCommand Leave = ReaderCommand.On<IPage>("leave", Pages, ["q"],
        "back; at the front page leave the program", static (page, token) => page.BackAsync(mayLeave: true, token));

    public static readonly ReaderCommand Back = ReaderCommand.On<IPage>("back", Pages, ["h", "Left", "Backspace"],
        "back", static (page, token) => page.BackAsync(mayLeave: false, token));

    public static readonly ReaderCommand Cancel = ReaderCommand.On<IPlace>("cancel", KeyScope.All, ["Esc"],
        "close a prompt or menu; never leaves the program", static (place, token) => place.CancelAsync(token));

    private static ReaderCommand Moving(string name, IReadOnlyList<string> keys, string words, Motion motion) =>
        ReaderCommand.On<IPage>(name, Pages, keys, words, (page, token) => page.MoveAsync(motion, token));
}
