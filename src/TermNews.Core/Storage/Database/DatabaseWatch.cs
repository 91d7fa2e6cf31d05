namespace TermNews.Core.Storage.Database;

/// <summary>
/// Reports writes to a database file, from notifications of the operating system; there is no polling. Writes within a second are
/// reported once. Writes of this process are included; <see cref="NewsDatabase.WasWrittenElsewhereAsync"/> distinguishes them.
/// </summary>
public sealed class DatabaseWatch : IDisposable
{
    // With the progress of a refresh (PacedProgress) fewer than four frames a second.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly FileSystemWatcher _watcher;
    private readonly ITimer _timer;
    private int _isTelling;

    private DatabaseWatch(string path, TimeProvider clock, Action changed)
    {
        _timer = clock.CreateTimer(_ => Tell(changed), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "-wal")
        {
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName,
        };
        _watcher.Changed += OnWritten;
        _watcher.Created += OnWritten;
        _watcher.EnableRaisingEvents = true;
    }

    /// <summary>Starts watching. Returns null for a database in memory, or if the system has no notifications left.</summary>
    /// <param name="path">The database's full path.</param>
    /// <param name="clock">The clock that delays reports.</param>
    /// <param name="changed">Called on any thread.</param>
    public static DatabaseWatch? Start(string path, TimeProvider clock, Action changed)
    {
        if (path == NewsDatabase.MemoryPath)
            return null;
        try
        {
            return new DatabaseWatch(path, clock, changed);
        }
        catch (Exception ex) when (ex is IOException or ArgumentException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private void OnWritten(object sender, FileSystemEventArgs e)
    {
        if (Interlocked.Exchange(ref _isTelling, 1) == 0)
            _timer.Change(Moment, Timeout.InfiniteTimeSpan);
    }

    private void Tell(Action changed)
    {
        Volatile.Write(ref _isTelling, 0);
        changed();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _watcher.Dispose();
        _timer.Dispose();
    }
}
