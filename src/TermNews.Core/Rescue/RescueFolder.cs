namespace TermNews.Core.Rescue;

/// <summary>The places of rescue files: the reader's own folder, else the one for temporary files. Nothing here throws.</summary>
/// <param name="folder">The reader's own folder (<c>$XDG_STATE_HOME/termnews</c>); made where it is missing.</param>
/// <param name="spare">The folder for temporary files, which others can write to, too.</param>
/// <param name="database">The path of the database.</param>
/// <param name="clock">The time in the names.</param>
public sealed class RescueFolder(string folder, string spare, string database, TimeProvider clock)
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int MostFiles = 1000;   // Of one second, and of one start: a bound for what cannot happen.
    private const string Extension = ".txt", Prefix = "rescue-", SparePrefix = "termnews-rescue-";

    /// <summary>Writes a new file, of mode 0600.</summary>
    /// <returns>Its path; null where no folder can be written.</returns>
    public string? Write(IReadOnlyList<RescueEntry> entries)
    {
        var text = TextOf(entries);
        return WriteIn(folder, Prefix, text) ?? WriteIn(spare, SparePrefix, text);
    }

    /// <summary>Whether a file will be found at the next start.</summary>
    public static bool IsTakenIn(string path) => CanTellOwner || !Path.GetFileName(path).StartsWith(SparePrefix, StringComparison.Ordinal);

    /// <summary>The text of a file with some entries.</summary>
    public string TextOf(IReadOnlyList<RescueEntry> entries) => new RescueFile(database, entries).ToString();

    /// <summary>The files there are for this database, oldest first.</summary>
    public IReadOnlyList<(string Path, RescueFile File)> Find()
    {
        List<(string, RescueFile)> found = [];
        foreach (var path in PathsIn(folder, Prefix).Concat(CanTellOwner ? PathsIn(spare, SparePrefix).Where(IsOwn) : []))
        {
            if (Read(path) is { } file && file.Database == RescueFile.OneLine(database))
                found.Add((path, file));
        }
        return found;
    }

    /// <summary>Leaves only some entries in a file; without any, removes it.</summary>
    public void Leave(string path, IReadOnlyList<RescueEntry> entries)
    {
        try
        {
            if (entries.Count == 0)
            {
                File.Delete(path);
                return;
            }
            var part = path + ".part";
            File.Delete(part);
            if (Create(part, TextOf(entries)))
                File.Move(part, path, overwrite: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It stays: taking it in once more changes nothing, unless its words were sent or dropped meanwhile.
        }
    }

    private string? WriteIn(string place, string prefix, string text)
    {
        var name = prefix + clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        try
        {
            MakeFolder(place);
            for (var n = 1; n <= MostFiles; n++)
            {
                var number = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}");
                var path = Path.Combine(place, name + number + Extension);
                if (!File.Exists(path))
                    return Create(path, text) ? path : null;
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
        }
        return null;
    }

    private static void MakeFolder(string place)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(place);
        else
            Directory.CreateDirectory(place, Own | UnixFileMode.UserExecute);
    }

    /// <summary>Creates a file that is on the disk when this returns; one that is there is an error, also a link.</summary>
    private static bool Create(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Own;
        try
        {
            using var file = new FileStream(path, options);
            try
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
                return true;
            }
            catch (IOException)   // The disk is full: half a file would be taken for the whole.
            {
                File.Delete(path);
                return false;
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> PathsIn(string place, string prefix)
    {
        try
        {
            if (!Directory.Exists(place))
                return [];
            return [.. Directory.EnumerateFiles(place, prefix + "*" + Extension).Take(MostFiles).Order(StringComparer.Ordinal)];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>
    /// A file that only its owner can read, and that we can read, is ours; others must not put words under our stories. For the superuser
    /// this proves nothing.
    /// </summary>
    private static bool IsOwn(string path) => !OperatingSystem.IsWindows() && File.GetUnixFileMode(path) == Own;

    private static bool CanTellOwner => !OperatingSystem.IsWindows() && !Environment.IsPrivilegedProcess;

    private static RescueFile? Read(string path)
    {
        try
        {
            return RescueFile.Parse(File.ReadAllText(path));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
