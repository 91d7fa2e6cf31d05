using System.Collections.Concurrent;
using System.Text;
using TermNews.Tui.Terminal.Sequences;

namespace TermNews.Tui.Tests.Terminal;

public sealed class KeySequencesTests
{
    private const string Escape = "\e[";

    [Theory]
    [InlineData("[7~", "[1~")]              // Home and End of rxvt.
    [InlineData("[8~", "[4~")]
    [InlineData("[7;5~", "[1;5~")]
    [InlineData("[27;5;65~", "[65;5u")]     // Ctrl-A of modifyOtherKeys.
    [InlineData("[3~", "[3~")]
    [InlineData("[24;2~", "[24;2~")]
    [InlineData("[97;5u", "[97;5u")]
    [InlineData("[97:65;5:1u", "[97:65;5:1u")]
    [InlineData("[A", "[A")]
    [InlineData("[[A", "[[A")]              // F1 of the Linux console.
    [InlineData("[<0;10;10M", "[<0;10;10M")]
    [InlineData("OP", "OP")]
    public void Keys_that_are_known_in_some_form_arrive(string sent, string expected) =>
        Assert.Equal($"j\e{expected}k", KeySequences.OnlyKnown($"j\e{sent}k"));

    [Theory]
    [InlineData("[25~")]
    [InlineData("[29;3~")]
    [InlineData("[~")]
    [InlineData("[0~")]
    [InlineData("[99999999999~")]
    [InlineData("[27~")]
    [InlineData("[27;5~")]
    [InlineData("[27;5;1114112~")]
    [InlineData("[27;;65~")]
    [InlineData("[1114112u")]
    [InlineData("[55296;3u")]
    [InlineData("[0u")]
    [InlineData("[99999999999u")]
    public void Keys_that_nobody_knows_are_ignored(string sent) => Assert.Equal("jk", KeySequences.OnlyKnown($"j\e{sent}k"));

    /// <summary>Every <c>CSI n ; m ~</c> and <c>CSI n u</c> becomes nothing or one sequence that the toolkit knows.</summary>
    [Fact]
    public void No_number_gets_through_that_the_toolkit_fails_on()
    {
        for (var number = 0; number <= 63; number++)
        {
            for (var modifier = 0; modifier <= 8; modifier++)
            {
                var sent = modifier == 0 ? $"{Escape}{number}~" : $"{Escape}{number};{modifier}~";
                var known = KeySequences.OnlyKnown(sent);
                Assert.True(known.Length == 0 || known == sent || number is 7 or 8, sent);
            }
        }
    }

    [Theory]
    [InlineData("\e[")]
    [InlineData("\e[12")]
    [InlineData("\e[\e[25~")]
    [InlineData("a\e")]
    [InlineData("\e[1;\u20ac")]
    public void What_is_no_sequence_is_left_as_it_is(string sent) =>
        Assert.Equal(sent.Replace("\e[25~", "", StringComparison.Ordinal), KeySequences.OnlyKnown(sent));

    [Fact]
    public void A_paste_without_an_end_is_over_after_a_silence()
    {
        var (queue, input) = (new ConcurrentQueue<char>(), new InputAssembler());
        input.Take("\e[200~abc"u8, queue);
        Assert.True(input.IsPasting);
        input.Take("de"u8, queue);
        Assert.True(input.IsPasting);
        Assert.True(input.Take([], queue));
        Assert.False(input.IsPasting);
        input.Take("j"u8, queue);
        Assert.Equal("\e[200~abcde\e[201~j", string.Concat(queue));
    }

    [Fact]
    public void A_paste_that_ends_is_over_at_its_end()
    {
        var (queue, input) = (new ConcurrentQueue<char>(), new InputAssembler());
        foreach (var one in Encoding.UTF8.GetBytes("\e[200~abc\e[201~"))
            input.Take([one], queue);
        Assert.False(input.IsPasting);
        Assert.Equal("\e[200~abc\e[201~", string.Concat(queue));
    }
}
