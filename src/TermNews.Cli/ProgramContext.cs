using System.CommandLine;
using TermNews.Core;
using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Feeds.Subscribing;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Cli;

/// <summary>What commands work with. Nothing is read or opened before a command asks for it.</summary>
internal sealed class ProgramContext : IAsyncDisposable
{
    private Settings? _settings;
    private Newsroom? _news;
    private FeedFetcher? _fetcher;

    /// <summary>The options of every command.</summary>
    public GlobalOptions Options { get; } = new();

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks up an environment variable; empty ones are null.</summary>
    public Func<string, string?> Environment { get; init; } = name => System.Environment.GetEnvironmentVariable(name);

    /// <summary>Opens standard input.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>What the streams are connected to; looked up when first asked for.</summary>
    public Lazy<TerminalFacts> Terminal { get; init; } = new(TerminalFacts.OfProcess);

    /// <summary>The database's file.</summary>
    public string DatabasePath(ParseResult args)
    {
        var path = args.GetValue(Options.Database) ?? Variable("TERMNEWS_DB") ?? InHome("XDG_DATA_HOME", ".local/share", "termnews.db");
        return string.IsNullOrWhiteSpace(path)
            ? throw new NewsException(NewsFault.WrongUse, "--db takes the path of a file, or :memory:, and got nothing.")
            : path;
    }

    /// <summary>The configuration, read once.</summary>
    /// <exception cref="NewsException">It cannot be read.</exception>
    public Settings Settings(ParseResult args)
    {
        var named = args.GetValue(Options.Configuration) ?? Variable("TERMNEWS_CONFIG");
        return _settings ??= SettingsFile.Load(named ?? InHome("XDG_CONFIG_HOME", ".config", "config.toml"), isRequired: named is not null);
    }

    /// <summary>The network must not be touched.</summary>
    public bool IsOffline(ParseResult args) =>
        args.GetValue(Options.Offline) || Variable("TERMNEWS_OFFLINE") is not (null or "0") || Settings(args).Network.Offline;

    /// <summary>Nothing but lines of text is wanted, or possible.</summary>
    public bool IsPlain(ParseResult args) => args.GetValue(Options.Plain) || Variable("TERM") is null or "dumb";

    /// <summary>
    /// Columns that a table on the terminal may have; null where there is no terminal, or lines of plain text are wanted.
    /// </summary>
    public int? TableWidth(ParseResult args) => IsPlain(args) ? null : Terminal.Value.OutputWidth;

    /// <summary>Only results and errors are told.</summary>
    public bool IsQuiet(ParseResult args) => args.GetValue(Options.Quiet);

    /// <summary>Tells people something that is no result and no error.</summary>
    public void Tell(ParseResult args, string sentence)
    {
        if (!IsQuiet(args))
            args.InvocationConfiguration.Error.Write(sentence + "\n");
    }

    /// <summary>Opens the database, making it where there is none; what the configuration mutes counts from now on.</summary>
    /// <exception cref="NewsException">It cannot be opened, or the configuration cannot be read.</exception>
    public async Task<Newsroom> OpenAsync(ParseResult args, CancellationToken cancellationToken)
    {
        if (_news is not null)
            return _news;
        var muted = Settings(args).Mutes;
        _news = new Newsroom(await NewsDatabase.OpenFileAsync(DatabasePath(args), Clock, cancellationToken), Clock, () => Settings(args));
        try
        {
            await _news.Mutes.ConfigureAsync(muted, cancellationToken);
        }
        catch (NewsException ex)   // Who wants to read need not be able to write; the next run tries again.
        {
            Tell(args, $"What the configuration mutes could not be stored: {ex.Message}");
        }
        return _news;
    }

    /// <summary>Opens the database for whoever closes it.</summary>
    /// <exception cref="NewsException">It cannot be opened.</exception>
    public Task<NewsDatabase> OpenDatabaseAsync(ParseResult args, CancellationToken cancellationToken) =>
        NewsDatabase.OpenFileAsync(DatabasePath(args), Clock, cancellationToken);

    /// <summary>Opens the database to read; where there is none it is not made, and the sample edition may stand in for it.</summary>
    /// <exception cref="NewsException">It cannot be opened.</exception>
    public async Task<Newsroom> OpenToReadAsync(ParseResult args, bool offersSample, CancellationToken cancellationToken)
    {
        var path = DatabasePath(args);
        var isMissing = path != NewsDatabase.MemoryPath && CouldBeMade(path);
        if (!isMissing)
        {
            var kept = await OpenAsync(args, cancellationToken);
            if (kept.IsSample || !offersSample || !await kept.IsEmptyAsync(cancellationToken))
                return kept;
        }
        if (_news is not null)
            await _news.DisposeAsync();
        var database = offersSample
            ? await BundledEdition.OpenAsync(Clock, cancellationToken)
            : await NewsDatabase.OpenMemoryAsync(Clock, cancellationToken);
        if (offersSample)
            Tell(args, "This is the bundled sample edition, as there is no feed yet. Subscribe with: termnews feeds add URL");
        return _news = new Newsroom(database, Clock, () => Settings(args), offersSample);
    }

    /// <summary>Fetches feeds and pages.</summary>
    /// <exception cref="NewsException">The configuration cannot be read.</exception>
    public FeedFetcher Fetcher(ParseResult args) => _fetcher ??= new FeedFetcher(Clock, Settings(args).ToFetchSettings());

    /// <summary>Brings files of stories.</summary>
    public IDownloader Downloader(ParseResult args)
    {
        var settings = Settings(args).Downloads;
        var home = Environment("HOME") ?? ".";
        var folder = settings.Folder is { } own
            ? own.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, own[2..]) : own
            : Environment("XDG_DOWNLOAD_DIR") is { Length: > 0 } desktop ? desktop : Path.Combine(home, "Downloads");
        return new Downloader(Fetcher(args), folder, settings.MostMebibytes * 1024L * 1024);
    }

    /// <summary>What the commands about feeds work with.</summary>
    public async Task<FeedTools> FeedToolsAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await OpenAsync(args, cancellationToken);
        var path = news.Database.Path;
        var fetcher = Fetcher(args);
        return new FeedTools
        {
            Feeds = news.Feeds,
            Refresher = new ClusteringRefresher(
                new FeedRefresher(news.Feeds, fetcher, Clock, path == NewsDatabase.MemoryPath ? null : path + ".refresh"), news.Clusters),
            Index = news.Index,
            Clusters = news.Clusters,
            IndexElsewhere = () => path != NewsDatabase.MemoryPath && IndexProcess.TryStart(path),
            Subscriber = new FeedSubscriber(news.Feeds, fetcher, Clock),
            Checker = new FeedChecker(fetcher, Clock),
            Clock = Clock,
            Settings = Settings(args),
            IsOffline = IsOffline(args),
            IsQuiet = IsQuiet(args),
            OutputWidth = TableWidth(args),
            ErrorWidth = IsPlain(args) ? null : Terminal.Value.ErrorWidth,
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _fetcher?.Dispose();
        if (_news is not null)
            await _news.DisposeAsync();
    }

    /// <summary>An environment variable that is set to something, or null.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>There is no such file, and nothing but missing folders lies on the way to it.</summary>
    private static bool CouldBeMade(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || Path.Exists(path))
            return false;
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        while (folder is not null && !Path.Exists(folder))
            folder = Path.GetDirectoryName(folder);
        return Directory.Exists(folder);
    }

    private string InHome(string variable, string folder, string file)
    {
        // The XDG specification says that relative paths are to be ignored.
        var root = Variable(variable) is { } named && Path.IsPathRooted(named)
            ? named
            : Path.Combine(Variable("HOME") ?? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), folder);
        return Path.Combine(root, "termnews", file);
    }
}
