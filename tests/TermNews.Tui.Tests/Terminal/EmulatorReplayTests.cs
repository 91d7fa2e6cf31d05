using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Terminal.Gui.Drawing;
using TermNews.Core.Text;
using TermNews.Tui.Terminal;
using Attribute = Terminal.Gui.Drawing.Attribute;
using Color = Terminal.Gui.Drawing.Color;
using Style = Terminal.Gui.Drawing.TextStyle;

namespace TermNews.Tui.Tests.Terminal;

/// <summary>Frames in, bytes out, replayed in a terminal emulator that others wrote (pyte): the same screens.</summary>
public sealed class EmulatorReplayTests
{
    private const int Columns = 60, Rows = 18;
    private static readonly string[] Headlines =
    [
        "Ministers meet as trade talks resume", "한국의 바다와 산, 그리고 별", "東京の朝、市場が開く", "北京的秋天来了", "e\u0301te\u0301 a\u0300 la mer",
        "สวัสดีชาวโลก ข่าววันนี้",
        "עברית מימין לשמאל", "أخبار اليوم من القاهرة", "हिन्दी में समाचार की सुर्खियाँ", "Family 👩‍👩‍👧 on tour 👍🏽 again",
        "Flags 🇨🇭🇯🇵 and ☀️ sun", "Новости дня", "", "─────────────────────────",
    ];

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public async Task Random_lists_that_scroll_change_and_clear_look_the_same_in_another_emulator(int seed)
    {
        Assert.SkipUnless(await HasPyteAsync(), "This needs python3 with pyte (Debian: python3-pyte).");
        var (random, writer, extras) = (new Random(seed), new FrameWriter(new TerminalTraits()), new FrameExtras());
        var lines = new List<string>();
        var (top, cells) = (0, new Cell[Rows, Columns]);
        for (var frame = 0; frame < 150; frame++)
        {
            top += random.Next(4) == 0 ? random.Next(-9, 10) : random.Next(-1, 2);
            for (var row = 0; row < Rows; row++)
                Put(cells, row, top + row + (random.Next(12) == 0 ? 40 : 0), random.Next(Rows) == row);
            if (random.Next(25) == 0)
                writer.Forget();
            lines.Add(JsonSerializer.Serialize(new { sent = writer.Write(cells, extras), rows = RowsOf(cells) }));
        }

        var (status, said) = await RunPythonAsync(["-X", "utf8", ScriptPath()], string.Join('\n', lines));

        Assert.True(status == 0, said);
        Assert.Contains("150 frames are the same", said, StringComparison.Ordinal);
    }

    /// <summary>A row of a list: a mark, a number, a headline, a tail; some bold, one reversed.</summary>
    private static void Put(Cell[,] cells, int row, int number, bool isSelected)
    {
        var headline = Headlines[Math.Abs(number * 5) % Headlines.Length];
        var look = number % 3 == 0 ? SgrWriter.Plain
            : new Attribute(Color.None, Color.None, number % 5 == 0 ? Style.Underline : Style.Bold);
        if (isSelected)
            look = new Attribute(Color.None, Color.None, Style.Reverse);
        var column = 0;
        foreach (var grapheme in TextWidth.Graphemes($"● {number,4} {headline}{(number % 4 == 0 ? "  +3" : "")}")
            .Where(grapheme => TextWidth.OfGrapheme(grapheme) > 0))
        {
            var width = TextWidth.OfGrapheme(grapheme);
            if (column + width > Columns)
                break;
            cells[row, column] = new Cell(look, true, grapheme);
            if (width == 2)
                cells[row, column + 1] = new Cell(look, true, string.Empty);
            column += width;
        }
        for (; column < Columns; column++)
            cells[row, column] = new Cell(isSelected ? look : SgrWriter.Plain, true, " ");
    }

    private static List<List<object[]>> RowsOf(Cell[,] cells)
    {
        var rows = new List<List<object[]>>();
        for (var row = 0; row < Rows; row++)
        {
            var found = new List<object[]>();
            for (var column = 0; column < Columns; column++)
            {
                var grapheme = cells[row, column].Grapheme;
                if (grapheme.Length == 0)
                    continue;
                var width = TextWidth.OfGrapheme(grapheme);
                found.Add([grapheme, DisputedWidth.Is(grapheme, width) ? -width : width, LookOf(cells[row, column], grapheme)]);
            }
            rows.Add(found);
        }
        return rows;
    }

    private static string LookOf(Cell cell, string grapheme)
    {
        var style = cell.Attribute?.Style ?? Style.None;
        var bold = (style & Style.Bold) != 0 && grapheme != " " ? "b" : "";
        return bold + ((style & Style.Underline) != 0 ? "u" : "") + ((style & Style.Reverse) != 0 ? "r" : "");
    }

    private static string ScriptPath([CallerFilePath] string caller = "") => Path.Combine(Path.GetDirectoryName(caller)!, "replay.py");

    private static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";   // Where Debian's packages are.

    private static async Task<bool> HasPyteAsync()
    {
        try
        {
            return (await RunPythonAsync(["-c", "import pyte"], string.Empty)).Status == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Status, string Output)> RunPythonAsync(string[] arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(Token), process.StandardError.ReadToEndAsync(Token));
        await process.StandardInput.WriteAsync(input.AsMemory(), Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
        return (process.ExitCode, await output + await error);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
