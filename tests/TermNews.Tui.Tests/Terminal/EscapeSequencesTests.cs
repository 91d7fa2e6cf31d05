using TermNews.Tui.Terminal.Sequences;

namespace TermNews.Tui.Tests.Terminal;

public sealed class EscapeSequencesTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("jjj", 0)]
    [InlineData("\e", 1)]
    [InlineData("jj\e", 1)]
    [InlineData("\e\e", 2)]
    [InlineData("\e[", 2)]
    [InlineData("\e[1;5", 5)]
    [InlineData("\e[B", 0)]
    [InlineData("\e[B\e[", 2)]
    [InlineData("\eO", 2)]
    [InlineData("\eOP", 0)]
    [InlineData("\ex", 0)]
    [InlineData("\e[<0;10;5M", 0)]
    [InlineData("\e[<0;10;", 8)]
    public void The_beginning_of_a_sequence_is_known_by_its_missing_end(string input, int unfinished) =>
        Assert.Equal(unfinished, EscapeSequences.UnfinishedLength(input));
}
