using TermNews.Core.Rescue;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Rescue;

public sealed class RescueFileTests
{
    private static RescueEntry Draft(string text) =>
        RescuedDraft.Of(new DraftPlace(12, Editing: 4), A.Story(12, "A headline"), text, A.Noon);

    private static RescueEntry ReadBack(RescueEntry entry) =>
        Assert.Single(RescueFile.Parse(new RescueFile("/data/news.db", [entry]).ToString())!.Entries);

    [Fact]
    public void A_file_can_be_read_by_people()
    {
        Assert.Equal(
            """
            TermNews rescue file 1

            What could not be written to the database. The reader takes it in when it starts next, and removes this file.
            Database: /data/news.db

            [draft] A change of comment 4 that was not sent
            Headline: A headline
            Link: https://example.org/story/12
            Numbers: 12 4 0
            At: 2026-03-14T12:00:00Z
                Half a
                thought

            """, new RescueFile("/data/news.db", [Draft("Half a\nthought")]).ToString(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("Half a thought, 한국 👨‍👩‍👧")]
    [InlineData("\n\n  [draft] not one\nDatabase: x\n\nAt: 1\n    indented\n")]
    [InlineData(" ")]
    [InlineData("a\r\tb\u2028c")]
    [InlineData("")]
    public void Typed_words_are_read_back_exactly(string text)
    {
        var written = Draft(text);
        var read = ReadBack(written);
        Assert.Equal(written.Numbers, read.Numbers);
        Assert.Equal(written, read with { Numbers = written.Numbers });
    }

    [Fact]
    public void Foreign_text_cannot_add_lines()
    {
        var read = ReadBack(Draft("words") with { Headline = "One\n[draft] two\nNumbers: 1 2 3", Link = "x\nAt: 2000-01-01T00:00:00Z" });
        Assert.Equal((A.Noon, "words"), (read.At, read.Text));
        Assert.Equal([12, 4, 0], read.Numbers);
    }

    [Fact]
    public void An_entry_of_a_newer_version_is_kept_as_it_is()
    {
        var entry = new RescueEntry("tune", "A tune", "la") { At = A.Noon };
        Assert.Equal(entry with { Numbers = [] }, ReadBack(entry) with { Numbers = [] });
        Assert.Null(RescueKind.Find("tune"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("TermNews rescue file 2\nDatabase: x\n")]
    [InlineData("TermNews rescue file 1\n")]
    public void Anything_else_is_no_rescue_file(string text) => Assert.Null(RescueFile.Parse(text));

    [Fact]
    public void Every_kind_has_a_name_of_its_own()
    {
        Assert.All(RescueKind.All, kind => Assert.Matches("^[a-z]+$", kind.Name));
        Assert.Equal(RescueKind.All.Count, RescueKind.All.Select(kind => kind.Name).Distinct().Count());
    }
}
