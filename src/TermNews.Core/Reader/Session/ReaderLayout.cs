namespace TermNews.Core.Reader.Session;

/// <summary>The areas of a screen; between two areas beside each other one column is empty.</summary>
/// <param name="ListWidth">Columns of the list at the left; 0 where it is not shown.</param>
/// <param name="PageWidth">Columns of the page (an article, the feeds, the help) at the right; 0 where it is not shown.</param>
/// <param name="ColumnWidth">Columns of the area with Popular and Must-Read; 0 where it is not shown.</param>
/// <param name="BodyHeight">Rows between title row and status row.</param>
/// <param name="BoxHeight">Rows of the comment box below the page, its heading included; 0 while it is closed.</param>
public sealed record ReaderLayout(int ListWidth, int PageWidth, int ColumnWidth, int BodyHeight, int BoxHeight)
{
    /// <summary>The columns from which on list and article are beside each other, and the front page has three columns.</summary>
    public const int WideWidth = 120;

    /// <summary>The fewest columns; a smaller screen gets a notice of one line.</summary>
    public const int LeastWidth = 40;

    /// <summary>The fewest rows; a smaller screen gets a notice of one line.</summary>
    public const int LeastHeight = 10;

    /// <summary>Rows of the page.</summary>
    public int PageHeight => Math.Max(1, BodyHeight - BoxHeight);

    /// <summary>A page as wide as the screen.</summary>
    public static ReaderLayout OfPage(int width, int bodyHeight) => new(0, width, 0, bodyHeight, 0);
}
