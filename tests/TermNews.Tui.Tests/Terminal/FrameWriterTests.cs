using System.Drawing;
using Terminal.Gui.Drawing;
using TermNews.Tui.Terminal;
using Attribute = Terminal.Gui.Drawing.Attribute;
using Color = Terminal.Gui.Drawing.Color;
using Style = Terminal.Gui.Drawing.TextStyle;

namespace TermNews.Tui.Tests.Terminal;

public sealed class FrameWriterTests
{
    private const int Columns = 20, Rows = 8;
    private static readonly Attribute Bold = new(Color.None, Color.None, Style.Bold);
    private FrameWriter _writer = new(new TerminalTraits());
    private readonly FrameExtras _extras = new();
    private readonly TestTerminal _terminal = new(Columns, Rows);
    private Cell[,] _cells = Blank();

    [Fact]
    public void The_same_frame_again_sends_nothing()
    {
        Put(1, 2, "news", SgrWriter.Plain);
        Assert.NotEmpty(Show());

        Assert.Equal(string.Empty, Show());
    }

    [Fact]
    public void One_changed_cell_costs_a_move_and_a_character()
    {
        Put(1, 0, "twelve minutes", SgrWriter.Plain);
        Show();
        Put(1, 7, "M", SgrWriter.Plain);

        Assert.Equal("\e[8GM", Show());
    }

    [Fact]
    public void A_row_that_becomes_shorter_is_erased_to_its_end()
    {
        Put(0, 0, "a very long headline", SgrWriter.Plain);
        Show();
        Put(0, 6, "              ", SgrWriter.Plain);

        Assert.Equal("\e[1;8H\e[K", Show());
    }

    [Fact]
    public void A_bold_word_is_switched_on_and_off_with_the_shortest_sequences()
    {
        Show();
        Put(2, 0, "new", Bold);

        Assert.Equal("\n\n\e[1mnew\e[m", Show());
    }

    [Fact]
    public void A_wide_character_over_two_narrow_ones_and_back_leaves_no_half()
    {
        Put(0, 0, "abcdef", SgrWriter.Plain);
        Show();
        PutWide(0, 1, "語");
        Show();
        AssertSame();
        Put(0, 1, "xy", SgrWriter.Plain);
        Show();

        AssertSame();
        Assert.StartsWith("axydef", _terminal.Row(0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_begins_and_ends_with_its_text_and_its_change_alone_is_sent()
    {
        Put(0, 0, "[1] more", SgrWriter.Plain);
        Link(0, 0, 3, "https://example.org/a");
        Show();
        AssertSame();
        Link(0, 0, 3, "https://example.org/b");
        var sent = Show();

        AssertSame();
        Assert.Contains("\e]8;;https://example.org/b\e\\[1]\e]8;;\e\\", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("more", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_over_two_rows_is_one_link()
    {
        Put(1, 10, "read more", SgrWriter.Plain);
        Put(2, 0, "> about it", SgrWriter.Plain);
        Link(1, 10, 9, "https://example.org/a");
        Link(2, 2, 8, "https://example.org/a");

        var ids = System.Text.RegularExpressions.Regex.Matches(Show(), "\e\\]8;id=([0-9a-f]+);https").Select(match => match.Groups[1].Value)
            .ToList();

        Assert.Equal(2, ids.Count);
        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public void A_rule_is_one_character_repeated_where_the_terminal_can()
    {
        _writer = new FrameWriter(new TerminalTraits { HasRepeat = true });
        Show();
        Put(3, 2, new string('─', 15), SgrWriter.Plain);

        Assert.Equal("\e[4;3H─\e[14b", Show());
        AssertSame();
    }

    [Fact]
    public void A_long_gap_inside_a_row_is_erased()
    {
        Put(2, 0, "a headline and a end", SgrWriter.Plain);
        Show();
        Put(2, 2, new string(' ', 14), SgrWriter.Plain);

        Assert.EndsWith("\e[15X", Show(), StringComparison.Ordinal);
        AssertSame();
    }

    [Fact]
    public void Bold_blanks_are_blanks()
    {
        Put(2, 0, "short     ", Bold);
        Show();
        Put(2, 5, "     ", SgrWriter.Plain);

        Assert.Equal(string.Empty, Show());
    }

    [Fact]
    public void What_stands_behind_a_cluster_that_terminals_dispute_is_sent_again()
    {
        Put(0, 0, "  family and friends", SgrWriter.Plain);
        Show();
        PutWide(0, 0, "👩‍👩‍👧");

        var sent = Show();

        Assert.EndsWith("fami", sent, StringComparison.Ordinal);
        AssertSame();
    }

    [Fact]
    public void A_forgotten_screen_is_cleared_and_sent_whole()
    {
        Put(0, 0, "headline", SgrWriter.Plain);
        Show();
        _writer.Forget();

        var sent = Show();
        Assert.Contains("\e[2J", sent, StringComparison.Ordinal);
        Assert.Contains("headline", sent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cursor_is_shown_moved_and_hidden_with_its_frame()
    {
        Show();
        _extras.Cursor = new Point(3, 1);
        Show();
        Assert.True(_terminal.IsCursorShown);
        Assert.Equal((3, 1), _terminal.Cursor);
        Assert.Equal(string.Empty, Show());
        Put(0, 0, "x", SgrWriter.Plain);
        Show();
        Assert.Equal((3, 1), _terminal.Cursor);
        _extras.Cursor = null;
        Show();

        Assert.False(_terminal.IsCursorShown);
    }

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(3, false, true)]
    [InlineData(4, false, false)]
    public void Any_row_of_frames_replayed_by_a_terminal_gives_the_last_frame(int seed, bool hasRepeat, bool hasErase)
    {
        _writer = new FrameWriter(new TerminalTraits { HasRepeat = hasRepeat, HasEraseCharacters = hasErase });
        var random = new Random(seed);
        for (var frame = 0; frame < 200; frame++)
        {
            Scribble(random);
            if (random.Next(20) == 0)
                _writer.Forget();
            Show();
            AssertSame();
        }
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, -1)]
    [InlineData(7, 3)]
    public void A_list_that_scrolls_is_scrolled_by_the_terminal(int seed, int by)
    {
        var random = new Random(seed);
        _cells = Lines(0);
        Show();
        for (var frame = 1; frame < 30; frame++)
        {
            _cells = Lines(frame * by);
            Put(0, 0, "title", Bold);
            if (random.Next(3) == 0)
                PutWide(random.Next(1, Rows), 10, "語");
            var sent = Show();
            AssertSame();
            if (by is 1 or -1)
                Assert.InRange(sent.Length, 1, 90);
        }
    }

    private static Cell[,] Lines(int from)
    {
        var cells = Blank();
        for (var row = 1; row < Rows; row++)
        {
            var text = $"line {from + row + 1000} of text";
            for (var column = 0; column < text.Length; column++)
                cells[row, column] = new Cell(SgrWriter.Plain, true, text[column].ToString());
        }
        return cells;
    }

    private void Scribble(Random random)
    {
        string[] narrow = ["a", "b", " ", " ", "é", "e\u0301", "ש", "ก็", "कि", "…", "●"];
        string[] wide = ["語", "👍🏽", "👩‍👩‍👧", "🇨🇭", "한"];
        Attribute[] looks = [SgrWriter.Plain, Bold, new(new Color(ColorName16.Cyan), Color.None, Style.Bold | Style.Underline),
            new(Color.None, Color.None, Style.Reverse | Style.Faint)];
        for (var change = random.Next(12); change > 0; change--)
        {
            var (row, column, look) = (random.Next(Rows), random.Next(Columns - 1), looks[random.Next(looks.Length)]);
            if (_cells[row, column].Grapheme.Length == 0 || _cells[row, column + 1].Grapheme.Length == 0)
                continue;
            if (column + 2 < Columns && _cells[row, column + 2].Grapheme.Length == 0)
                continue;
            if (random.Next(4) == 0)
                PutWide(row, column, wide[random.Next(wide.Length)]);
            else
                Put(row, column, narrow[random.Next(narrow.Length)], look, isOneCell: true);
            Link(row, column, 1, random.Next(8) == 0 ? "https://example.org/" : null);
        }
        if (random.Next(10) == 0)
            _cells = Blank();
    }

    private string Show()
    {
        var sent = _writer.Write(_cells, _extras);
        _terminal.Take(sent);
        return sent;
    }

    private void AssertSame()
    {
        var fresh = new TestTerminal(Columns, Rows);
        fresh.Take(new FrameWriter(new TerminalTraits()).Write(_cells, _extras));
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                Assert.Equal(fresh.CellAt(row, column), _terminal.CellAt(row, column));
                Assert.Equal(_cells[row, column].Grapheme, _terminal.CellAt(row, column).Split('|')[0]);
            }
        }
    }

    private static Cell[,] Blank()
    {
        var cells = new Cell[Rows, Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
                cells[row, column] = new Cell(SgrWriter.Plain, true, " ");
        }
        return cells;
    }

    private void Put(int row, int column, string text, Attribute look, bool isOneCell = false)
    {
        string[] parts = isOneCell ? [text] : [.. text.Select(c => c.ToString())];
        foreach (var part in parts)
            _cells[row, column++] = new Cell(look, true, part);
    }

    private void PutWide(int row, int column, string text)
    {
        _cells[row, column] = new Cell(SgrWriter.Plain, true, text);
        _cells[row, column + 1] = new Cell(SgrWriter.Plain, true, string.Empty);
        _extras.SetLink(row, column, null);
        _extras.SetLink(row, column + 1, null);
    }

    private void Link(int row, int column, int count, string? link)
    {
        for (var at = column; at < column + count; at++)
            _extras.SetLink(row, at, link);
        if (_cells[row, column + 1].Grapheme.Length == 0)
            _extras.SetLink(row, column + 1, link);
    }
}
