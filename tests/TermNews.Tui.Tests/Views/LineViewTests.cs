using System.Drawing;
using Terminal.Gui.Views;
using TermNews.Core.Configuration;
using TermNews.Core.Text;
using TermNews.Tui.Terminal;
using TermNews.Tui.Views;

namespace TermNews.Tui.Tests.Views;

public sealed class LineViewTests
{
    private static readonly string[] Headlines =
    [
        "Plain words", "한국어 제목 뉴스", "e\u0301te\u0301 nai\u0308ve", "family 👩‍👩‍👧 and 🇨🇭 flag", "العربية والعبرية", "ภาษาไทย กำลัง",
        "क्षत्रिय समाचार", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    ];

    [Fact]
    public void Wide_combining_and_right_to_left_headlines_end_where_their_rows_end()
    {
        using var screen = Screen.Open(24, 8);
        Show(screen, isAscii: false);

        screen.AssertIs("headlines-of-all-scripts");
        var cells = screen.App.Driver!.Contents!;
        for (var row = 0; row < 8; row++)
            Assert.Equal(24, Enumerable.Range(0, 24).Sum(
                column => cells[row, column].Grapheme.Length == 0 ? 0 : Math.Max(1, TextWidth.OfGrapheme(cells[row, column].Grapheme))));
    }

    [Fact]
    public void Without_UTF_8_every_symbol_has_a_stand_in_of_the_same_width()
    {
        using var screen = Screen.Open(24, 8);
        Show(screen, isAscii: true);

        screen.AssertIs("headlines-in-ascii");
        Assert.All(screen.Grid(), c => Assert.True(c < 128));
    }

    [Fact]
    public void Text_from_right_to_left_is_isolated_without_taking_cells_and_no_longer_once_it_is_gone()
    {
        using var screen = Screen.Open(12, 2);
        var extras = new FrameExtras();
        var painter = new LinePainter(new Palette(ReaderTheme.Default), extras, isAscii: false, hasLinks: true, hasIsolates: true);
        var view = new LineView(painter);
        var root = new Runnable { };
        root.Add(view);
        view.Place(new Rectangle(0, 0, 12, 2));
        view.Show([new TextLine([new TextRun("1 "), new TextRun(" אב ") { IsRightToLeft = true },
            new TextRun("ג ") { IsRightToLeft = true }, new TextRun("+4")])], 0, -1);
        screen.Begin(root);

        Assert.Equal("1  \u2067אב ג\u2069 +4  ", RowOf(screen, extras));

        view.Show([new TextLine([new TextRun("1  ab c +4")])], 0, -1);
        screen.App.LayoutAndDraw();
        Assert.Equal("1  ab c +4  ", RowOf(screen, extras));
    }

    private static string RowOf(Screen screen, FrameExtras extras)
    {
        var frame = ScreenCell.FrameOf(screen.App.Driver!.Contents!, extras);
        return string.Concat(Enumerable.Range(0, frame.GetLength(1)).Select(column => frame[0, column].Grapheme));
    }

    private static void Show(Screen screen, bool isAscii)
    {
        var painter = new LinePainter(new Palette(ReaderTheme.Default), new FrameExtras(), isAscii, hasLinks: true);
        var view = new LineView(painter);
        var root = new Runnable { };
        root.Add(view);
        view.Place(new Rectangle(0, 0, 24, 8));
        view.Show([.. Headlines.Select(text => new TextLine([new TextRun("● "), new TextRun(text), new TextRun(" …")]))], 0, 1);
        screen.Begin(root);
    }
}
