using System.Drawing;
using TermNews.Tui.Views;

namespace TermNews.Tui.Tests.Views;

public sealed class ScreenLayoutTests
{
    [Theory]
    [InlineData(39, 24)]
    [InlineData(80, 9)]
    [InlineData(1, 1)]
    public void Below_40_by_10_there_is_one_notice(int columns, int rows) =>
        Assert.True(ScreenLayout.For(new Size(columns, rows), isPageOpen: false, isPageAlone: false, boxRows: 0).IsTooSmall);

    [Theory]
    [InlineData(40, 10)]
    [InlineData(80, 24)]
    [InlineData(119, 30)]
    [InlineData(120, 40)]
    [InlineData(200, 60)]
    [InlineData(500, 200)]
    public void Every_cell_but_the_gaps_belongs_to_one_area(int columns, int rows)
    {
        foreach (var (isPageOpen, isPageAlone, boxRows) in new[] { (false, false, 0), (true, false, 0), (true, true, 0), (true, false, 5), (false, false, 4) })
        {
            var layout = ScreenLayout.For(new Size(columns, rows), isPageOpen, isPageAlone, boxRows);
            Rectangle[] areas = [layout.Title, layout.List, layout.Popular, layout.MustRead, layout.Page, layout.Box, layout.Status];
            var shown = areas.Where(area => area is { Width: > 0, Height: > 0 }).ToList();
            Assert.All(shown, area => Assert.Equal(area, Rectangle.Intersect(area, new Rectangle(0, 0, columns, rows))));
            Assert.All(shown, area => Assert.Single(shown, other => other.IntersectsWith(area)));
            Assert.InRange(shown.Sum(area => area.Width * area.Height), (columns * rows) - (2 * rows), columns * rows);
        }
    }

    [Fact]
    public void From_120_columns_on_list_and_article_stand_side_by_side()
    {
        var layout = ScreenLayout.For(new Size(120, 40), isPageOpen: true, isPageAlone: false, boxRows: 0);

        Assert.True(layout.List.Width >= 50);
        Assert.True(layout.Page.Width >= 66);
    }
}
