using System.Buffers.Binary;
using System.Runtime.Versioning;

namespace TermNews.Core.Storage.Database;

/// <summary>Inspects a database file before SQLite opens it, so that a file of another program is never opened for writing.</summary>
internal static class DatabaseFile
{
    private const int HeaderLength = 100;

    /// <summary>
    /// The longest path that SQLite opens, in bytes of UTF-8: its limit on Unix (512, MAX_PATHNAME in os_unix.c) less the eight of
    /// "-journal", as its pager asks for.
    /// </summary>
    private const int LongestPath = 504;

    private const UnixFileMode ReadAndWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Ensures that the path is a TermNews database or a new, empty file; creates missing folders.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="newestVersion">The schema that this program knows.</param>
    /// <param name="mayCreate">Whether a missing or empty file becomes a database.</param>
    /// <returns>What was there.</returns>
    /// <exception cref="NewsException">
    /// The file belongs to another program, is of a newer version, cannot be read or created, or is missing and must not be created.
    /// </exception>
    public static FileBefore Prepare(string path, int newestVersion, bool mayCreate)
    {
        CheckPath(path);
        try
        {
            if (!File.Exists(path))
            {
                if (!mayCreate)
                    throw DatabaseFault.Missing(path);
                Create(path);
                return FileBefore.Missing;
            }
            var before = Inspect(path, newestVersion);
            return before == FileBefore.Empty && !mayCreate ? throw DatabaseFault.Empty(path) : before;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw DatabaseFault.Unreadable(
                $"The database {path} cannot be opened: {DatabaseFault.Reason(ex)}; change that or give another path with --db.", ex);
        }
    }

    /// <summary>Refuses what SQLite cannot open, or would wait for.</summary>
    /// <exception cref="NewsException">The path is too long, a folder, a device or a pipe.</exception>
    public static void CheckPath(string path)
    {
        if (Directory.Exists(path))
            throw DatabaseFault.Unreadable($"{path} is a folder, not a database; give the path of a file with --db.");
        if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(path) is > LongestPath and var length)
            throw DatabaseFault.Unreadable(
                $"The path of the database has {length} bytes, and SQLite opens at most {LongestPath}; give a shorter one: {path}");
        if (IsSpecial(path))
            throw DatabaseFault.Unreadable($"{path} is a device or a pipe, not a database; give the path of a file with --db.");
    }

    /// <summary>The mode of the files beside a database: its own, so that everybody who may use it may use them.</summary>
    /// <param name="path">The database; where it is missing, the files are for their owner only.</param>
    [UnsupportedOSPlatform("windows")]
    public static UnixFileMode ModeOf(string path) => File.Exists(path)
        ? (File.GetUnixFileMode(path) & ReadAndWrite) | UnixFileMode.UserRead | UnixFileMode.UserWrite
        : UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates an empty file with the mode of a database, whatever the umask is.</summary>
    /// <exception cref="IOException">There is such a file, or it cannot be created.</exception>
    public static void CreateBeside(string path, string database)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            new FileStream(path, options).Dispose();
            return;
        }
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
        File.SetUnixFileMode(path, ModeOf(database));
    }

    private static bool IsSpecial(string path) =>
        !OperatingSystem.IsWindows() && new FileInfo(path) is { Exists: true, Length: 0 }
        && ((path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal))
            || NamedPipe.Is(path));

    private static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        var folder = Path.GetDirectoryName(path);
        if (OperatingSystem.IsWindows())
        {
            if (!string.IsNullOrEmpty(folder))
                Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            if (!string.IsNullOrEmpty(folder))
                Directory.CreateDirectory(folder, owner | UnixFileMode.UserExecute);
            options.UnixCreateMode = owner;   // SQLite gives -wal and -shm the same mode.
        }
        new FileStream(path, options).Dispose();
    }

    /// <summary>Ensures that an existing file is a TermNews database that this program knows.</summary>
    /// <exception cref="NewsException">It is not.</exception>
    public static FileBefore Inspect(string path, int newestVersion)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            if (length == 0)
                return IsBeingMade(path) ? FileBefore.Missing : FileBefore.Empty;
            if (length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
                throw DatabaseFault.Unreadable(
                    $"{path} is not a TermNews database; give another path with --db, or move the file away to begin anew.");
        }
        var version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        var application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (application == 0 && version == 0 && IsBeingMade(path))
            return FileBefore.Missing;
        if (application != Migration.ApplicationId)
            throw DatabaseFault.Unreadable($"{path} is a SQLite database of another program; give another path with --db.");
        if (version > newestVersion)
            throw DatabaseFault.TooNew(path, version, newestVersion);
        return FileBefore.Database;
    }

    /// <summary>Another process creates it, or was killed at that; SQLite rolls it back to an empty file then.</summary>
    private static bool IsBeingMade(string path) => File.Exists(path + "-journal");
}

/// <summary>What was at the path of a database before it was opened.</summary>
internal enum FileBefore
{
    /// <summary>A database.</summary>
    Database,

    /// <summary>A file of 0 bytes.</summary>
    Empty,

    /// <summary>Nothing, or a database that is being made.</summary>
    Missing,
}
