using System.Text.Json;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>
/// A database with something of everything: news from two feeds, a file, a comment, a saved story. Made once; each test gets a copy.
/// </summary>
public sealed class SmallDatabase : IAsyncDisposable
{
    /// <summary>Reported by both feeds.</summary>
    public const string Storm = "Storm Ella closes ports along the northern coast";

    private readonly FeedServer _server = new();
    private readonly Sandbox _sandbox = new();
    private readonly Dictionary<string, string> _names = [];
    private int _copies;

    /// <summary>
    /// Runs commands one after the other on a copy of the database, and gives how the last one that ran ended: the first that failed, or
    /// the last.
    /// </summary>
    /// <param name="commands">Words with spaces between; commands with semicolons between. <c>{story}</c>, <c>{feed}</c>… stand for what
    /// there is.</param>
    /// <param name="input">What is typed into each.</param>
    internal async Task<Ended> RunAsync(string commands, string? input = null)
    {
        if (_names.Count == 0)
            await FillAsync();
        var copy = _sandbox.PathOf($"copy-{++_copies}.db");
        await _sandbox.DoAsync("db", "backup", copy);
        var ended = new Ended(0, "", "");
        foreach (var command in commands.Split(';', StringSplitOptions.TrimEntries))
        {
            var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Filled);
            ended = await _sandbox.RunWithInputAsync(input, ["--db", copy, .. words]);
            if (ended.ExitCode != 0)
                break;
        }
        return ended;
    }

    /// <summary>Runs a command on a copy of the database under a shell that redirects its standard streams. Thread-safe after a first
    /// <see cref="RunAsync"/>.</summary>
    /// <param name="command">Words with spaces between, and names as in <see cref="RunAsync"/>.</param>
    /// <param name="redirection">In the syntax of the POSIX shell.</param>
    internal async Task<Ended> RunRedirectedAsync(string command, string redirection)
    {
        var number = Interlocked.Increment(ref _copies);
        var copy = _sandbox.PathOf($"redirected-{number}.db");
        File.Copy(_sandbox.Database, copy);
        var words = command.Replace("{output}", _sandbox.PathOf($"output-{number}"), StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Filled);
        return await Processes.RunAsync("/bin/sh",
            ["-c", $"exec \"$0\" \"$@\" {redirection}", "env", .. Sandbox.Wiped, Installed.Binary, .. words, "--db", copy],
            _sandbox.Environment, null, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Runs a command on a database of the caller's, without anything to read. Thread-safe after a first <see cref="RunAsync"/>.
    /// </summary>
    /// <param name="database">The database's file.</param>
    /// <param name="command">Words with spaces between, and names as in <see cref="RunAsync"/>.</param>
    internal Task<Ended> RunOnAsync(string database, string command)
    {
        var output = _sandbox.PathOf($"output-{Interlocked.Increment(ref _copies)}");
        var words = command.Replace("{output}", output, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Filled);
        return _sandbox.RunWithInputAsync("", ["--db", database, .. words]);
    }

    /// <summary>Copies the database.</summary>
    internal async Task CopyAsync(string path)
    {
        await RunAsync("db path");
        File.Copy(_sandbox.Database, path, overwrite: true);
    }

    /// <summary>A path that nothing has yet.</summary>
    internal string NewPath(string name) => _sandbox.PathOf($"{name}-{Interlocked.Increment(ref _copies)}");

    /// <summary>A text with what the names in braces stand for.</summary>
    public string Filled(string text) =>
        _names.Aggregate(text, (filled, name) => filled.Replace($"{{{name.Key}}}", name.Value, StringComparison.Ordinal));

    private async Task FillAsync()
    {
        await ServeAsync();
        await _sandbox.DoAsync("import", _names["opml"]);
        await _sandbox.DoAsync("refresh");
        var all = await _sandbox.DoAsync("list", "all", "--format", "ndjson");
        _names["story"] = all.Lines.Select(line => JsonDocument.Parse(line).RootElement)
            .Single(story => story.GetProperty("title").GetString() == Storm).GetProperty("id").GetInt64().ToString(Culture);
        await _sandbox.DoAsync("comment", "add", _names["story"], "Worth a second read.");
        await _sandbox.DoAsync("mark", "saved", _names["story"]);
        await File.WriteAllTextAsync(_names["comments"], (await _sandbox.DoAsync("comment", "export")).Output);
    }

    private async Task ServeAsync()
    {
        var page = "<!doctype html><html><head><title>Storm</title></head><body><article><h1>Storm</h1>"
            + string.Concat(Enumerable.Repeat(
                "<p>The harbour master closed the port in the evening, and the ferries stayed where they were, as was said.</p>", 9))
            + "</article></body></html>";
        var morning = Feed("Morning Post", (Storm, 0), ("Parliament debates a new law on forests", 1));
        var evening = Feed(
            "Evening Wire", ("Northern coast ports closed as storm Ella nears", 2), ("A law on forests finds a majority in parliament", 3));
        _names["address"] = _server.Serve("/story.html", page);
        _server.Serve("/episode.mp3", "sound");
        _names["added"] = _server.Serve("/added.xml", Feed("Added Gazette", ("A bridge opens", 4)));
        (string, string)[] followed =
            [("Morning Post", _server.Serve("/morning.xml", morning)), ("Evening Wire", _server.Serve("/evening.xml", evening))];
        await KeepAsync("opml", Feeds.Opml(followed));
        await KeepAsync("document", morning);
        await KeepAsync("page", page);
        await KeepAsync("comments", "");
        (_names["output"], _names["feed"], _names["comment"]) = (_sandbox.PathOf("output"), "1", "1");
    }

    private async Task KeepAsync(string name, string text)
    {
        _names[name] = _sandbox.PathOf(name);
        await File.WriteAllTextAsync(_names[name], text);
    }

    private string Feed(string title, params (string Headline, int HoursAgo)[] stories) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>{title}</title>
        {string.Concat(stories.Select(story => $"""
            <item><title>{story.Headline}</title><guid isPermaLink="false">{story.Headline}</guid><link>{_server.Address}/story.html</link>
            <author>ada@example.org (Ada Example)</author><category>Testing</category><slash:comments>{story.HoursAgo + 1}</slash:comments>
            <pubDate>{Feeds.Morning.AddHours(
                -story.HoursAgo):R}</pubDate><enclosure url="{_server.Address}/episode.mp3" type="audio/mpeg" length="5"/>
            <description>The report on it: {story.Headline},
                with &lt;a href="{_server.Address}/more.html"&gt;more&lt;/a&gt;.</description></item>
            """))}
        </channel></rss>
        """;

    private static IFormatProvider Culture => System.Globalization.CultureInfo.InvariantCulture;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _sandbox.Dispose();
    }
}
