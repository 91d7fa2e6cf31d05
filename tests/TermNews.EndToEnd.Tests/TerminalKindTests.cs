using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Kinds of terminals, locales and sizes: list, article and help are right on each, with the characters and colours it has.
/// </summary>
public sealed class TerminalKindTests
{
    private const string Utf8 = "LC_ALL=C.UTF-8", Plain = "LC_ALL=C";

    [Theory]
    [InlineData("xterm-256color", Utf8, false)]
    [InlineData("tmux-256color", Utf8, false)]
    [InlineData("screen", Utf8, false)]
    [InlineData("linux", Utf8, true)]
    [InlineData("vt100", Utf8, true)]
    [InlineData("xterm-256color", Plain, true)]
    [InlineData("tmux-256color", Plain, true)]
    [InlineData("screen", Plain, true)]
    [InlineData("linux", Plain, true)]
    [InlineData("vt100", Plain, true)]
    public async Task List_article_and_help_are_right_at_every_size(string term, string locale, bool isAscii)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24, ["TERM=" + term, locale], [Installed.Binary]);
        await terminal.WaitForAsync(Newsroom.Newest);

        foreach (var (columns, rows) in new[] { (80, 24), (40, 10), (200, 60) })
        {
            await terminal.ResizeAsync(columns, rows);
            await WaitForSizeAsync(terminal, columns);
            var list = await terminal.WaitForAsync("Harbour");
            await terminal.AssertSameWhenDrawnAnewAsync($"the list at {columns}x{rows}");
            await terminal.PressAsync("Enter");
            var article = await terminal.WaitForAsync("The article on");
            await terminal.PressAsync("Down", "Down", "Up");
            await terminal.AssertSameWhenDrawnAnewAsync($"the article at {columns}x{rows}");
            await terminal.PressAsync("q", "?");
            var help = await terminal.WaitForAsync("Keys");
            await terminal.PressAsync("q");
            await terminal.WaitForGoneAsync("Keys");

            Assert.All(new[] { list, article, help }, screen => Assert.True(!isAscii || screen.All(char.IsAscii), screen));
        }
        await terminal.ResizeAsync(30, 8);
        await terminal.WaitForAsync("needs 40x10");
        await terminal.ResizeAsync(80, 24);
        await terminal.WaitForAsync(Newsroom.Newest);
        Assert.Equal("0", await terminal.FlagAsync("history_size"));   // Nothing scrolled away.
    }

    [Theory]
    [InlineData("linux", Utf8)]
    [InlineData("vt100", Utf8)]
    [InlineData("xterm-256color", Plain)]
    [InlineData("screen", "LC_ALL=POSIX")]
    public async Task Where_the_terminal_has_ASCII_only_nothing_else_is_sent(string term, string locale)
    {
        await using var newsroom = await Newsroom.OpenAsync(
            ("Journal für Käse 한국", Feeds.Rss("Journal für Käse 한국", "Überschrift “eins” – 한국", "Second")));

        var sent = await WalkAsync(newsroom, "TERM=" + term, locale);

        Assert.Contains("berschrift", sent.Text, StringComparison.Ordinal);
        Assert.True(sent.IsAscii, "Bytes of other characters were sent: " + sent.Raw);
    }

    [Theory]
    [InlineData("TERM=xterm-256color", "NO_COLOR=1")]
    [InlineData("TERM=xterm-256color", "NO_COLOR=yes")]
    [InlineData("TERM=vt100", "COLORTERM=")]
    [InlineData("TERM=xterm-mono", "COLORTERM=")]
    public async Task Where_no_colour_is_wanted_or_there_is_none_none_is_sent(params string[] environment)
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var sent = await WalkAsync(newsroom, environment);

        Assert.Empty(sent.Colours);
    }

    [Fact]
    public async Task Colours_are_those_of_the_readers_own_palette()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        var sent = await WalkAsync(newsroom, "TERM=xterm-256color", "COLORTERM=truecolor");

        Assert.DoesNotContain("38", sent.Colours);
        Assert.DoesNotContain("48", sent.Colours);
    }

    [Fact]
    public async Task Inside_GNU_Screen_the_reader_is_whole_and_gives_the_window_back()
    {
        var screen = Installed.Find("screen");
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await Terminal.StartAsync(newsroom.Sandbox, 80, 24,
            ["SCREENDIR=" + newsroom.Sandbox.PathOf("screens")], [screen, "-U", "-c", "/dev/null", "-s", "/bin/sh", Installed.Binary]);
        await terminal.WaitForAsync(Newsroom.Newest);

        await terminal.PressAsync("Down", "Down", "Up", "Enter");
        var article = await terminal.WaitForAsync("The article on Dispatch number 1");
        await terminal.PressAsync("Down", "NPage", "q");
        await terminal.WaitForAsync(Newsroom.Newest);
        await terminal.PressAsync("q");

        Assert.Contains("Ada Example", article, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.WaitForExitAsync());
    }

    private static async Task<SentBytes> WalkAsync(Newsroom newsroom, params string[] environment)
    {
        await using var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24, environment);
        await terminal.WaitForAsync("help");
        foreach (var key in new[] { "\e[B", "\e[A", "s", "?", "q", "\r", "\t", "c", "x" })
            await terminal.PressAsync(key);
        terminal.Send("\x03");
        Assert.Equal(0, (await terminal.WaitForExitAsync()).Status);
        terminal.AssertRestored();
        return terminal.Since(0);
    }

    /// <summary>The title row reaches to the right edge when the program has taken the size in.</summary>
    private static Task WaitForSizeAsync(Terminal terminal, int columns) =>
        terminal.WaitAsync(screen => screen.Split('\n')[0].TrimEnd().Length == columns, $"a title row of {columns} columns");
}
