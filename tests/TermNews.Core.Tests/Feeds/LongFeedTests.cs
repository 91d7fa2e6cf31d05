using System.IO.Compression;
using System.Text;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Storage;

namespace TermNews.Core.Tests.Feeds;

public sealed class LongFeedTests : TemporaryDatabase
{
    private const int Entries = 1500;

    private static readonly byte[] Document = MakeDocument("a body with an ü ");

    private static byte[] MakeDocument(string words)
    {
        var body = string.Concat(Enumerable.Repeat(words, 300));
        var items = Enumerable.Range(0, Entries).Select(number =>
            $"<item><guid>{number}</guid><title>Story {number}</title><description><![CDATA[<p>{number} "
                + $"{body}</p>]]></description></item>");
        return Encoding.UTF8.GetBytes($"<rss><channel><title>A long feed</title><ttl>120</ttl>{string.Concat(items)}</channel></rss>");
    }

    private async Task<RefreshSummary> RefreshAsync(FetchServerReply reply)
    {
        await using var server = new FetchServer(_ => reply);
        using var fetcher = new FeedFetcher(Clock, new FetchSettings());
        await FeedAsync(server.Url("/long"));
        return await new FeedRefresher(Feeds, fetcher, Clock, lockFile: null).RefreshAsync(new RefreshRequest(), null, Token);
    }

    [Fact]
    public void The_document_is_too_long_for_the_memory() => Assert.True(Document.Length > ByteBuffer.MostInMemory);

    [Fact]
    public async Task All_entries_of_a_long_feed_are_stored_and_counted_as_one_visit()
    {
        var summary = await RefreshAsync(new FetchServerReply(200, Document, ("ETag", "\"v1\"")));

        Assert.Equal((1, 1, Entries), (summary.Feeds, summary.Updated, summary.NewStories));
        var feed = Assert.Single(await Feeds.ListAsync(Token));
        Assert.Equal(("A long feed", "\"v1\"", TimeSpan.FromHours(2)), (feed.Title, feed.ETag, feed.Pace.TimeToLive));
        var stories = (await Stories.PageAsync(new StoryQuery(), null, Entries + 1, Token)).Stories;
        Assert.Equal(Enumerable.Range(0, Entries).Select(number => $"Story {number}").Order(StringComparer.Ordinal),
            stories.Select(story => story.Title).Order(StringComparer.Ordinal));
        Assert.Contains("with an ü", (await Stories.ReadTextAsync(stories[0].Id, Token)).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_feed_that_comes_compressed_is_inflated_outside_the_memory()
    {
        using var packed = new MemoryStream();
        await using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await packer.WriteAsync(Document, Token);

        var summary = await RefreshAsync(new FetchServerReply(200, packed.ToArray(), ("Content-Encoding", "gzip")));

        Assert.Equal(Entries, summary.NewStories);
    }

    [Fact]
    public async Task A_long_page_is_no_feed_and_leaves_no_file_behind()
    {
        var before = Directory.GetFiles(Path.GetTempPath(), "termnews-*").Length;
        var page = Encoding.UTF8.GetBytes($"<!doctype html><html>{string.Concat(Enumerable.Repeat("<p>text</p>", 1_000_000))}");

        var summary = await RefreshAsync(new FetchServerReply(200, page));

        Assert.Equal("This is a web page, not a feed; give the address of its feed.", Assert.Single(summary.Errors).Message);
        Assert.InRange(Directory.GetFiles(Path.GetTempPath(), "termnews-*").Length, 0, before);
    }

    [Fact]
    public async Task A_long_json_feed_is_read_as_a_whole()
    {
        var body = new string('x', 5000);
        var items = Enumerable.Range(0, 2000).Select(number => $$"""{"id": "{{number}}", "content_text": "{{body}}"}""");
        var document = $$"""{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{{string.Join(',', items)}}]}""";

        var summary = await RefreshAsync(new FetchServerReply(200, Encoding.UTF8.GetBytes(document)));

        Assert.Equal(2000, summary.NewStories);
    }
}
