namespace TermNews.Core.Storage.Database;

/// <summary>A copy of a database and its log in a folder of its own below the one for temporary files.</summary>
internal sealed class TemporaryCopy : IDisposable
{
    private readonly string _folder;

    private TemporaryCopy(string folder, string path) => (_folder, Path) = (folder, path);

    /// <summary>The copy.</summary>
    public string Path { get; }

    /// <summary>True if a database has a log with changes that may not be in it yet.</summary>
    public static bool HasLog(string path) => new FileInfo(path + "-wal") is { Exists: true, Length: > 0 };

    /// <summary>Copies a database that nobody can write to at its place.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: there is no room for it.</exception>
    public static TemporaryCopy Make(string path)
    {
        TemporaryCopy? copy = null;
        try
        {
            var folder = Directory.CreateTempSubdirectory("termnews-").FullName;
            copy = new TemporaryCopy(folder, System.IO.Path.Combine(folder, "copy.db"));
            CopyBytes(path, copy.Path);
            if (HasLog(path))
                CopyBytes(path + "-wal", copy.Path + "-wal");
            return copy;
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            copy?.Dispose();
            throw DatabaseFault.Unreadable(
                $"The database {path} cannot be written, and no copy of it can be read in {System.IO.Path.GetTempPath()}: "
                + $"{DatabaseFault.Reason(ex)}; set TMPDIR to a folder with room.", ex);
        }
    }

    /// <summary>The bytes only: the original's mode may not allow writing.</summary>
    private static void CopyBytes(string path, string target)
    {
        using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        from.CopyTo(to);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It lies where the system clears up.
        }
    }
}
