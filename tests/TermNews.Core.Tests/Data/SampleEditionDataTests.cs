using System.Text.RegularExpressions;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Data;

/// <summary>
/// The sample edition is what a stranger sees first: it is complete, shows all a reader can do, and says that it is a sample.
/// </summary>
public sealed partial class SampleEditionDataTests
{
    private static readonly string[] Sections = ["business", "culture", "science", "sport", "technology", "world"];
    private static readonly ParsedFeed[] Feeds = [.. Sections.Select(Parse)];
    private static readonly ParsedEntry[] Entries = [.. Feeds.SelectMany(feed => feed.Entries)];

    [GeneratedRegex("""(?:href|src)="(?<url>[^"]*)""")]
    private static partial Regex Address { get; }

    private static ParsedFeed Parse(string section)
    {
        using var stream = typeof(FeedParser).Assembly.GetManifestResourceStream($"data/edition/{section}.xml");
        Assert.NotNull(stream);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FeedParser.Parse(bytes.ToArray(), null, null);
    }

    public static TheoryData<int> EachFeed => [.. Enumerable.Range(0, Sections.Length)];

    [Theory]
    [MemberData(nameof(EachFeed))]
    public void Each_section_is_marked_as_a_sample_and_has_at_least_four_stories(int section)
    {
        var feed = Feeds[section];

        Assert.StartsWith("Sample ", feed.Title, StringComparison.Ordinal);
        Assert.Contains("invented", feed.Description, StringComparison.Ordinal);
        Assert.Empty(feed.Warnings);
        Assert.InRange(feed.Entries.Count, 4, 10);
        Assert.All(feed.Entries, entry => Assert.Equal(Sections[section], entry.Categories[0], ignoreCase: true));
    }

    [Fact]
    public void Every_story_has_a_headline_a_byline_with_an_address_a_date_a_lead_and_a_full_text()
    {
        Assert.InRange(Entries.Length, 26, 60);
        Assert.All(Entries, entry =>
        {
            Assert.NotNull(entry.Title);
            Assert.NotNull(entry.Author);
            Assert.NotNull(entry.AuthorEmail);
            Assert.NotNull(entry.Link);
            Assert.NotNull(entry.PublishedAt);
            Assert.NotNull(entry.Summary);
            Assert.InRange(entry.Content?.Split("<p", StringSplitOptions.None).Length ?? 0, 4, 40);
        });
        Assert.Equal(Entries.Length, Entries.Select(entry => entry.EntryGuid).Distinct().Count());
    }

    [Fact]
    public void All_addresses_lie_in_domains_that_are_reserved_for_examples()
    {
        var addresses = Entries.SelectMany(entry => Address.Matches(entry.Content ?? "").Select(match => match.Groups["url"].Value)
            .Append(entry.Link!).Append(entry.Image?.Url ?? entry.Link!).Append(entry.DiscussionLink ?? entry.Link!));

        Assert.All(addresses,
            address => Assert.Matches("^(https://([a-z]+\\.)?example\\.(org|com)/|mailto:[a-z.]+@example\\.org$)", address));
        Assert.All(Entries, entry => Assert.EndsWith("@example.org", entry.AuthorEmail, StringComparison.Ordinal));
    }

    [Fact]
    public void The_dates_are_spread_over_three_days_and_the_welcome_is_the_newest()
    {
        var newestFirst = Entries.OrderByDescending(entry => entry.PublishedAt).ToArray();

        Assert.StartsWith("Welcome", newestFirst[0].Title, StringComparison.Ordinal);
        Assert.InRange((newestFirst[0].PublishedAt - newestFirst[^1].PublishedAt)!.Value.TotalHours, 40, 72);
        Assert.Equal(Entries.Length, newestFirst.Select(entry => entry.PublishedAt).Distinct().Count());
    }

    [Fact]
    public void Popular_has_something_to_go_by()
    {
        Assert.InRange(Entries.Count(entry => entry.Counters.Views is > 0), 12, Entries.Length);
        Assert.InRange(Entries.Count(entry => entry.Counters.Comments is > 0), 12, Entries.Length);
        Assert.InRange(Entries.Count(entry => entry.DiscussionLink is not null), 6, Entries.Length);
        Assert.InRange(Entries.Count(entry => entry.Image?.Caption is not null), 12, Entries.Length);
    }

    [Theory]
    [InlineData("<h2")]
    [InlineData("<blockquote")]
    [InlineData("<table")]
    [InlineData("<pre")]
    [InlineData("<ol")]
    [InlineData("<figcaption")]
    [InlineData("<a ")]
    [InlineData("<hr")]
    [InlineData("<li>Read one story in another script:\n<ul>")]
    public void Somewhere_in_it_is(string markup) =>
        Assert.Contains(Entries, entry => entry.Content?.Contains(markup, StringComparison.Ordinal) == true);

    [Theory]
    [InlineData("ko", '뉴', '별')]
    [InlineData("ja", '駅', '雨')]
    [InlineData("ar", 'م', 'س')]
    public void One_story_is_in(string language, params char[] letters)
    {
        var story = Assert.Single(Entries, entry => entry.Language == language);

        Assert.Contains(letters, letter => story.Title!.Contains(letter, StringComparison.Ordinal));
    }
}
