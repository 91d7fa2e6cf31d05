using TermNews.Core.Configuration;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Feeds.Subscribing;
using TermNews.Core.Storage.Database;

namespace TermNews.Cli;

/// <summary>The services of all commands. Nothing is read or opened before a command asks for it.</summary>
internal sealed class ProgramContext : IAsyncDisposable
{
    private Settings? _settings;
    private Newsroom? _news;
    private FeedFetcher? _fetcher;

    /// <summary>The options of every command.</summary>
    public GlobalOptions Options { get; } = new();

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Looks up an environment variable; null if it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = name => System.Environment.GetEnvironmentVariable(name);

    /// <summary>Opens standard input.</summary>
    public Func<Stream> Input { get; init; } = StandardStreams.OpenInput;

    /// <summary>The terminals of the standard streams, determined on first use.</summary>
    public Lazy<TerminalFacts> Terminal { get; init; } = new(TerminalFacts.OfProcess);

    /// <summary>The database's file.</summary>
    public string DatabasePath(ParseResult args)
    {
        var path = args.GetValue(Options.Database) ?? Variable("TERMNEWS_DB") ?? InHome("XDG_DATA_HOME", ".local/share", "termnews.db");
        return string.IsNullOrWhiteSpace(path)
            ? throw new NewsException(NewsFault.WrongUse, "--db takes the path of a file, or :memory:, and got nothing.")
            : path;
    }

    /// <summary>The database was named, so what only reads does not make it: the name may be mistyped.</summary>
    private bool IsNamed(ParseResult args) => (args.GetValue(Options.Database) ?? Variable("TERMNEWS_DB")) is not null;

    /// <summary>The folder for what outlives the program but is no data of the reader's.</summary>
    public string StateFolder => Path.GetDirectoryName(InHome("XDG_STATE_HOME", ".local/state", "state"))!;

    /// <summary>The configuration, read once.</summary>
    /// <exception cref="NewsException">It cannot be read.</exception>
    public Settings Settings(ParseResult args)
    {
        var named = args.GetValue(Options.Configuration) ?? Variable("TERMNEWS_CONFIG");
        if (_settings is not null)
            return _settings;
        var path = named ?? InHome("XDG_CONFIG_HOME", ".config", "config.toml");
        _settings = SettingsFile.Load(path, isRequired: named is not null);
        foreach (var warning in _settings.Warnings)
            args.InvocationConfiguration.Error.Write($"{path}, line {warning.Line}, column {warning.Column}: {warning.Message}\n");
        return _settings;
    }

    /// <summary>The network must not be used.</summary>
    public bool IsOffline(ParseResult args) =>
        args.GetValue(Options.Offline) || IsOn(Variable("TERMNEWS_OFFLINE")) || Settings(args).Network.Offline;

    /// <summary>A variable that is set, and not to a word for no.</summary>
    private static bool IsOn(string? value) => value?.ToUpperInvariant() is not (null or "" or "0" or "FALSE" or "NO" or "OFF");

    /// <summary>Plain lines of text are wanted, or nothing else is possible.</summary>
    public bool IsPlain(ParseResult args) => args.GetValue(Options.Plain) || Variable("TERM") is null or "dumb";

    /// <summary>Columns for tables; null without a terminal, or for plain text.</summary>
    public int? TableWidth(ParseResult args) => IsPlain(args) ? null : Terminal.Value.OutputWidth;

    /// <summary>Only results and errors are printed.</summary>
    public bool IsQuiet(ParseResult args) => args.GetValue(Options.Quiet);

    /// <summary>Prints a note to standard error, unless <c>--quiet</c> is given.</summary>
    public void Tell(ParseResult args, string sentence)
    {
        if (!IsQuiet(args))
            args.InvocationConfiguration.Error.Write(sentence + "\n");
    }

    /// <summary>Opens the database, creating it if it is missing, and applies the mutes of the configuration.</summary>
    /// <exception cref="NewsException">It cannot be opened, or the configuration cannot be read.</exception>
    public Task<Newsroom> OpenAsync(ParseResult args, CancellationToken cancellationToken) =>
        OpenAsync(args, NewsDatabase.OpenFileAsync, cancellationToken);

    private async Task<Newsroom> OpenAsync(ParseResult args, DatabaseOpening openAsync, CancellationToken cancellationToken)
    {
        if (_news is not null)
            return _news;
        var muted = Settings(args).Mutes;
        _news = new Newsroom(await OpenDatabaseAsync(args, openAsync, cancellationToken), Clock, () => Settings(args));
        try
        {
            await _news.Mutes.ConfigureAsync(muted, cancellationToken);
        }
        catch (NewsException ex)   // A read-only database can be read; the next run tries again.
        {
            Tell(args, $"What the configuration mutes could not be stored: {ex.Message}");
        }
        return _news;
    }

    /// <summary>Opens the database; the caller disposes of it. One that was named is not made.</summary>
    /// <exception cref="NewsException">It cannot be opened.</exception>
    public Task<NewsDatabase> OpenDatabaseAsync(ParseResult args, CancellationToken cancellationToken) =>
        OpenDatabaseAsync(args, OpeningToRead(args), cancellationToken);

    private async Task<NewsDatabase> OpenDatabaseAsync(ParseResult args, DatabaseOpening openAsync, CancellationToken cancellationToken)
    {
        var database = await openAsync(DatabasePath(args), Clock, cancellationToken);
        if (database.WasEmpty)
            Tell(args, $"{database.Path} was empty (0 bytes); it is a new database now.");
        if (database.ReadOnlyReason is { } reason)
            Tell(args, $"{database.Path} is open for reading only: {reason}.");
        return database;
    }

    /// <summary>How the database is opened by what only reads: a missing one is made at the default path only.</summary>
    private DatabaseOpening OpeningToRead(ParseResult args) =>
        IsNamed(args) || File.Exists(DatabasePath(args)) ? NewsDatabase.OpenExistingAsync : NewsDatabase.OpenFileAsync;

    /// <summary>Opens the database for reading; a missing one is not created, and may be replaced by the sample edition.</summary>
    /// <exception cref="NewsException">It cannot be opened.</exception>
    public async Task<Newsroom> OpenToReadAsync(ParseResult args, bool offersSample, CancellationToken cancellationToken)
    {
        var path = DatabasePath(args);
        var isMissing = path != NewsDatabase.MemoryPath && !IsNamed(args) && CouldBeMade(path);
        if (!isMissing)
        {
            var kept = await OpenAsync(args, OpeningToRead(args), cancellationToken);
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

    /// <summary>The fetcher.</summary>
    /// <exception cref="NewsException">The configuration cannot be read.</exception>
    public FeedFetcher Fetcher(ParseResult args) => _fetcher ??= new FeedFetcher(Clock, Settings(args).ToFetchSettings());

    /// <summary>The downloader.</summary>
    public IDownloader Downloader(ParseResult args)
    {
        var settings = Settings(args).Downloads;
        var home = Environment("HOME") ?? ".";
        var folder = settings.Folder is { } own
            ? own.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, own[2..]) : own
            : Environment("XDG_DOWNLOAD_DIR") is { Length: > 0 } desktop ? desktop : Path.Combine(home, "Downloads");
        return new Downloader(Fetcher(args), folder, settings.MostMebibytes * 1024L * 1024);
    }

    /// <summary>The services of the commands that only read the feeds: a database that was named is not made.</summary>
    public async Task<FeedTools> FeedToolsToReadAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await OpenAsync(args, OpeningToRead(args), cancellationToken);
        return await FeedToolsAsync(args, cancellationToken);
    }

    /// <summary>The services of the commands about feeds.</summary>
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

    /// <summary>An environment variable; null if it is unset or empty.</summary>
    public string? Variable(string name) => Environment(name) is { Length: > 0 } value ? value : null;

    /// <summary>Whether the file is missing and could be created: its path leads through existing or missing folders only.</summary>
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
        // The XDG specification says that relative paths are ignored.
        var root = Variable(variable) is { } named && Path.IsPathRooted(named)
            ? named
            : Path.Combine(Variable("HOME") ?? System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), folder);
        return Path.Combine(root, "termnews", file);
    }
}

/// <summary>Opens a database file.</summary>
/// <param name="path">The file, or <see cref="NewsDatabase.MemoryPath"/>.</param>
/// <param name="clock">The clock of all times that are written.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
internal delegate Task<NewsDatabase> DatabaseOpening(string path, TimeProvider clock, CancellationToken cancellationToken);
