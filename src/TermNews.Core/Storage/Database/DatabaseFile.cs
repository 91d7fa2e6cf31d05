using System.Buffers.Binary;

namespace TermNews.Core.Storage.Database;

/// <summary>Inspects a database file before SQLite opens it, so that a file of another program is never opened for writing.</summary>
internal static class DatabaseFile
{
    private const int HeaderLength = 100;

    /// <summary>Ensures that the path is a TermNews database or a new, empty file; creates missing folders.</summary>
    /// <returns>True if the file is new or empty.</returns>
    /// <exception cref="NewsException">
    /// The file belongs to another program, is of a newer version, or cannot be read or created.
    /// </exception>
    public static bool Prepare(string path, int newestVersion)
    {
        if (Directory.Exists(path))
            throw DatabaseFault.Unreadable($"{path} is a folder, not a database; give the path of a file with --db.");
        try
        {
            if (!File.Exists(path))
            {
                Create(path);
                return true;
            }
            return Inspect(path, newestVersion);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw DatabaseFault.Unreadable(
                $"The database {path} cannot be opened: {DatabaseFault.Reason(ex)}; change that or give another path with --db.", ex);
        }
    }

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

    private static bool Inspect(string path, int newestVersion)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0))
        {
            var length = file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
            if (length == 0)
                return true;
            if (length < HeaderLength || !header.StartsWith("SQLite format 3\0"u8))
                throw DatabaseFault.Unreadable(
                    $"{path} is not a TermNews database; give another path with --db, or move the file away to begin anew.");
        }
        var version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        var application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        if (application == 0 && version == 0 && File.Exists(path + "-journal"))
            return true;   // The process that created it was killed; SQLite rolls it back to an empty file.
        if (application != Migration.ApplicationId)
            throw DatabaseFault.Unreadable($"{path} is a SQLite database of another program; give another path with --db.");
        if (version > newestVersion)
            throw DatabaseFault.TooNew(path, version, newestVersion);
        return false;
    }
}
