using Microsoft.Data.Sqlite;

namespace TermNews.Core.Storage.Database;

/// <summary>Turns faults of a database into sentences that say what is wrong and what to do.</summary>
internal static class DatabaseFault
{
    private const int Busy = 5, Locked = 6, OutOfMemory = 7, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14,
        NotADatabase = 26;

    /// <summary>True if opening the file read-only may still succeed.</summary>
    public static bool IsReadOnlyPlace(SqliteException ex) =>
        ex.SqliteErrorCode is ReadOnly or CannotOpen or InputOutput or Full or 3 or 23;

    /// <summary>True if the file itself is damaged.</summary>
    public static bool IsDamage(SqliteException ex) => ex.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>Why a file can only be read, as a part of a sentence.</summary>
    public static string WhyReadOnly(SqliteException ex, string path) => ex.SqliteErrorCode switch
    {
        Full => "the disk is full",
        InputOutput => FreeRoom.Of(path) is < FreeRoom.OfLogs ? "the disk is full" : "the disk fails or is full",
        _ => "the file or its folder is read-only",
    };

    /// <summary>A fault of the database or of its place.</summary>
    public static NewsException Unreadable(string sentence, Exception? inner = null) => new(NewsFault.Unreadable, sentence, inner);

    /// <summary>The fault of a database that was named, is not there, and is not to be made.</summary>
    public static NewsException Missing(string path) => Unreadable(
        $"There is no database {path}; check the path that --db or TERMNEWS_DB names. What writes makes one, such as `feeds add`.");

    /// <summary>The fault of a database that lost all it had, or never had anything.</summary>
    public static NewsException Empty(string path) => Unreadable(
        $"{path} is empty (0 bytes), so there is nothing to read; `termnews db restore FILE` puts a backup in its place, "
        + "and what writes begins anew, such as `feeds add`.");

    /// <summary>The fault of a database that a newer version wrote.</summary>
    public static NewsException TooNew(string path, int version, int newest) => Unreadable(
        $"{path} was made by a newer TermNews (schema {version}; this one knows {newest}); "
        + "install the newer one or give another path with --db.");

    /// <summary>The fault of a file that was deleted, moved away or replaced while it was open.</summary>
    public static NewsException Lost(string path) => Unreadable(
        $"The database {path} was deleted, moved or replaced while it was open, so nothing was written; "
        + "put the file back, or start TermNews again to use the one that is there now.");

    /// <summary>The sentence for an error of SQLite.</summary>
    public static NewsException Explain(SqliteException ex, string path) => Unreadable(ex.SqliteErrorCode switch
    {
        Busy or Locked => $"The database {path} is busy: another program has been writing to it for too long; try again.",
        ReadOnly =>
            $"The database {path} cannot be written: the file or its folder is read-only; change that or give another path with --db.",
        Full => $"The database {path} cannot be written: the disk is full; make room and try again.",
        Corrupt => $"The database {path} is damaged; `termnews db restore FILE` puts a backup in its place and keeps it.",
        NotADatabase => $"{path} is not a TermNews database; give another path with --db, or move the file away to begin anew.",
        CannotOpen when Directory.Exists(Path.GetDirectoryName(path)) && !File.Exists(path) => Lost(path).Message,
        CannotOpen =>
            $"The database {path} cannot be opened: the file or its folder cannot be written; change that or give another path with --db.",
        InputOutput => $"The database {path} cannot be read or written: the disk failed or is full; see to it and try again.",
        OutOfMemory => $"The database {path} cannot be read: the memory is exhausted; close other programs and try again.",
        _ => $"The database {path} cannot be used ({ex.Message.TrimEnd('.')}); `termnews db check` tells more.",
    }, ex);

    /// <summary>The reason of an error of the file system, as part of a sentence.</summary>
    public static string Reason(Exception ex) => ex switch
    {
        UnauthorizedAccessException => "permission is denied",
        PathTooLongException => "the path is too long",
        DirectoryNotFoundException => "its folder does not exist",
        _ => ex.Message.TrimEnd('.'),
    };
}
