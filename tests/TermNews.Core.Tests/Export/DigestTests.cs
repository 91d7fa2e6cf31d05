using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Export;
using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Reader;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Export;

public sealed class DigestTests
{
    private readonly FakeStories _stories = new();
    private readonly StoryLists _lists;

    public DigestTests() => _lists = new StoryLists(_stories, new FakeTimeProvider(A.Noon), MustReadRules.None);

    private static PublishedCounters Points(long points) => new(null, points, null, null);

    private async Task<string> WriteAsync(string format, DateTimeOffset? since = null, int? limit = null, double zone = 1)
    {
        var now = A.Noon.ToOffset(TimeSpan.FromHours(zone));
        var digest = await Digest.ReadAsync(_lists, since, limit, now, A.Token);
        using var output = new StringWriter();
        ExportFormats.Parse(format).Digest!(output, digest);
        return output.ToString();
    }

    /// <summary>A pinned story, a cluster that is popular too, and the newest one.</summary>
    private void HaveAFrontPage()
    {
        _stories.All.Add(
            A.Story(1, "Ports closed", 1, "Reuters", A.Noon.AddHours(-3), cluster: new ClusterReference(1, 6), counters: Points(9)));
        _stories.All.Add(A.Story(
            2, "A quiet *day* <at> sea & \"land\"", 2, "1. FC [blog]", A.Noon.AddDays(-40), status: new StoryStatus { IsPinned = true }));
        _stories.All.Add(A.Story(3, "Much discussed", 3, "Forum", A.Noon.AddHours(-2), counters: Points(120)));
        _stories.All.Add(A.Story(4, null, 4, "Notes", A.Noon.AddMinutes(-5), lead: "The beginning of a note.") with { Link = null });
        _stories.Coverage[1] = new ClusterCoverage(["Reuters", "BBC", "AP", "AFP", "dpa", "Yonhap"], A.Noon.AddHours(-3), A.Noon);
    }

    [Fact]
    public async Task Text_has_the_sections_one_after_the_other_and_no_news_twice()
    {
        HaveAFrontPage();

        Assert.Equal(
            """
            TermNews, 14 Mar 2026 13:00 +01:00

            Must-Read
            ---------

             1. A quiet *day* <at> sea & "land"
                1. FC [blog] · 2 Feb 2026 13:00
                you pinned it
                https://example.org/story/2

             2. Ports closed
                Reuters · 14 Mar 2026 10:00
                6 sources in 3 h: Reuters, BBC, …
                Sources: Reuters, BBC, AP, AFP, dpa, Yonhap
                https://example.org/story/1

            Popular
            -------

             1. Much discussed
                Forum · 14 Mar 2026 11:00
                120 points on Forum
                https://example.org/story/3

            Latest
            ------

             1. The beginning of a note.
                Notes · 14 Mar 2026 12:55
                published 5 min ago

            """, await WriteAsync("text"));
    }

    [Fact]
    public async Task Markdown_escapes_foreign_text_and_lets_none_begin_a_line()
    {
        HaveAFrontPage();

        var document = await WriteAsync("md", zone: 0);

        Assert.StartsWith(
            """
            # TermNews, 14 Mar 2026 12:00 +00:00

            ## Must-Read

            1. **[A quiet \*day\* \<at\> sea \& "land"](<https://example.org/story/2>)**
               - *1. FC \[blog\] · 2 Feb 2026 12:00*
               - you pinned it
            2. **[Ports closed](<https://example.org/story/1>)**

            """, document, StringComparison.Ordinal);
        Assert.EndsWith("1. **The beginning of a note.**\n   - *Notes · 14 Mar 2026 11:55*\n   - published 5 min ago\n", document,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_is_a_whole_document_that_loads_and_trusts_nothing()
    {
        HaveAFrontPage();
        _stories.All.Add(A.Story(5, "<script>alert(1)</script>", 5, "<b>'Feed'", A.Noon, link: "https://example.org/?a=1&b=\"><img>"));

        var document = await WriteAsync("html");

        Assert.StartsWith(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>TermNews, ", document, StringComparison.Ordinal);
        Assert.EndsWith("</ol>\n</body>\n</html>\n", document, StringComparison.Ordinal);
        Assert.Contains("<b><a href=\"https://example.org/?a=1&amp;b=&quot;&gt;&lt;img&gt;\">&lt;script&gt;alert(1)&lt;/script&gt;</a></b>",
            document, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&#39;Feed&#39; ", document, StringComparison.Ordinal);
        Assert.Contains("Sources: Reuters, BBC, AP", document, StringComparison.Ordinal);
        foreach (var loaded in new[] { "<script", "<img", "<link", "<style", "src=", "url(" })
            Assert.DoesNotContain(loaded, document, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Text_is_never_wider_than_78_columns_and_a_long_link_can_be_put_together_again()
    {
        var link = $"https://example.org/{string.Join('/', Enumerable.Range(1, 40).Select(n => $"part{n}"))}?q={new string('x', 90)}";
        var counted = _stories.All;
        counted.Add(A.Story(1, new string('長', 120), 1, new string('f', 200), counters: Points(1), link: link + "&utm_source=rss"));
        counted.Add(
            A.Story(2, string.Join(' ', Enumerable.Repeat("Headline", 30)), 2, cluster: new ClusterReference(2, 40), counters: Points(1)));
        _stories.Coverage[2] = new ClusterCoverage(
            [.. Enumerable.Range(1, 40).Select(n => $"The feed number {n}")], A.Noon.AddDays(-2), A.Noon);

        var text = await WriteAsync("text");

        Assert.All(text.Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 78));
        Assert.DoesNotContain(text, c => char.IsControl(c) && c != '\n');
        Assert.Contains($"<{link}>", text.Replace("\n    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The feed number 8 and 32 more", text.Replace("\n    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_that_the_reason_names_are_not_named_again()
    {
        HaveAFrontPage();
        _stories.Coverage[1] = new ClusterCoverage(["Reuters", "BBC"], A.Noon.AddHours(-3), A.Noon);

        var text = await WriteAsync("text");

        Assert.Contains("in 3 h: Reuters, BBC\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sources:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_are_short_and_filled_with_what_was_not_named_before()
    {
        _stories.All.AddRange(
            Enumerable.Range(1, 60).Select(id => A.Story(id, $"Story {id}", id, at: A.Noon.AddMinutes(-id), counters: Points(id))));
        foreach (var id in Enumerable.Range(1, 8))
            _stories.Change(id, status => status with { IsPinned = true });

        var digest = await Digest.ReadAsync(_lists, null, null, A.Noon, A.Token);
        var short3 = await Digest.ReadAsync(_lists, null, 3, A.Noon, A.Token);

        Assert.Equal(
            [("Must-Read", 5), ("Popular", 5), ("Latest", 10)], digest.Sections.Select(section => (section.Title, section.Rows.Count)));
        Assert.Equal(20, digest.Sections.SelectMany(section => section.Rows).DistinctBy(row => row.Story.Id).Count());
        Assert.Equal([3, 3, 3], short3.Sections.Select(section => section.Rows.Count));
    }

    [Fact]
    public async Task Where_there_is_nothing_it_says_so()
    {
        Assert.Equal(
            "TermNews, 14 Mar 2026 12:00 +00:00\nThere is no story yet; termnews feeds add URL subscribes to a feed, termnews refresh "
            + "fetches.\n",
            await WriteAsync("text", zone: 0));
        _stories.All.Add(A.Story(1, at: A.Noon.AddDays(-3)));
        var since = A.Noon.AddHours(-24);
        Assert.EndsWith("\nThere is nothing new since 13 Mar 2026 13:00.\n", await WriteAsync("text", since), StringComparison.Ordinal);
        Assert.Contains("<p>There is nothing new since 13 Mar 2026 13:00.</p>", await WriteAsync("html", since), StringComparison.Ordinal);
        Assert.Contains("\n\nThere is nothing new since 13 Mar 2026 13:00.\n", await WriteAsync("md", since), StringComparison.Ordinal);
        Assert.Contains("\nSince 10 Mar 2026 13:00.\n\nLatest\n", await WriteAsync("text", A.Noon.AddDays(-4)), StringComparison.Ordinal);
    }
}
