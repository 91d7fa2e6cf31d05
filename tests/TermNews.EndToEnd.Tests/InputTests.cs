using System.Globalization;
using System.Text;
using System.Text.Json;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Bytes from slow lines and out of clipboards, on a pseudo-terminal: keys stay keys, and pasted text is never a command.
/// </summary>
public sealed class InputTests
{
    private const string PasteBegins = "\e[200~", PasteEnds = "\e[201~";
    private static readonly string[] OverSsh = ["SSH_CONNECTION=192.0.2.1 5 192.0.2.2 22"];

    [Theory]
    [InlineData("\e", "[B")]
    [InlineData("\e[", "B")]
    [InlineData("\eO", "B")]
    [InlineData("\e", "[1;1B")]
    public async Task A_key_that_a_slow_line_has_split_is_one_key(string first, string rest)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom, OverSsh);

        await terminal.SendSplitAsync(TimeSpan.FromMilliseconds(400), Bytes(first), Bytes(rest));
        terminal.Send("\r");

        await terminal.WaitForAsync("The article on Dispatch number 1");   // The second story: one row down, nothing else.
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Esc_alone_acts_without_another_key(bool isRemote)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom, isRemote ? OverSsh : []);
        terminal.Send("/bakery");
        await terminal.RepaintUntilAsync("bakery");

        var before = terminal.Count;
        terminal.Send("\e");

        await terminal.WaitForAsync("Dispatch number 1", before);
    }

    [Fact]
    public async Task Characters_that_a_slow_line_has_split_stay_whole()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await CommentBoxAsync(newsroom);

        foreach (var character in new[] { "한", "🚗", "é" })
        {
            var before = terminal.Count;
            await terminal.SendSplitAsync(TimeSpan.FromMilliseconds(40), [.. Bytes(character).Select(b => new[] { b })]);
            await PseudoTerminal.UntilAsync(() => terminal.Count > before, () => $"'{character}' was not drawn.");
        }

        var drawn = await terminal.RepaintUntilAsync("3 / 300");
        Assert.Contains("한🚗é", drawn.Text.ReplaceLineEndings(""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paste_of_300_Korean_characters_arrives_whole()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await CommentBoxAsync(newsroom);
        var text = string.Concat(Enumerable.Range(0, 300).Select(n => (char)('가' + (n * 37))));

        terminal.Send(PasteBegins + text + PasteEnds);
        await terminal.RepaintUntilAsync("300 / 300");
        await SendCommentAsync(terminal);

        Assert.Equal(text, await TheCommentAsync(newsroom));
    }

    [Fact]
    public async Task A_paste_of_200_kB_is_cut_at_300_characters_and_commands_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await CommentBoxAsync(newsroom);
        const string Piece = "한국어 🚗 qQ\nA 5 \e[A\eq\e[3~ 👨‍👩‍👧 ";
        var text = string.Concat(Enumerable.Repeat(Piece, 200_000 / Encoding.UTF8.GetByteCount(Piece)));

        await Task.Run(() => terminal.Send(PasteBegins + text + PasteEnds), TestContext.Current.CancellationToken);
        var drawn = await terminal.RepaintUntilAsync("300 / 300");
        await SendCommentAsync(terminal);

        var comment = await TheCommentAsync(newsroom);
        Assert.Contains("Cut at 300 characters", drawn.Text, StringComparison.Ordinal);
        Assert.Equal(300, new StringInfo(comment).LengthInTextElements);
        Assert.StartsWith("한국어 🚗 qQ\nA 5", comment, StringComparison.Ordinal);
        Assert.DoesNotContain(comment, c => char.IsControl(c) && c != '\n');
        Assert.Equal("62\n", (await newsroom.Sandbox.DoAsync("count", "unread")).Output);
    }

    [Fact]
    public async Task A_paste_that_never_ends_is_over_after_a_silence()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await CommentBoxAsync(newsroom);

        terminal.Send(PasteBegins + "abc");
        await terminal.WaitForAsync("abc");
        terminal.Send("d");
        await terminal.RepaintUntilAsync("4 / 300");
        await SendCommentAsync(terminal);

        Assert.Equal("abcd", await TheCommentAsync(newsroom));
    }

    [Fact]
    public async Task A_paste_into_a_list_commands_nothing()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom, []);
        var text = string.Concat(Enumerable.Repeat("s5\r\njA!dq Q\u0003\e[B한국\t", 2000));

        await Task.Run(() => terminal.Send(PasteBegins + text + PasteEnds), TestContext.Current.CancellationToken);
        terminal.Send("\r");

        await terminal.WaitForAsync("The article on " + Newsroom.Newest);
        await LeaveAsync(terminal);
        Assert.Equal("62\n", (await newsroom.Sandbox.DoAsync("count", "unread")).Output);
        Assert.Equal("0\n", (await newsroom.Sandbox.DoAsync("count", "saved")).Output);
    }

    [Theory]
    [InlineData("\e", "[201~")]
    [InlineData("\e[", "201~")]
    [InlineData("\e[20", "1~")]
    [InlineData("\e[201", "~")]
    public async Task The_end_of_a_paste_may_be_split(string first, string rest)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await CommentBoxAsync(newsroom, OverSsh);

        await terminal.SendSplitAsync(TimeSpan.FromMilliseconds(300), Bytes(PasteBegins + "한국q\nQ" + first), Bytes(rest));
        terminal.Send(" typed");
        await terminal.RepaintUntilAsync("11 / 300");
        await SendCommentAsync(terminal);

        Assert.Equal("한국q\nQ typed", await TheCommentAsync(newsroom));
    }

    [Fact]
    public async Task The_beginning_of_a_paste_may_be_split()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var terminal = await ListAsync(newsroom, OverSsh);

        await terminal.SendSplitAsync(TimeSpan.FromMilliseconds(300), Bytes("\e[20"), Bytes("0~Qq\rs" + PasteEnds));
        terminal.Send("\r");

        await terminal.WaitForAsync("The article on " + Newsroom.Newest);
        await LeaveAsync(terminal);
        Assert.Equal("0\n", (await newsroom.Sandbox.DoAsync("count", "saved")).Output);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<PseudoTerminal> ListAsync(Newsroom newsroom, string[] environment)
    {
        var terminal = PseudoTerminal.Start(newsroom.Sandbox, 80, 24, environment);
        await terminal.WaitForAsync(Newsroom.Newest);
        return terminal;
    }

    /// <summary>
    /// Leaves from an article. What was done is stored behind the screen, and all of it before the end: only then is it counted.
    /// </summary>
    private static async Task LeaveAsync(PseudoTerminal terminal)
    {
        terminal.Send("Q");
        Assert.Equal(0, (await terminal.WaitForExitAsync()).Status);
    }

    private static async Task<PseudoTerminal> CommentBoxAsync(Newsroom newsroom, string[]? environment = null)
    {
        var terminal = await ListAsync(newsroom, environment ?? []);
        await terminal.OpenCommentBoxAsync();
        return terminal;
    }

    private static async Task SendCommentAsync(PseudoTerminal terminal)
    {
        terminal.Send("\x13");
        await terminal.RepaintUntilAsync("Comments (1)");
    }

    private static async Task<string> TheCommentAsync(Newsroom newsroom)
    {
        var line = Assert.Single((await newsroom.Sandbox.DoAsync("comment", "list", "--format", "ndjson")).Lines);
        return JsonDocument.Parse(line).RootElement.GetProperty("text").GetString()!;
    }
}
