using TermNews.Core.Feeds;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Storage;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Visits from a server's answer to the row in the database and back.</summary>
public sealed class VisitTests : TemporaryDatabase
{
    private const string Document = "feed\nNews\none";

    private FeedFetcher? _fetcher;

    private FeedFetcher Fetcher => _fetcher ??= new FeedFetcher(Clock);

    public override ValueTask DisposeAsync()
    {
        _fetcher?.Dispose();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Validators_of_the_last_answer_are_sent_also_where_a_304_changed_them()
    {
        Queue<FetchServerReply> replies = new(
        [
            FetchServerReply.Ok(Document, ("ETag", "\"v1\""), ("Last-Modified", "Sat, 14 Mar 2026 10:00:00 GMT")),
            new FetchServerReply(304, [], ("ETag", "\"v2\""), ("Last-Modified", "Sat, 14 Mar 2026 11:00:00 GMT")),
            new FetchServerReply(304, []),
            new FetchServerReply(304, []),
        ]);
        await using var server = new FetchServer(_ => replies.Dequeue());
        await FeedAsync(server.Url("/"));

        for (var visits = 0; visits < 4; visits++)
            await VisitAsync();

        Assert.Equal([null, "\"v1\"", "\"v2\"", "\"v2\""], Sent(server, "If-None-Match"));
        Assert.Equal([null, "Sat, 14 Mar 2026 10:00:00 GMT", "Sat, 14 Mar 2026 11:00:00 GMT", "Sat, 14 Mar 2026 11:00:00 GMT"],
            Sent(server, "If-Modified-Since"));
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task The_second_permanent_redirect_in_a_row_changes_the_address(int status, bool moves)
    {
        await using var server = new FetchServer(request =>
            request.Path == "/old" ? FetchServerReply.Moved(status, "/new") : FetchServerReply.Ok(Document));
        var id = await FeedAsync(server.Url("/old"));

        await VisitAsync();
        Assert.Equal(server.Url("/old"), (await FeedOfAsync(id)).FeedUrl);
        await VisitAsync();
        Assert.Equal(server.Url(moves ? "/new" : "/old"), (await FeedOfAsync(id)).FeedUrl);
    }

    private static IEnumerable<string?> Sent(FetchServer server, string header) =>
        server.Requests.Select(request => request.Headers.GetValueOrDefault(header));

    private Task<RefreshSummary> VisitAsync(bool force = true, params long[] ids) =>
        new FeedRefresher(Feeds, Fetcher, LineFeed.Read, Clock, lockFile: null)
            .RefreshAsync(new RefreshRequest { Force = force, FeedIds = ids.Length > 0 ? ids : null }, null, Token);

    private async Task<Feed> FeedOfAsync(long id) => (await Feeds.FindAsync(id, Token))!;
}
