namespace TermNews.Cli;

/// <summary>Writes files atomically: a file has either its old or its complete new content.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a temporary file, flushes it to the disk and renames it over the target.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: it cannot be written.</exception>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> write)
    {
        var target = Resolve(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{Environment.ProcessId}.part");
        try
        {
            await using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write))
            {
                await using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
                    await write(writer);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NewsException(NewsFault.Unreadable, $"{path} cannot be written ({ex.GetBaseException().Message.TrimEnd('.')}).", ex);
        }
        finally
        {
            TryDelete(temporary);
        }
    }

    private static string Resolve(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (Directory.Exists(full))
                throw new NewsException(NewsFault.Unreadable, $"{path} is a folder; name a file.");
            return File.Exists(full) ? new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        }
        catch (Exception ex) when (ex is ArgumentException or IOException or UnauthorizedAccessException)
        {
            throw new NewsException(NewsFault.Unreadable, $"\"{path}\" cannot be written; name another file.", ex);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // A leftover temporary file is harmless, and the error that led here matters more.
        }
    }
}
