using System.Diagnostics;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// A copy of a database beside its place, until it is complete. Its name has the id of its process, so that what a killed one left is
/// recognized and deleted by the next.
/// </summary>
internal sealed partial class UnfinishedCopy : IDisposable
{
    private static int _last;

    private readonly string _target;

    private UnfinishedCopy(string path, string target) => (Path, _target) = (path, target);

    /// <summary>Where it is written.</summary>
    public string Path { get; }

    /// <summary>Begins a copy as an empty file, and deletes what killed processes left in its folder.</summary>
    /// <param name="target">Where it will be.</param>
    /// <param name="database">The database whose mode it gets.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static UnfinishedCopy Begin(string target, string database)
    {
        Sweep(System.IO.Path.GetDirectoryName(target)!);
        var path = string.Create(
            CultureInfo.InvariantCulture, $"{target}.termnews-{Environment.ProcessId}-{Interlocked.Increment(ref _last)}.part");
        DatabaseFile.CreateBeside(path, database);
        return new UnfinishedCopy(path, target);
    }

    /// <summary>Puts it in its place.</summary>
    /// <param name="overwrite">Whether it may replace a file.</param>
    public void Finish(bool overwrite)
    {
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
            file.Flush(flushToDisk: true);
        File.Move(Path, _target, overwrite);
    }

    /// <inheritdoc/>
    public void Dispose() => Delete(Path);

    private static void Delete(string path)
    {
        foreach (var left in (string[])[path, path + "-wal", path + "-shm", path + "-journal"])
            File.Delete(left);
    }

    private static void Sweep(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.part*"))
        {
            var name = Name.Match(System.IO.Path.GetFileName(file));
            if (int.TryParse(name.Groups["process"].ValueSpan, CultureInfo.InvariantCulture, out var process) && !IsRunning(process))
                TryDelete(file);
        }
    }

    private static bool IsRunning(int process)
    {
        try
        {
            Process.GetProcessById(process).Dispose();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // It is another user's; the copy itself matters more.
        }
    }

    [GeneratedRegex(@"\.termnews-(?<process>[0-9]+)-[0-9]+\.part(-wal|-shm|-journal)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Name { get; }
}
