using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// Whether the file of a connection is still the one at its path. A file that was deleted, moved away or replaced while it was open takes
/// every write, and loses it with the last program that has it open.
/// </summary>
internal static partial class FileIdentity
{
    private const int HasMoved = 20;   // SQLITE_FCNTL_HAS_MOVED: compares the inode of the path with that of the open file.

    /// <summary>True if there is another file, or none, at the path of the connection's database.</summary>
    public static bool IsLost(SqliteConnection connection)
    {
        var handle = connection.Handle!;
        var moved = 0;
        return Control(handle.DangerousGetHandle(), "main", HasMoved, ref moved) == raw.SQLITE_OK && moved != 0;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static partial int Control(nint database, string name, int operation, ref int result);
}
