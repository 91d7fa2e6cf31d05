namespace TermNews.Cli.Commands.Documents;

/// <summary>Reads a file named on the command line, or standard input.</summary>
internal static class DocumentInput
{
    /// <summary>Bytes: a bound for memory; far above real feeds.</summary>
    private const long LargestFile = 256L * 1024 * 1024;

    /// <summary>The file's bytes; <c>-</c> is standard input.</summary>
    /// <exception cref="NewsException">It cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(string file)
    {
        byte[] buffer = [];
        return Read(file, ref buffer);
    }

    /// <inheritdoc cref="Read(string)"/>
    /// <param name="file">The file.</param>
    /// <param name="buffer">The buffer for files, reused: the bytes of a file are valid until the next call.</param>
    public static ReadOnlyMemory<byte> Read(string file, ref byte[] buffer)
    {
        try
        {
            if (file == "-")
                return ReadAll(StandardStreams.OpenInput());
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return stream.CanSeek && stream.Length is > 0 and <= LargestFile
                ? ReadWhole(stream, (int)stream.Length, ref buffer)
                : ReadAll(stream);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = ex switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException when Directory.Exists(file) => "it is a directory",
                UnauthorizedAccessException => "access is denied",
                _ => "it cannot be read",
            };
            throw new NewsException(NewsFault.Unreadable, $"{file} was not read: {reason}.", ex);
        }
    }

    /// <summary>Reads the length that the file had when it was opened, even if it grows or shrinks meanwhile.</summary>
    private static ReadOnlyMemory<byte> ReadWhole(FileStream stream, int length, ref byte[] buffer)
    {
        if (buffer.Length < length)
            buffer = GC.AllocateUninitializedArray<byte>(length);
        return buffer.AsMemory(0, stream.ReadAtLeast(buffer.AsSpan(0, length), length, throwOnEndOfStream: false));
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
                throw new NewsException(NewsFault.Unreadable, "The document is larger than 256 MiB and was not read.");
        }
        return bytes.ToArray();
    }
}
