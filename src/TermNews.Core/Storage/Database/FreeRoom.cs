namespace TermNews.Core.Storage.Database;

/// <summary>The room that is left on the disk of a file.</summary>
internal static class FreeRoom
{
    /// <summary>What SQLite needs beside a database before it can be opened for writing: 32 KiB of -shm, and the head of a log.</summary>
    public const long OfLogs = 64 * 1024;

    /// <summary>Bytes that this user may write; null if that cannot be told.</summary>
    public static long? Of(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
