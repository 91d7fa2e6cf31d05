using System.Collections.Concurrent;
using System.Text;
using TermNews.Tui.Terminal;

namespace TermNews.Tui.Tests.Terminal;

public sealed class TerminalInputTests
{
    private readonly ConcurrentQueue<char> _queue = new();
    private readonly TerminalInput _input;
    private int _woken;

    public TerminalInputTests()
    {
        _input = new TerminalInput(null!, 25, () => _woken++, () => { });
        _input.Initialize(_queue);
    }

    [Fact]
    public void A_sequence_split_by_the_line_arrives_as_one()
    {
        _input.Take("j\e["u8);
        Assert.Equal("j", string.Concat(_queue));
        _input.Take("B"u8);

        Assert.Equal("j\e[B", string.Concat(_queue));
        Assert.Equal(2, _woken);
    }

    [Fact]
    public void A_lone_Esc_is_handed_over_when_the_time_for_more_is_up()
    {
        _input.Take("\e"u8);
        Assert.Equal(0, _woken);
        _input.Take([]);

        Assert.Equal("\e", string.Concat(_queue));
        Assert.Equal(1, _woken);
    }

    [Fact]
    public void A_character_of_several_bytes_survives_any_split()
    {
        foreach (var one in Encoding.UTF8.GetBytes("한국 👍"))
            _input.Take([one]);

        Assert.Equal("한국 👍", string.Concat(_queue));
    }
}
