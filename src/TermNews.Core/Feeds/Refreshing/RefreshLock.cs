using System.Diagnostics.CodeAnalysis;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// A lock file that lets one process at a time refresh a database. The file stays behind, empty: only the operating system's lock counts,
/// which ends with its process, even after a crash.
/// </summary>
internal sealed class RefreshLock : IDisposable
{
    private const int WindowsSharingViolation = unchecked((int)0x80070020);
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private readonly FileStream? _file;

    private RefreshLock(FileStream? file) => _file = file;

    /// <summary>Takes the lock; null while another process holds it.</summary>
    /// <param name="path">The lock file; null for a database in memory.</param>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: the file cannot be created.</exception>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The lock owns it.")]
    public static RefreshLock? TryTake(string? path)
    {
        if (path is null)
            return new RefreshLock(null);
        try
        {
            return new RefreshLock(Open(path));
        }
        catch (IOException ex) when (ex.HResult is WindowsSharingViolation or LinuxWouldBlock or MacWouldBlock)
        {
            return null;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new NewsException(NewsFault.Unreadable, $"The file {path} cannot be written; it is needed while feeds are fetched.", ex);
        }
    }

    /// <summary>
    /// The file has the mode of its database, so that everybody who may write that may take the lock; one that an older version made for
    /// its owner alone can be locked by those who may read it, too.
    /// </summary>
    private static FileStream Open(string path)
    {
        if (OperatingSystem.IsWindows())
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var isNew = !File.Exists(path);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException) when (!isNew)
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None);
        }
        var database = Path.ChangeExtension(path, null);
        if (isNew && File.Exists(database))
            File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(database));
        return file;
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();
}
