using System.Drawing;

namespace TermNews.Tui.Views;

/// <summary>Where everything stands on a screen of a size; an area without rows is not shown.</summary>
internal sealed record ScreenLayout
{
    /// <summary>From so many columns on, list and article stand side by side.</summary>
    public const int WideColumns = 120;

    private const int LeastColumns = 40, LeastRows = 10, TwoColumnsFrom = 180, ColumnWidth = 34, Gap = 1;

    /// <summary>The size is too small for anything but a notice.</summary>
    public bool IsTooSmall { get; private init; }

    /// <summary>The row of tabs.</summary>
    public Rectangle Title { get; private init; }

    /// <summary>The list of stories.</summary>
    public Rectangle List { get; private init; }

    /// <summary>Popular beside a wide list.</summary>
    public Rectangle Popular { get; private init; }

    /// <summary>Must-Read beside a wide list.</summary>
    public Rectangle MustRead { get; private init; }

    /// <summary>The article, the feeds, the help.</summary>
    public Rectangle Page { get; private init; }

    /// <summary>The comment box, a menu or a note, under the text.</summary>
    public Rectangle Box { get; private init; }

    /// <summary>The bottom row.</summary>
    public Rectangle Status { get; private init; }

    /// <summary>Places everything.</summary>
    /// <param name="size">The screen.</param>
    /// <param name="isPageOpen">An article or another page is shown.</param>
    /// <param name="isPageAlone">It takes the whole width even on a wide screen.</param>
    /// <param name="boxRows">Rows of the box under the text; 0 for none.</param>
    public static ScreenLayout For(Size size, bool isPageOpen, bool isPageAlone, int boxRows)
    {
        if (size.Width < LeastColumns || size.Height < LeastRows)
            return new ScreenLayout { IsTooSmall = true, Title = new Rectangle(0, 0, size.Width, size.Height) };
        var rows = size.Height - 2;
        var box = Math.Min(boxRows, rows - 3);
        var isWide = size.Width >= WideColumns;
        var layout = new ScreenLayout
        {
            Title = new Rectangle(0, 0, size.Width, 1),
            Status = new Rectangle(0, size.Height - 1, size.Width, 1),
        };
        if (isPageOpen && (!isWide || isPageAlone))
            return layout with { Page = new Rectangle(0, 1, size.Width, rows - box), Box = new Rectangle(0, 1 + rows - box, size.Width, box) };
        if (!isPageOpen)
            return (isWide ? WithColumns(layout, size.Width, rows - box) : layout with { List = new Rectangle(0, 1, size.Width, rows - box) })
                with { Box = new Rectangle(0, 1 + rows - box, size.Width, box) };
        var page = Math.Clamp(size.Width * 11 / 20, 66, 100);
        var left = size.Width - page;
        return layout with
        {
            List = new Rectangle(0, 1, left - Gap, rows),
            Page = new Rectangle(left, 1, page, rows - box),
            Box = new Rectangle(left, 1 + rows - box, page, box),
        };
    }

    private static ScreenLayout WithColumns(ScreenLayout layout, int width, int rows)
    {
        if (width >= TwoColumnsFrom)
        {
            var column = ColumnWidth + ((width - TwoColumnsFrom) / 5);
            return layout with
            {
                List = new Rectangle(0, 1, width - (2 * (column + Gap)), rows),
                Popular = new Rectangle(width - (2 * column) - Gap, 1, column, rows),
                MustRead = new Rectangle(width - column, 1, column, rows),
            };
        }
        var upper = rows / 2;
        return layout with
        {
            List = new Rectangle(0, 1, width - ColumnWidth - Gap, rows),
            Popular = new Rectangle(width - ColumnWidth, 1, ColumnWidth, upper),
            MustRead = new Rectangle(width - ColumnWidth, 1 + upper, ColumnWidth, rows - upper),
        };
    }
}
