using TermNews.Core.Reader.Overlays;

namespace TermNews.Core.Tests.Reader;

public sealed class LinkCodeTests
{
    [Fact]
    public void A_code_has_a_margin_of_paper_and_its_three_finders()
    {
        var rows = LinkCode.Rows("https://example.org/")!;
        var modules = rows[0].Length;

        Assert.Equal(29, modules);   // 25 modules of version 2, and two of paper on either side.
        Assert.Equal((modules + 1) / 2, rows.Count);
        Assert.Equal(new string(' ', modules), rows[0]);
        Assert.Equal("  █▀▀▀▀▀█", rows[1][..9]);
        Assert.Equal("█▀▀▀▀▀█  ", rows[1][^9..]);
    }

    [Fact]
    public void A_link_that_is_too_long_has_no_code() => Assert.Null(LinkCode.Rows("https://example.org/" + new string('x', 2000)));
}
