using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TermNews.Core.Storage.Values;

[module: DapperAot]

namespace TermNews.Core.Storage.Database;

/// <summary>
/// A SQLite file, or a database in memory that lives as long as this object; the front door of the folder. Connections are pooled.
/// Readers never wait for a writer; writers of this process wait for each other without blocking a thread.
/// </summary>
public sealed class NewsDatabase : IDisposable, IAsyncDisposable
{
    /// <summary>The path of a database in memory.</summary>
    public const string MemoryPath = ":memory:";

    /// <summary>
    /// How long a statement waits for a lock that SQLite holds for a moment, such as when a log is recovered; SQLite's documentation
    /// advises it. The write lock is waited for in <see cref="WriteTransaction"/>.
    /// </summary>
    internal const int BusyMilliseconds = 10_000;

    private const int Interrupted = 9;

    /// <summary>
    /// Configures SQLite for one thread per connection, without locks at each call, and without memory statistics. Has no effect if
    /// SQLite is already initialized.
    /// </summary>
    static NewsDatabase()
    {
        const int multithread = 2, memoryStatistics = 9;
        Batteries_V2.Init();
        _ = raw.sqlite3_config(multithread);
        _ = raw.sqlite3_config(memoryStatistics, 0);
    }

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim? _memory;   // Guards the only connection of a database in memory.
    private readonly string _connectionString;
    private SqliteConnection? _writer;   // The connection that all writes of this process share; null while in use.
    private long? _version;
    private TimeSpan _patience = LockWait.OfCommands;
    private bool _writesBehind;
    private TemporaryCopy? _copy;   // What is read in place of the file; null for the file itself.
    private bool _isDisposed;

    private NewsDatabase(string path, string connectionString, TimeProvider clock, bool isReadOnly)
    {
        (Path, _connectionString, Clock, IsReadOnly) = (path, connectionString, clock, isReadOnly);
        _memory = path == MemoryPath ? new SemaphoreSlim(1, 1) : null;
    }

    /// <summary>The file's full path, or <see cref="MemoryPath"/>.</summary>
    public string Path { get; }

    /// <summary>True if the file or its folder does not allow writing, or has no room for it.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Why nothing can be written, as a part of a sentence; null if it can.</summary>
    public string? ReadOnlyReason { get; private init; }

    /// <summary>True if there was a file of 0 bytes, of which a new database was made: it may have lost all it had.</summary>
    public bool WasEmpty { get; private init; }

    /// <summary>The changes that are not on the disk yet.</summary>
    public ChangesUnderWay UnderWay { get; } = new();

    internal bool IsInMemory => _memory is not null;

    /// <summary>The clock of all times that repositories write.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>The current time in Unix seconds.</summary>
    internal long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>
    /// Opens a database file, or a database in memory for <see cref="MemoryPath"/>. Creates missing files and folders and migrates older
    /// versions.
    /// </summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.Unreadable"/>: the file belongs to another program, is of a newer version, damaged, or cannot be read.
    /// </exception>
    public static Task<NewsDatabase> OpenFileAsync(string path, TimeProvider clock, CancellationToken cancellationToken) =>
        path == MemoryPath
            ? OpenMemoryAsync(clock, cancellationToken)
            : OpenFileAsync(path, clock, Migration.All, cancellationToken);

    /// <summary>Opens a database as <see cref="OpenFileAsync(string, TimeProvider, CancellationToken)"/> does, but creates none.</summary>
    /// <exception cref="NewsException">Likewise, or <see cref="NewsFault.Unreadable"/>: the file is missing or empty.</exception>
    public static Task<NewsDatabase> OpenExistingAsync(string path, TimeProvider clock, CancellationToken cancellationToken) =>
        path == MemoryPath
            ? OpenMemoryAsync(clock, cancellationToken)
            : OpenFileAsync(path, clock, Migration.All, cancellationToken, mayCreate: false);

    /// <summary>Opens a database in memory.</summary>
    public static async Task<NewsDatabase> OpenMemoryAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = new NewsDatabase(MemoryPath, ConnectionString(MemoryPath, SqliteOpenMode.Memory), clock, isReadOnly: false);
        return await database.StartAsync(Migration.All, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<NewsDatabase> OpenFileAsync(
        string path, TimeProvider clock, IReadOnlyList<Migration> steps, CancellationToken cancellationToken, bool mayCreate = true)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new NewsException(NewsFault.WrongUse, "The path of the database is empty; give the path of a file with --db.");
        path = System.IO.Path.GetFullPath(path);
        var before = DatabaseFile.Prepare(path, steps[^1].Number, mayCreate);
        var writable = new NewsDatabase(path, ConnectionString(path, SqliteOpenMode.ReadWrite), clock, isReadOnly: false)
        {
            WasEmpty = before == FileBefore.Empty,
        };
        try
        {
            return await writable.StartAsync(steps, cancellationToken).ConfigureAwait(false);
        }
        catch (NewsException ex) when (before == FileBefore.Database && ex.InnerException is SqliteException cause
            && DatabaseFault.IsReadOnlyPlace(cause))
        {
            return await OpenReadOnlyAsync(path, clock, steps, DatabaseFault.WhyReadOnly(cause, path), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Opens a file as it is, of whatever version, to be copied. Nothing is written beside it, unless it has a log.</summary>
    internal static Task<NewsDatabase> OpenToCopyAsync(string path, TimeProvider clock, CancellationToken cancellationToken) =>
        OpenReadOnlyAsync(path, clock, [], "it is only copied", cancellationToken);

    /// <summary>
    /// Opens a file where SQLite cannot create its log: as immutable where it has no log; else a copy in the folder for temporary files,
    /// as is one of an older version, which is migrated there.
    /// </summary>
    private static async Task<NewsDatabase> OpenReadOnlyAsync(
        string path, TimeProvider clock, IReadOnlyList<Migration> steps, string reason, CancellationToken cancellationToken)
    {
        var hasLog = TemporaryCopy.HasLog(path);
        var source = hasLog ? path : $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        var database = new NewsDatabase(path, ConnectionString(source, SqliteOpenMode.ReadOnly), clock, isReadOnly: true)
        {
            ReadOnlyReason = reason,
        };
        try
        {
            return await database.StartAsync(steps, cancellationToken).ConfigureAwait(false);
        }
        catch (NewsException ex) when (ex.InnerException is null
            || (hasLog && ex.InnerException is SqliteException cause && DatabaseFault.IsReadOnlyPlace(cause)))
        {
            var copy = TemporaryCopy.Make(path);
            database = new NewsDatabase(path, ConnectionString(copy.Path, SqliteOpenMode.ReadWrite), clock, isReadOnly: true)
            {
                ReadOnlyReason = reason,
                _copy = copy,
            };
            return await database.StartAsync(steps, cancellationToken).ConfigureAwait(false);
        }
    }

    internal static string ConnectionString(string source, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode,
        Pooling = false,   // Connections are pooled in _idle, with their settings applied once.
        DefaultTimeout = 15,
    }.ToString();

    private async Task<NewsDatabase> StartAsync(IReadOnlyList<Migration> steps, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(connection => PrepareAsync(connection, steps, cancellationToken), cancellationToken).ConfigureAwait(false);
            return this;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private async Task<int> PrepareAsync(SqliteConnection connection, IReadOnlyList<Migration> steps, CancellationToken cancellationToken)
    {
        if (steps.Count == 0)
            return 0;
        var newest = steps[^1].Number;
        var version = await Migration.VersionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (version > newest)
            throw DatabaseFault.TooNew(Path, version, newest);
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema", new { cancellationToken }).ConfigureAwait(false);
        if (version < newest && IsReadOnly && _copy is null)
            throw DatabaseFault.Unreadable(
                $"The database {Path} is of an older version and cannot be brought up to date: it is read-only; allow writing to it.");
        if (version == 0)   // Long rows of texts waste less of larger pages (SQLite's default is 4096); an existing file keeps its size.
            await connection.ExecuteAsync("PRAGMA page_size = 8192", new { cancellationToken }).ConfigureAwait(false);
        if (version < newest)
            await Migration.RunAsync(connection, steps, BackUpBeforeMigration, cancellationToken).ConfigureAwait(false);
        if (version < newest && _memory is null)   // Only now: the header has our application id already.
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL", new { cancellationToken }).ConfigureAwait(false);
        else if (!IsReadOnly)
            await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM stories WHERE id = 0", new { cancellationToken })
                .ConfigureAwait(false);
        return version;
    }

    /// <summary>The migrating connection holds the write lock; a second one can still read the state before.</summary>
    private void BackUpBeforeMigration(int version)
    {
        if (_copy is not null)
            return;
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        DatabaseCopy.Write(connection, Path, $"{Path}.backup-v{version}", overwrite: true);
    }

    /// <summary>Runs work on a connection for reading. Errors of SQLite become sentences, and cancelling interrupts a long query.</summary>
    internal Task<T> RunAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) =>
        LendAsync(Rent, GiveBack, work, cancellationToken);

    private async Task<T> LendAsync<T>(Func<SqliteConnection> rent, Action<SqliteConnection?> giveBack,
        Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_memory is not null)
            await _memory.WaitAsync(cancellationToken).ConfigureAwait(false);
        SqliteConnection? connection = null;
        try
        {
            connection = rent();
            var handle = connection.Handle!;
            await using var interrupting = cancellationToken.Register(() => raw.sqlite3_interrupt(handle)).ConfigureAwait(false);
            return await work(connection).ConfigureAwait(false);
        }
        catch (SqliteException ex) when (ex.SqliteErrorCode == Interrupted && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(ex.Message, ex, cancellationToken);
        }
        catch (SqliteException ex)
        {
            throw DatabaseFault.Explain(ex, Path);
        }
        finally
        {
            giveBack(connection);
            _memory?.Release();
        }
    }

    /// <summary>
    /// Runs work in a transaction that has the write lock from its start. A power failure may undo it as a whole: for what can be
    /// fetched or made again.
    /// </summary>
    internal Task<T> WriteAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) =>
        InTransactionAsync("PRAGMA synchronous = NORMAL", work, cancellationToken);

    /// <summary>
    /// Runs work in such a transaction that is on the disk when this returns: for what the reader wrote and does not undo, such as
    /// drafts. A change to be undone goes through <see cref="Journal.Changes"/>.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <param name="name">What is lost if the program ends before; null if others keep it.</param>
    internal Task<T> KeepAsync<T>(
        Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken, string? name = null) =>
        UnderWay.TrackAsync(name, () => InTransactionAsync("PRAGMA synchronous = FULL", work, cancellationToken));

    private Task<T> InTransactionAsync<T>(
        string durability, Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) => WithWriterAsync(
            async connection =>
            {
                if (IsReadOnly)
                    throw DatabaseFault.Unreadable($"The database {Path} cannot be written: {ReadOnlyReason}; see to it and try again.");
                _version ??= await VersionAsync(connection).ConfigureAwait(false);
                PreparedStatements.Of(connection).Run(durability);   // Has no effect within a transaction, so it comes before.
                using var transaction = await WriteTransaction.BeginAsync(connection, _patience, cancellationToken).ConfigureAwait(false);
                var result = await work(connection).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                if (_memory is null && FileIdentity.IsLost(connection))
                    throw DatabaseFault.Lost(Path);
                transaction.Commit();
                return result;
            }, cancellationToken);

    /// <summary>
    /// From now on writes run on the thread pool, one after the other in the order of their calls, and wait for the write lock until
    /// they are cancelled: for a program whose calling thread has a screen to draw. The connection that writes is opened now, so that it
    /// notices when another file takes the place of this one.
    /// </summary>
    public void WriteBehind()
    {
        (_writesBehind, _patience) = (true, Timeout.InfiniteTimeSpan);
        if (_memory is null && !IsReadOnly)
            _writer ??= RentWriter();
    }

    /// <summary>True if another process wrote since the last call, or since the first write of this process.</summary>
    public Task<bool> WasWrittenElsewhereAsync(CancellationToken cancellationToken) => WithWriterAsync(
        async connection =>
        {
            var before = _version;
            _version = await VersionAsync(connection).ConfigureAwait(false);
            return _version != before;
        }, cancellationToken);

    /// <summary>The current state; equal states mean equal content.</summary>
    internal Task<DatabaseState> StateAsync(CancellationToken cancellationToken) => RunAsync(
        async connection => new DatabaseState(
            connection,
            await VersionAsync(connection).ConfigureAwait(false),
            await connection.ExecuteScalarAsync<long>("SELECT total_changes()", new { cancellationToken }).ConfigureAwait(false)),
        cancellationToken);

    /// <summary>Changes when another connection has committed (<c>PRAGMA data_version</c>).</summary>
    private static Task<long> VersionAsync(SqliteConnection connection) => connection.ExecuteScalarAsync<long>("PRAGMA data_version");

    private async Task<T> WithWriterAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);   // Asynchronous waiters are released in their order.
        try
        {
            return _writesBehind
                ? await Task.Run(() => LendAsync(RentWriter, KeepWriter, work, cancellationToken), cancellationToken).ConfigureAwait(false)
                : await LendAsync(RentWriter, KeepWriter, work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    private SqliteConnection RentWriter()
    {
        if (Interlocked.Exchange(ref _writer, null) is { } writer)
            return writer;
        var connection = Rent();
        using var settings = connection.CreateCommand();
        settings.CommandText = "PRAGMA cache_size = -16000";   // 16 MB: pages are written once, at the end of a transaction.
        settings.ExecuteNonQuery();
        return connection;
    }

    private void KeepWriter(SqliteConnection? connection)
    {
        if (_isDisposed || _memory is not null)
            GiveBack(connection);
        else
            _writer = connection;
    }

    private SqliteConnection Rent()
    {
        if (_idle.TryTake(out var idle))
            return idle;
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            // 2 MB: most pages of a list are read once, and touching new memory costs more than reading a page again.
            using var settings = connection.CreateCommand();
            settings.CommandText =
                $"""
                PRAGMA busy_timeout = {BusyMilliseconds}; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -2000;
                PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF;
                """;
            settings.ExecuteNonQuery();
            connection.CreateFunction("shown_address", static (string? address) => address is null ? null : ShownAddress.Of(address), true);
            connection.CreateFunction("contains_folded", (string? text, string part) => text is not null && Folded.Of(text)
                .Contains(part, StringComparison.Ordinal), true);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Reports writes to the file, on any thread; null if they cannot be watched.</summary>
    public IDisposable? Watch(Action changed) => DatabaseWatch.Start(Path, Clock, changed);

    private void GiveBack(SqliteConnection? connection)
    {
        if (connection is null)
            return;
        if (_isDisposed)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        Interlocked.Exchange(ref _writer, null)?.Dispose();
        while (_idle.TryTake(out var connection))
            connection.Dispose();
        _copy?.Dispose();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
