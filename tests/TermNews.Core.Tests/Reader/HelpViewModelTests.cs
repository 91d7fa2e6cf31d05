using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class HelpViewModelTests
{
    private readonly HelpViewModel _help = new(ReaderKeys.Default);

    [Fact]
    public void Every_command_of_the_screens_is_in_the_help_once()
    {
        _help.Resize(100, 10);
        var text = string.Join('\n', _help.State.Lines);
        var screens = KeyScope.Screens | KeyScope.Comment | KeyScope.Prompt;
        foreach (var line in ReaderKeys.Default.Table.Where(line => (line.Scope & screens) != KeyScope.None))
            Assert.Contains(line.Words, text, StringComparison.Ordinal);
        Assert.Single(_help.State.Lines, line => line.ToString().EndsWith("mark as read or unread", StringComparison.Ordinal));
    }

    [Fact]
    public void The_help_tells_the_keys_the_reader_chose()
    {
        var help = new HelpViewModel(ReaderKeys.Create(new Dictionary<string, IReadOnlyList<string>> { ["why"] = ["Ctrl-W"] }));
        help.Resize(80, 200);
        var line = help.State.Lines.Single(line => line.ToString().EndsWith("why is this story here", StringComparison.Ordinal));
        Assert.Contains("Ctrl-W", line.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_is_wider_than_the_screen(int width)
    {
        _help.Resize(width, 10);
        Assert.All(_help.State.Lines, line => Assert.InRange(TextWidth.Of(line.ToString()), 0, width));
    }

    [Fact]
    public void Scrolling_ends_at_both_ends()
    {
        _help.Resize(80, 10);
        _help.Scroll(-5);
        Assert.Equal(0, _help.State.Top);
        _help.Scroll(10_000);
        Assert.Equal(_help.State.Lines.Count - 10, _help.State.Top);
    }
}
