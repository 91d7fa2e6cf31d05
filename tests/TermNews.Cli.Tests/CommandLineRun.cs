using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Cli.Start;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Cli.Tests;

/// <summary>Runs command lines in this process on a database in a folder of its own.</summary>
internal sealed class CommandLineRun : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("termnews-cli-");

    public FakeTimeProvider Clock { get; } = new(Noon);

    public Dictionary<string, string> Environment { get; } = new() { ["TERM"] = "xterm-256color" };

    /// <summary>The database of the default path, which any command may make.</summary>
    public string Database => PathOf(".local/share/termnews/termnews.db");

    public int? Width { get; set; }

    public string Input { get; set; } = "";

    public bool IsInputTerminal { get; set; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public async Task<int> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        var status = await RunAsync(output, words);
        Output = output.ToString();
        return status;
    }

    public async Task<int> RunAsync(TextWriter output, params string[] words)
    {
        await using var error = new StringWriter();
        await using var context = new ProgramContext
        {
            Clock = Clock,
            Environment = name => name == "HOME" ? _folder.FullName : Environment.GetValueOrDefault(name),
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Terminal = new Lazy<TerminalFacts>(
                () => new TerminalFacts { OutputWidth = Width, ErrorWidth = Width, IsInputTerminal = IsInputTerminal }),
        };
        var status = await Runner.RunAsync(context, words, output, error, TestContext.Current.CancellationToken);
        Error = error.ToString();
        return status;
    }

    /// <summary>Fills the database: one feed with three stories, the first of them the newest.</summary>
    public async Task<CommandLineRun> WithStoriesAsync(params IncomingStory[] stories)
    {
        await using var database = await NewsDatabase.OpenFileAsync(Database, Clock, TestContext.Current.CancellationToken);
        var feeds = new FeedRepository(database);
        var subscription = new NewSubscription("https://example.org/feed.xml", "Example", ["tech"]);
        var added = await feeds.AddAsync([subscription], TestContext.Current.CancellationToken);
        var update = new FeedUpdate
        {
            FeedId = added[0].Id,
            FetchedAt = Noon,
            NextFetchAt = Noon.AddHours(1),
            Stories = stories.Length > 0 ? stories : [Story("Alpha", 1), Story("Beta", 2), Story("Gamma", 72)],
        };
        await feeds.StoreAsync([update], TestContext.Current.CancellationToken);
        return this;
    }

    public static IncomingStory Story(string title, double hoursOld, string? content = null) => new()
    {
        EntryGuid = $"urn:example:{title}",
        Title = title,
        Link = $"https://example.org/{Uri.EscapeDataString(title)}",
        Author = "Ada",
        PublishedAt = Noon.AddHours(-hoursOld),
        Categories = ["News"],
        Text = new StoryText($"<p>About {title}.</p>", content ?? $"<p>All of <b>{title}</b>.</p>"),
        Lead = $"About {title}.",
    };

    /// <summary>The id of the story with a title.</summary>
    public async Task<string> IdOfAsync(string title)
    {
        await RunAsync("list", "all", "--format", "tsv", "--fields", "id,title");
        return Output.Split('\n').Select(line => line.Split('\t')).First(cells => cells.Length > 1 && cells[1] == title)[0];
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
