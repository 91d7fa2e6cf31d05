using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Bringing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Documents that were gzipped as files, from wherever they come.</summary>
public sealed class GzipDocumentTests
{
    private const string Feed = "<rss><channel><title>News</title><item><title>A headline</title></item></channel></rss>";

    [Fact]
    public void A_gzipped_feed_is_read()
    {
        var feed = FeedParser.Parse(Packed(Feed), null, null);

        Assert.Equal("News", feed.Title);
    }

    [Fact]
    public void A_gzipped_list_of_subscriptions_is_read()
    {
        var list = SubscriptionList.Read(Packed("https://example.org/feed\n"));

        Assert.Single(list.Subscriptions);
    }

    [Fact]
    public async Task A_gzipped_file_of_this_machine_is_unpacked_when_it_is_fetched()
    {
        var clock = new FakeTimeProvider(A.Noon);
        using var fetcher = new FeedFetcher(clock, new FetchSettings(), new HostGate(clock), FetchLimits.Default);
        var path = Path.Combine(Path.GetTempPath(), $"termnews-{Guid.NewGuid():N}.xml.gz");
        await File.WriteAllBytesAsync(path, Packed(Feed), A.Token);

        var result = await fetcher.FetchAsync(new FetchRequest(new Uri(path).AbsoluteUri), A.Token);

        File.Delete(path);
        Assert.Equal(Feed, Encoding.UTF8.GetString(result.Content.Span));
    }

    [Fact]
    public void What_was_unpacked_when_it_was_fetched_is_not_unpacked_again()
    {
        var error = Assert.Throws<NewsException>(() => FeedDocuments.Read(Packed(Feed), "https://example.org/", null));

        Assert.Equal(NewsFault.Unreadable, error.Fault);
    }

    [Fact]
    public void A_document_that_grows_as_no_feed_does_is_given_up()
    {
        var bomb = Packed(Feed + new string(' ', 8 * 1024 * 1024));

        var error = Assert.Throws<NewsException>(() => FeedParser.Parse(bomb, null, null));

        Assert.EndsWith("100 times as large when it is unpacked, which is not accepted.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_place_of_the_program_gunzips()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("new GZipStream(", StringComparison.Ordinal));

        Assert.Equal("GzipDocument.cs", Path.GetFileName(Assert.Single(files)));
    }

    private static byte[] Packed(string text)
    {
        var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
}
