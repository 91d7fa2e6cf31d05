namespace TermNews.Core;

/// <summary>Named pipes (mkfifo), which cannot be opened without waiting for the other end.</summary>
public static class NamedPipe
{
    /// <summary>
    /// True if a path is a named pipe. Opening one for reading waits for a writer, so an empty file is opened for both, which waits for
    /// nobody (fifo(7)).
    /// </summary>
    /// <param name="path">Any path; a missing file and one that may not be opened is none.</param>
    public static bool Is(string path)
    {
        if (OperatingSystem.IsWindows() || new FileInfo(path) is not { Exists: true, Length: 0 })
            return false;
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return !file.CanSeek;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return false;
        }
    }
}
