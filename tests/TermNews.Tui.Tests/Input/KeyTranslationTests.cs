using System.Collections.Concurrent;
using Terminal.Gui.Drivers;
using TermNews.Core.Reader.Keys;
using TermNews.Tui.Input;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Input;

/// <summary>What terminals send comes through the toolkit's parser as keys of the key map.</summary>
public sealed class KeyTranslationTests
{
    [Theory]
    [InlineData("j", "j")]
    [InlineData("J", "J")]
    [InlineData("G", "G")]
    [InlineData("?", "?")]
    [InlineData("/", "/")]
    [InlineData("|", "|")]
    [InlineData("!", "!")]
    [InlineData("=", "=")]
    [InlineData(":", ":")]
    [InlineData(".", ".")]
    [InlineData("1", "1")]
    [InlineData(" ", "Space")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Enter")]
    [InlineData("\t", "Tab")]
    [InlineData("\x7f", "Backspace")]
    [InlineData("\b", "Backspace")]
    [InlineData("\x04", "Ctrl-D")]
    [InlineData("\x13", "Ctrl-S")]
    [InlineData("\x11", "Ctrl-Q")]
    [InlineData("\x1a", "Ctrl-Z")]
    [InlineData("\x03", "Ctrl-C")]
    [InlineData("\e", "Esc")]
    [InlineData("\e[A", "Up")]
    [InlineData("\eOB", "Down")]
    [InlineData("\e[5~", "PgUp")]
    [InlineData("\e[6~", "PgDn")]
    [InlineData("\e[H", "Home")]
    [InlineData("\e[4~", "End")]
    [InlineData("\e[3~", "Delete")]
    [InlineData("\e[Z", "Shift-Tab")]
    [InlineData("\e[1;5C", "Ctrl-Right")]
    [InlineData("\e\r", "Alt-Enter")]
    [InlineData("\ed", "Alt-d")]
    [InlineData("é", "é")]
    [InlineData("語", "語")]
    [InlineData("👍", "👍")]
    [InlineData("\eOP", "F1")]
    public void A_key_is_named_as_the_key_map_names_it(string sent, string name) =>
        Assert.Equal([KeyPress.Parse(name)!.ToString()], Names(sent));

    private static List<string?> Names(string sent)
    {
        List<string?> names = [];
        var queue = new ConcurrentQueue<char>(sent);
        var processor = new TerminalFactory(null!, null!, null!).CreateInputProcessor(queue);
        processor.KeyDown += (_, key) => names.Add(KeyTranslation.ToKeyPress(key)?.ToString());
        for (var turn = 0; turn < 1000 && names.Count == 0; turn++)
            processor.ProcessQueue();
        Assert.NotEqual(AnsiResponseParserState.InResponse, processor.GetParser().State);
        return names;
    }
}
