namespace TermNews.Cli;

/// <summary>Writes files atomically: a file has either its old or its complete new content.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a temporary file, flushes it to the disk and renames it over the target.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Unreadable"/>: it cannot be written.</exception>
    /// <remarks>A device or a pipe is written into: it has no old content that could be kept.</remarks>
    /// <param name="path">The target.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="isSecret">The file is for its owner only (mode 0600), also where it replaces another.</param>
    public static async Task WriteAsync(string path, Func<TextWriter, Task> write, bool isSecret = false)
    {
        if (SpecialFile.TryOpen(path) is { } special)
        {
            await WriteIntoAsync(special, path, write);
            return;
        }
        var target = Resolve(path);
        var temporary = Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{Environment.ProcessId}.part");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (isSecret && !OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var stream = new FileStream(temporary, options))
            {
                await using (var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" })
                    await write(writer);
                stream.Flush(flushToDisk: true);
            }
            if (!OperatingSystem.IsWindows() && !isSecret && File.Exists(target))
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

    private static async Task WriteIntoAsync(Stream stream, string path, Func<TextWriter, Task> write)
    {
        try
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
            await write(writer);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NewsException(NewsFault.Unreadable, $"{path} cannot be written into; name another target.", ex);
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
