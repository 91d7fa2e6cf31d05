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

    public static async Task<Newsroom> OpenAsync()
    {
        _ = Installed.Binary;   // Skips before anything is started.
        var newsroom = new Newsroom();
        newsroom.MorningAddress = newsroom._server.Serve("/morning.xml", Feeds.Rss("Morning Post", Newest, Second, "Bakery counts its loaves"));
        var wire = newsroom._server.Serve("/wire.xml", Feeds.Rss("The Wire", Feeds.Morning.AddMinutes(-30), Enumerable.Range(1, 60).Select(n => $"Dispatch number {n}")));
        var subscriptions = newsroom.Sandbox.PathOf("subscriptions.opml");
        await File.WriteAllTextAsync(subscriptions, Feeds.Opml(("Morning Post", newsroom.MorningAddress), ("The Wire", wire)));
        await newsroom.Sandbox.DoAsync("import", subscriptions);
        await newsroom.Sandbox.DoAsync("refresh");
        return newsroom;
    }

    /// <summary>The morning feed brings one more story from now on, newest of all.</summary>
    public void Publish(string headline) =>
        _server.Serve("/morning.xml", Feeds.Rss("Morning Post", Feeds.Morning.AddHours(1), headline, Newest, Second, "Bakery counts its loaves"));

    /// <summary>The morning feed's server takes requests from now on and never answers; ends when it was asked.</summary>
    public Task FallSilent() => _server.FallSilent("/morning.xml").WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Sandbox.Dispose();
    }
}
