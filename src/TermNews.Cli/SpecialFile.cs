namespace TermNews.Cli;

/// <summary>Devices and pipes, which <c>--output</c> writes into; only regular files are replaced.</summary>
internal static class SpecialFile
{
    /// <summary>Opens one for writing; null for a regular, missing or unwritable file, and for a folder.</summary>
    /// <remarks>A pipe without a reader waits for one, as for every program.</remarks>
    public static Stream? TryOpen(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            if (OperatingSystem.IsWindows() || Directory.Exists(full) || !File.Exists(full))
                return null;
            if (Standard(full) is { } standard)
                return standard;
            var stream = new FileStream(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            if (!stream.CanSeek || IsDevice(full))
                return stream;
            stream.Dispose();
            return null;
        }
        catch (Exception ex) when (ex is ArgumentException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static Stream? Standard(string full) => full switch
    {
        "/dev/stdout" or "/dev/fd/1" or "/proc/self/fd/1" => Console.OpenStandardOutput(),
        "/dev/stderr" or "/dev/fd/2" or "/proc/self/fd/2" => Console.OpenStandardError(),
        _ => null,
    };

    /// <summary>Some devices can seek (/dev/null), so their folder tells; /dev/shm holds regular files.</summary>
    private static bool IsDevice(string full)
    {
        var target = new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full;
        return target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);
    }
}
