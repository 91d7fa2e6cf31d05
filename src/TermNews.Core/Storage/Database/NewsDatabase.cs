using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using TermNews.Core.Storage.Values;
using TermNews.Core.Stories;

[module: DapperAot]

namespace TermNews.Core.Storage.Database;

/// <summary>
/// The SQLite file, or a database in memory that lasts as long as this object. Connections are kept open and lent;
/// readers never wait for a writer, and writers of this process wait for each other without holding a thread.
/// </summary>
public sealed class NewsDatabase : IDisposable, IAsyncDisposable
{
    /// <summary>The path that means a database in memory.</summary>
    public const string MemoryPath = ":memory:";

    private const int Interrupted = 9;

    /// <summary>A connection is lent to one thread at a time, so SQLite need not lock it at each call; nobody asks how much memory it uses. Where SQLite runs already it stays as it is.</summary>
    static NewsDatabase()
    {
        const int multithread = 2, memoryStatistics = 9;
        Batteries_V2.Init();
        _ = raw.sqlite3_config(multithread);
        _ = raw.sqlite3_config(memoryStatistics, 0);
    }

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly SemaphoreSlim? _memory;   // A database in memory is its one connection.
    private readonly string _connectionString;
    private SqliteConnection? _writer;   // All writing of this process goes through it; null while it is lent.
    private long? _version;
    private bool _isDisposed;

    private NewsDatabase(string path, string connectionString, TimeProvider clock, bool isReadOnly)
    {
        (Path, _connectionString, Clock, IsReadOnly) = (path, connectionString, clock, isReadOnly);
        _memory = path == MemoryPath ? new SemaphoreSlim(1, 1) : null;
    }

    /// <summary>The file's full path, or <see cref="MemoryPath"/>.</summary>
    public string Path { get; }

    /// <summary>Whether it can be read only: the file or its place does not allow writing.</summary>
    public bool IsReadOnly { get; }

    internal bool IsInMemory => _memory is not null;

    /// <summary>The time that repositories write.</summary>
    internal TimeProvider Clock { get; }

    /// <summary>The time now, in Unix seconds.</summary>
    internal long Now => Clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>
    /// Opens a database file, making it and its folder where there is none and bringing an older one up to date; or
    /// one in memory, for <see cref="MemoryPath"/>.
    /// </summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: the file is no database of ours, of a
    /// newer version, damaged, or cannot be read.</exception>
    public static Task<NewsDatabase> OpenFileAsync(string path, TimeProvider clock, CancellationToken cancellationToken) =>
        path == MemoryPath ? OpenMemoryAsync(clock, cancellationToken) : OpenFileAsync(path, clock, Migration.All, cancellationToken);

    /// <summary>Opens a database in memory.</summary>
    public static async Task<NewsDatabase> OpenMemoryAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var database = new NewsDatabase(MemoryPath, ConnectionString(MemoryPath, SqliteOpenMode.Memory), clock, isReadOnly: false);
        return await database.StartAsync(Migration.All, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<NewsDatabase> OpenFileAsync(
        string path, TimeProvider clock, IReadOnlyList<Migration> steps, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
            throw new NewsException(NewsFault.WrongUse, "The path of the database is empty; give the path of a file with --db.");
        path = System.IO.Path.GetFullPath(path);
        var isNew = DatabaseFile.Prepare(path, steps[^1].Number);
        var writable = new NewsDatabase(path, ConnectionString(path, SqliteOpenMode.ReadWrite), clock, isReadOnly: false);
        try
        {
            return await writable.StartAsync(steps, cancellationToken).ConfigureAwait(false);
        }
        catch (NewsException ex) when (!isNew && ex.InnerException is SqliteException cause && DatabaseFault.IsReadOnlyPlace(cause))
        {
            return await OpenReadOnlyAsync(path, clock, steps, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A file that lies in a place where SQLite cannot keep its log beside it is read as if nobody could change it.</summary>
    private static async Task<NewsDatabase> OpenReadOnlyAsync(
        string path, TimeProvider clock, IReadOnlyList<Migration> steps, CancellationToken cancellationToken)
    {
        var hasLog = File.Exists(path + "-wal");
        var source = hasLog ? path : $"file:{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        var database = new NewsDatabase(path, ConnectionString(source, SqliteOpenMode.ReadOnly), clock, isReadOnly: true);
        return await database.StartAsync(steps, cancellationToken).ConfigureAwait(false);
    }

    internal static string ConnectionString(string source, SqliteOpenMode mode) => new SqliteConnectionStringBuilder
    {
        DataSource = source,
        Mode = mode,
        Pooling = false,   // Lent from _idle instead, with their settings made once.
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
        var newest = steps[^1].Number;
        var version = await Migration.VersionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (version > newest)
            throw DatabaseFault.TooNew(Path, version, newest);
        await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM sqlite_schema", new { cancellationToken }).ConfigureAwait(false);
        if (version < newest && IsReadOnly)
            throw DatabaseFault.Unreadable(
                $"The database {Path} is of an older version and cannot be brought up to date: it is read-only; allow writing to it.");
        if (version == 0)   // Larger pages than SQLite's own leave less of them empty behind texts; a file that has any keeps its size.
            await connection.ExecuteAsync("PRAGMA page_size = 8192", new { cancellationToken }).ConfigureAwait(false);
        if (version < newest)
            await Migration.RunAsync(connection, steps, BackUpBeforeMigration, cancellationToken).ConfigureAwait(false);
        if (version < newest && _memory is null)   // Only now: the file's own header already says whose it is.
            await connection.ExecuteAsync("PRAGMA journal_mode = WAL", new { cancellationToken }).ConfigureAwait(false);
        else if (!IsReadOnly)
            await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM stories WHERE id = 0", new { cancellationToken })
                .ConfigureAwait(false);
        return version;
    }

    /// <summary>The connection that migrates holds the write lock; a second one still reads what is to be copied.</summary>
    private void BackUpBeforeMigration(int version)
    {
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        DatabaseCopy.Write(connection, $"{Path}.backup-v{version}", overwrite: true);
    }

    /// <summary>
    /// Lends a connection for reading; what SQLite complains of becomes a sentence, and giving up interrupts a long
    /// query.
    /// </summary>
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

    /// <summary>Lends a connection in a transaction that has the write lock from its beginning.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken) =>
        WithWriterAsync(
            async connection =>
            {
                _version ??= await VersionAsync(connection).ConfigureAwait(false);
                using var transaction = new WriteTransaction(connection);
                var result = await work(connection).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                transaction.Commit();
                return result;
            },
            cancellationToken);

    /// <summary>Whether another process wrote since this was asked last, or since this process wrote for the first time.</summary>
    public Task<bool> WasWrittenElsewhereAsync(CancellationToken cancellationToken) => WithWriterAsync(
        async connection =>
        {
            var before = _version;
            _version = await VersionAsync(connection).ConfigureAwait(false);
            return _version != before;
        },
        cancellationToken);

    /// <summary>What is written now.</summary>
    internal Task<DatabaseState> StateAsync(CancellationToken cancellationToken) => RunAsync(
        async connection => new DatabaseState(
            connection,
            await VersionAsync(connection).ConfigureAwait(false),
            await connection.ExecuteScalarAsync<long>("SELECT total_changes()", new { cancellationToken }).ConfigureAwait(false)),
        cancellationToken);

    /// <summary>Changes when another connection than this one has committed something.</summary>
    private static Task<long> VersionAsync(SqliteConnection connection) => connection.ExecuteScalarAsync<long>("PRAGMA data_version");

    private async Task<T> WithWriterAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await LendAsync(RentWriter, KeepWriter, work, cancellationToken).ConfigureAwait(false);
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
        settings.CommandText = "PRAGMA cache_size = -16000";   // Pages are written once, at the end of a transaction.
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
            // A small cache: most pages of a list are looked at once, and memory touched for the first time costs more than a page of the file.
            using var settings = connection.CreateCommand();
            settings.CommandText =
                """
                PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -2000;
                PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA trusted_schema = OFF;
                """;
            settings.ExecuteNonQuery();
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

    /// <summary>Begins to tell when somebody wrote to the file, on any thread; null where that cannot be told.</summary>
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
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
