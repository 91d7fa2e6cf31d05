using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Tests.Feeds;

/// <summary>What comes of an answer's body: compression, limits, ends that are missing.</summary>
public sealed class FetchedBodyTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public FetchedBodyTests() => _fetcher = new FeedFetcher(_clock, new FetchSettings());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _fetcher.Dispose();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Compressed_content_is_unpacked(string encoding)
    {
        var text = new string('x', 20_000);
        await using var server = new FetchServer(_ => FetchServerReply.Packed(text, encoding));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(text, Encoding.UTF8.GetString(result.Content.Span));
        Assert.InRange(result.WireBytes, 1, 1000);
    }

    [Fact]
    public async Task Content_that_only_says_it_is_compressed_is_taken_as_it_is()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss/>", ("Content-Encoding", "gzip")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Content.Span));
    }

    [Fact]
    public async Task A_compressed_file_is_unpacked_though_nobody_says_so()
    {
        var packed = FetchServerReply.Packed("<rss/>", "gzip").Body;
        await using var server = new FetchServer(_ => new FetchServerReply(200, packed, ("Content-Type", "application/gzip")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/feed.xml.gz")), Token);

        Assert.Equal("<rss/>", Encoding.UTF8.GetString(result.Content.Span));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Damaged_compression_fails_in_words(string encoding)
    {
        byte[] damaged = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xFF, 0xFE, 0x12, 0x99, 0x42];
        await using var server = new FetchServer(_ => new FetchServerReply(200, damaged, ("Content-Encoding", encoding)));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.EndsWith("sent compressed content that is damaged.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_answer_that_unpacks_to_much_is_given_up()
    {
        using var fetcher = new FeedFetcher(
            _clock, new FetchSettings(), new HostGate(_clock), FetchLimits.Default with { ContentBytes = 1024 * 1024 });
        await using var server = new FetchServer(_ => FetchServerReply.Packed(new string('x', 8 * 1024 * 1024), "gzip"));

        var result = await fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent more than 1 MiB, which is more than is accepted.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Content_that_grows_as_no_feed_does_is_given_up(string encoding)
    {
        await using var server = new FetchServer(_ => FetchServerReply.Packed(new string('x', 8 * 1024 * 1024), encoding));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent compressed content that becomes more than 100 times as large, which is not accepted.", result.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_behind_ordinary_content_is_given_up(string encoding)
    {
        var text = Spaces(1) + Digits(120_000) + Spaces(16);
        await using var server = new FetchServer(_ => FetchServerReply.Packed(text, encoding, CompressionLevel.Optimal));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("which is not accepted.", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public Task Content_that_grows_a_lot_and_does_not_become_large_is_unpacked(string encoding) =>
        IsUnpackedAsync("<rss>" + Spaces(3), encoding);

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public Task Content_that_only_begins_as_a_bomb_does_is_unpacked(string encoding) =>
        IsUnpackedAsync(Spaces(3) + Digits(1_000_000) + Spaces(3), encoding);

    private async Task IsUnpackedAsync(string text, string encoding)
    {
        await using var server = new FetchServer(_ => FetchServerReply.Packed(text, encoding));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.Equal(text, await AllOfAsync(result));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Nothing_is_kept_of_a_bomb(string encoding)
    {
        var wire = new MemoryStream(FetchServerReply.Packed(Spaces(32), encoding).Body);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var reading = FetchedBody.ReadAsync(wire, [encoding], FetchLimits.Default, "example.org", new LargeBody(true, null), Token);

        // Nothing had to be waited for, so all of it was done by this thread.
        Assert.True(reading.IsFaulted);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
        await Assert.ThrowsAsync<FetchFaultException>(() => reading);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_that_is_too_long_is_given_up_whether_it_says_so_or_not(bool saysSo)
    {
        using var fetcher = new FeedFetcher(
            _clock, new FetchSettings(), new HostGate(_clock), FetchLimits.Default with { WireBytes = 1024 * 1024 });
        var header = saysSo ? ("Content-Length", "99000000") : ("Transfer-Encoding", "identity");
        await using var server = new FetchServer(_ => new FetchServerReply(200, new byte[2 * 1024 * 1024], header));

        var result = await fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent more than 1 MiB, which is more than is accepted.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_failure()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("<rss>", ("Content-Length", "1000")));

        var result = await _fetcher.FetchAsync(new FetchRequest(server.Url("/")), Token);

        Assert.EndsWith("sent less than it promised.", result.Error, StringComparison.Ordinal);
    }

    private static string Spaces(int mebibytes) => new(' ', mebibytes * 1024 * 1024);

    /// <summary>Digits that become half as long at best.</summary>
    private static string Digits(int count) =>
        string.Create(count, new Random(1), static (digits, random) => random.GetItems("0123456789", digits));

    private static async Task<string> AllOfAsync(FetchResult result)
    {
        using var buffer = result.Buffer!;
        using var reader = new StreamReader(buffer.OpenRead());
        return await reader.ReadToEndAsync(Token);
    }
}
