using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

public sealed class DownloadTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("termnews-").FullName, "Downloads");
    private readonly FeedFetcher _fetcher = new(new FakeTimeProvider(), new FetchSettings());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _fetcher.Dispose();
        Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);
    }

    private Task<string> DownloadAsync(
        Enclosure file, string? path = null, IProgress<DownloadProgress>? progress = null, long most = 1000) =>
        new Downloader(_fetcher, _folder, most).DownloadAsync(file, path, progress, Token);

    [Fact]
    public async Task A_file_comes_whole_over_redirects_and_tells_how_far_it_is()
    {
        await using var server = new FetchServer(
            request => request.Path == "/ep.mp3" ? FetchServerReply.Ok("sound") : FetchServerReply.Moved(302, "/ep.mp3"));
        var seen = new Seen();

        var path = await DownloadAsync(new Enclosure(server.Url("/play/ep%201.mp3?x=1"), "audio/mpeg", 5), progress: seen);

        Assert.Equal((Path.Combine(_folder, "ep 1.mp3"), "sound"), (path, await File.ReadAllTextAsync(path, Token)));
        Assert.Equal(new DownloadProgress(5, 5), seen.Last);
        Assert.Equal("identity", server.Requests.First().Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_and_the_new_one_gets_a_number()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("new"));
        var wanted = Path.Combine(_folder, "a.txt");
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(wanted, "old", Token);

        var path = await DownloadAsync(new Enclosure(server.Url("/whatever"), null, null), wanted);

        Assert.Equal(Path.Combine(_folder, "a (2).txt"), path);
        Assert.Equal(("old", "new"), (await File.ReadAllTextAsync(wanted, Token), await File.ReadAllTextAsync(path, Token)));
    }

    [Theory]
    [InlineData(404, "nothing at this address")]
    [InlineData(200, "more than")]
    public async Task What_cannot_be_had_is_said_and_nothing_is_left(int status, string sentence)
    {
        await using var server = new FetchServer(_ => new FetchServerReply(status, new byte[2000]));

        var fault = await Assert.ThrowsAsync<NewsException>(() => DownloadAsync(new Enclosure(server.Url("/a.mp3"), null, null)));

        Assert.Contains(sentence, fault.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_taken_away_again()
    {
        await using var server = new FetchServer(_ => FetchServerReply.Ok("half", ("Content-Length", "8")));

        await Assert.ThrowsAsync<NewsException>(() => DownloadAsync(new Enclosure(server.Url("/a.mp3"), null, null)));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("https://e/a/episode.mp3", null, "episode.mp3")]
    [InlineData("https://e/play/123", "audio/mpeg; charset=x", "123.mp3")]
    [InlineData("https://e/", "video/mp4", "download.mp4")]
    [InlineData("https://e/..%2F..%2F.bashrc", null, "bashrc")]
    [InlineData("https://e/a%0A%1B[31m.mp3", null, "a .mp3")]
    [InlineData("https://e/c%3A%5Cwindows%5Cx.exe", null, "c__windows_x.exe")]
    [InlineData("no address", null, "download")]
    public void A_name_leads_nowhere_else(string url, string? type, string name) =>
        Assert.Equal(name, FileNames.Of(new Enclosure(url, type, null)));

    private sealed class Seen : IProgress<DownloadProgress>
    {
        public DownloadProgress? Last { get; private set; }

        public void Report(DownloadProgress value) => Last = value;
    }
}
