using System.Text.RegularExpressions;
using Terminal.Gui.Drawing;
using TermNews.Core.Text;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Terminal;

public sealed partial class PicturesOnScreenTests
{
    private const int Columns = 12, Rows = 8;
    private readonly FrameExtras _extras = new();
    private readonly Cell[,] _cells = new Cell[Rows, Columns];
    private readonly PlacedPicture _flag = new(Flag(), 4, 3), _wide = new(Flag(), 10, 5);

    public PicturesOnScreenTests() => Clear();

    [Fact]
    public void Sixels_are_the_pixels_of_the_picture()
    {
        var picture = Flag();

        var seen = SixelReader.Read(SixelWriter.Write(picture), picture.Width, picture.Height);

        Assert.Equal((0xFF0000, 0x00FF00, 0x0000FF, -1), (seen[2, 2], seen[2, 20], seen[20, 2], seen[20, 20]));
    }

    [Fact]
    public void A_picture_of_sixels_is_sent_once_and_again_where_it_moved()
    {
        var writer = new FrameWriter(new TerminalTraits(), new SixelScreen(() => new System.Drawing.Size(6, 12)));
        PlaceSixels(2, 0);
        Assert.Contains("\e[3;2H\eP0;1;0q", writer.Write(_cells, _extras), StringComparison.Ordinal);
        Assert.Empty(writer.Write(_cells, _extras));

        PlaceSixels(1, 0);
        var moved = writer.Write(_cells, _extras);
        Assert.Contains("\e[2;2H\eP0;1;0q\"1;1;24;36", moved, StringComparison.Ordinal);

        PlaceSixels(0, 1);   // Its first row is above the screen.
        Assert.Contains("\eP0;1;0q\"1;1;24;24", writer.Write(_cells, _extras), StringComparison.Ordinal);

        Clear();
        Assert.DoesNotContain("\eP", writer.Write(_cells, _extras), StringComparison.Ordinal);
    }

    [Fact]
    public void The_cells_of_a_picture_that_is_gone_are_erased()
    {
        var writer = new FrameWriter(new TerminalTraits(), new SixelScreen(() => new System.Drawing.Size(6, 12)));
        PlaceSixels(2, 0);
        writer.Write(_cells, _extras);
        Clear();

        var terminal = new TestTerminal(Columns, Rows);
        terminal.Take(string.Concat(Enumerable.Repeat("####\r\n", Rows)));   // Stands for what was drawn over them.
        terminal.Take(writer.Write(_cells, _extras));

        Assert.Equal(["#   ", "#   ", "#   "], Enumerable.Range(2, 3).Select(row => terminal.Row(row)[..4]));
    }

    [Theory]
    [InlineData(ColorLevel.TrueColor)]
    [InlineData(ColorLevel.Palette256)]
    public void A_placeholders_colour_tells_the_number_of_the_picture(object level)
    {
        var kitty = new KittyPictures((ColorLevel)level);
        var writer = new FrameWriter(new TerminalTraits { Colors = (ColorLevel)level });
        PlacePlaceholders(kitty, _flag, 2);

        var (sent, frame) = (kitty.TakeNew(), writer.Write(_cells, _extras));

        var number = int.Parse(Number().Match(sent).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var colour = (ColorLevel)level == ColorLevel.TrueColor ? $"38;2;{number >> 16};{(number >> 8) & 255};{number & 255}m"
            : $"38;5;{number}m";
        Assert.Contains(colour, frame, StringComparison.Ordinal);
        Assert.Contains("c=4,r=3", sent, StringComparison.Ordinal);
        Assert.Equal(12, Placeholders().Count(frame));
    }

    [Fact]
    public void A_picture_of_placeholders_is_sent_once_scrolls_as_text_and_is_taken_back()
    {
        var kitty = new KittyPictures(ColorLevel.TrueColor);
        var writer = new FrameWriter(new TerminalTraits { Colors = ColorLevel.TrueColor });
        PlacePlaceholders(kitty, _wide, 2);
        Assert.NotEmpty(kitty.TakeNew());
        writer.Write(_cells, _extras);

        Clear();
        PlacePlaceholders(kitty, _wide, 1);
        Assert.Empty(kitty.TakeNew());
        Assert.Empty(Placeholders().Matches(writer.Write(_cells, _extras)));   // The terminal scrolled them itself.

        Assert.Contains("a=d,d=I", kitty.TakeAllBack(), StringComparison.Ordinal);
    }

    [GeneratedRegex("i=([0-9]+),")]
    private static partial Regex Number();

    [GeneratedRegex("\uDBFB\uDEEE")]
    private static partial Regex Placeholders();

    private void PlaceSixels(int top, int first)
    {
        Clear();
        for (var row = first; row < 3; row++)
        {
            for (var column = 0; column < 4; column++)
                _extras.SetPicture(top + row - first, 1 + column, new PictureCell(_flag, row, column));
        }
    }

    private void PlacePlaceholders(KittyPictures kitty, PlacedPicture picture, int top)
    {
        for (var row = 0; row < picture.Rows; row++)
        {
            for (var column = 0; column < picture.Columns; column++)
                _cells[top + row, 1 + column] = new Cell(kitty.LookOf(picture), true, KittyPictures.GraphemeAt(row, column));
        }
    }

    private void Clear()
    {
        _extras.Clear();
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                _cells[row, column] = new Cell(SgrWriter.Plain, true, " ");
        }
    }

    /// <summary>Red and green above, blue and nothing below.</summary>
    private static Picture Flag()
    {
        const int side = 24;
        var pixels = new byte[side * side * Picture.PixelSize];
        for (var at = 0; at < side * side; at++)
        {
            byte[] pixel = (at % side >= side / 2, at / side >= side / 2) switch
            {
                (false, false) => [255, 0, 0, 255],
                (true, false) => [0, 255, 0, 255],
                (false, true) => [0, 0, 255, 255],
                (true, true) => [0, 0, 0, 0],
            };
            pixel.CopyTo(pixels, at * Picture.PixelSize);
        }
        return new Picture(side, side, pixels);
    }
}
