namespace TermNews.Core.Reader.Keys;

/// <summary>A way to move in rows.</summary>
internal enum Motion
{
    Down,
    Up,

    /// <summary>A page down; at the end of an article the next unread story.</summary>
    Onward,
    PageDown,
    PageUp,
    HalfPageDown,
    HalfPageUp,
    Top,
    Bottom,
}

/// <summary>Motions as numbers of rows.</summary>
internal static class Motions
{
    private const int Far = 1 << 30;   // More rows than any list has, and no overflow when a row is added.

    /// <summary>The rows to move by; negative for up.</summary>
    /// <param name="motion">The motion.</param>
    /// <param name="page">Rows of a page; at least 1 is taken.</param>
    /// <param name="half">Rows of half a page; at least 1 is taken.</param>
    public static int Rows(this Motion motion, int page, int half) => motion switch
    {
        Motion.Down => 1,
        Motion.Up => -1,
        Motion.Onward or Motion.PageDown => Math.Max(1, page),
        Motion.PageUp => -Math.Max(1, page),
        Motion.HalfPageDown => Math.Max(1, half),
        Motion.HalfPageUp => -Math.Max(1, half),
        Motion.Top => -Far,
        Motion.Bottom => Far,
    };
}
