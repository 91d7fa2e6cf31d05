using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader;

/// <summary>How the screen is shared out; between two areas beside each other one column stays empty.</summary>
/// <param name="ListWidth">Columns of the list; 0 where it is not shown.</param>
/// <param name="ArticleWidth">Columns of the article; 0 where it is not shown.</param>
/// <param name="ColumnWidth">Columns of the area with Popular and Must-Read beside each other; 0 where it is not shown.</param>
/// <param name="BodyHeight">Rows between title row and status row.</param>
/// <param name="BoxHeight">Rows of the comment box at the bottom of the article, its counter's row included; 0 where it is closed.</param>
public sealed record ReaderLayout(int ListWidth, int ArticleWidth, int ColumnWidth, int BodyHeight, int BoxHeight)
{
    /// <summary>From this width on list and article stand side by side, and the front page has three columns.</summary>
    public const int WideWidth = 120;

    /// <summary>Smaller screens get a notice of one line.</summary>
    public const int LeastWidth = 40;

    /// <summary>Smaller screens get a notice of one line.</summary>
    public const int LeastHeight = 10;

    /// <summary>Rows of the article.</summary>
    public int ArticleHeight => Math.Max(1, BodyHeight - BoxHeight);

    /// <summary>The layout of a screen.</summary>
    public static ReaderLayout Of(int width, int height, ReaderScreen screen, bool isWriting)
    {
        var body = Math.Max(1, height - 2);
        var box = isWriting ? (height >= 20 ? 6 : 4) : 0;
        return screen switch
        {
            ReaderScreen.FrontPage when width >= WideWidth =>
                new ReaderLayout(width - ColumnFor(width) - 1, 0, ColumnFor(width), body, 0),
            ReaderScreen.FrontPage => new ReaderLayout(width, 0, 0, body, 0),
            ReaderScreen.Article when width >= WideWidth =>
                new ReaderLayout(ListFor(width), width - ListFor(width) - 1, 0, body, box),
            ReaderScreen.Article => new ReaderLayout(0, width, 0, body, box),
            ReaderScreen.Feeds or ReaderScreen.Help => new ReaderLayout(0, 0, 0, body, 0),
        };
    }

    private static int ColumnFor(int width) => Math.Clamp(width * 9 / 20, 58, 110);

    private static int ListFor(int width) => Math.Clamp(width * 2 / 5, 44, 100);
}
