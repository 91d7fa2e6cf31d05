using System.Collections.Concurrent;
using System.Text;
using TermNews.Tui.Terminal.Sequences;

namespace TermNews.Tui.Tests.Terminal;

public sealed class InputAssemblerTests
{
    private readonly ConcurrentQueue<char> _queue = new();
    private readonly InputAssembler _input = new();

    [Fact]
    public void A_sequence_split_by_the_line_arrives_as_one()
    {
        Assert.True(_input.Take("j\e["u8, _queue));
        Assert.Equal("j", string.Concat(_queue));
        Assert.True(_input.Take("B"u8, _queue));

        Assert.Equal("j\e[B", string.Concat(_queue));
    }

    [Fact]
    public void A_lone_Esc_is_handed_over_when_the_time_for_more_is_up()
    {
        Assert.False(_input.Take("\e"u8, _queue));
        Assert.True(_input.Take([], _queue));

        Assert.Equal("\e", string.Concat(_queue));
    }

    [Fact]
    public void A_character_of_several_bytes_survives_any_split()
    {
        foreach (var one in Encoding.UTF8.GetBytes("한국 👍"))
            _input.Take([one], _queue);

        Assert.Equal("한국 👍", string.Concat(_queue));
    }
}
