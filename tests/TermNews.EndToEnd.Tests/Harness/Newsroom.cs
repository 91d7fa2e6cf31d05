namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>A sandbox whose database follows two feeds that are served on the loopback and were refreshed.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    /// <summary>The newest story of all.</summary>
    public const string Newest = "Harbour opens early";

    public const string Second = "Ferry finds its clock";

    private readonly FeedServer _server = new();

    public Sandbox Sandbox { get; } = new();

    public string MorningAddress { get; private set; } = "";

    public static Task<Newsroom> OpenAsync() => OpenAsync(
        ("Morning Post", Feeds.Rss("Morning Post", Newest, Second, "Bakery counts its loaves")),
        ("The Wire", Feeds.Rss("The Wire", Feeds.Morning.AddMinutes(-30), Enumerable.Range(1, 60).Select(n => $"Dispatch number {n}"))));

    /// <summary>Follows other feeds.</summary>
    public static async Task<Newsroom> OpenAsync(params (string Title, string Document)[] feeds)
    {
        _ = Installed.Binary;   // Skips before anything is started.
        var newsroom = new Newsroom();
        var served = feeds.Select((feed, n) => (feed.Title, newsroom._server.Serve(n == 0 ? "/morning.xml" : $"/{n}.xml", feed.Document)))
            .ToList();
        newsroom.MorningAddress = served[0].Item2;
        var subscriptions = newsroom.Sandbox.PathOf("subscriptions.opml");
        await File.WriteAllTextAsync(subscriptions, Feeds.Opml(served));
        await newsroom.Sandbox.DoAsync("import", subscriptions);
        await newsroom.Sandbox.DoAsync("refresh");
        return newsroom;
    }

    /// <summary>The morning feed brings one more story from now on, newest of all.</summary>
    public void Publish(string headline) =>
        _server.Serve(
            "/morning.xml", Feeds.Rss("Morning Post", Feeds.Morning.AddHours(1), headline, Newest, Second, "Bakery counts its loaves"));

    /// <summary>The morning feed's server takes requests from now on and never answers; ends when it was asked.</summary>
    public Task FallSilent() =>
        _server.FallSilent("/morning.xml").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Sandbox.Dispose();
    }
}
