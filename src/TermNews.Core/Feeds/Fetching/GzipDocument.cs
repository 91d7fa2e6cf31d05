using System.IO.Compression;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Documents that were gzipped as files and have no <c>Content-Encoding</c> (RFC 1952 §2.3.1: they begin with 1F 8B). A document is
/// unpacked once, where it enters the program: <see cref="FetchedBody"/> unpacks answers, as a stream, and <see cref="Inflate"/> unpacks
/// files and the output of programs.
/// </summary>
internal static class GzipDocument
{
    /// <summary>
    /// The largest document that is read whole, in bytes after unpacking. It bounds memory; longer XML feeds are streamed when they are
    /// fetched.
    /// </summary>
    private const int LargestDocument = 64 * 1024 * 1024;

    private const int PieceSize = 80 * 1024;

    /// <summary>The unpacked content of a gzipped stream.</summary>
    public static Stream Open(Stream source) => new GZipStream(source, CompressionMode.Decompress);

    /// <summary>The document unpacked, or as it is if it is not gzipped.</summary>
    /// <exception cref="NewsException">It is too large, or a decompression bomb.</exception>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> document)
    {
        RequireSize(document.Length);
        if (!CompressedBody.IsGzip(document.Span))
            return document;
        var source = new MemoryStream(document.ToArray());
        using var unpacked = Open(source);
        var content = new MemoryStream();
        try
        {
            var piece = new byte[PieceSize];
            for (int read; (read = unpacked.Read(piece)) > 0;)
            {
                content.Write(piece, 0, read);
                RequireSize(content.Length);
                if (CompressedBody.IsBomb(content.Length, source.Position))
                    throw new NewsException(NewsFault.Unreadable,
                        "The feed becomes more than 100 times as large when it is unpacked, which is not accepted.");
            }
        }
        catch (InvalidDataException)
        {
            // The content before the damage may still be a feed.
        }
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <exception cref="NewsException">A document of this many bytes is too large.</exception>
    public static void RequireSize(long length)
    {
        if (length > LargestDocument)
            throw new NewsException(NewsFault.Unreadable,
                "The feed is larger than 64 MiB and was not read; ask its publisher for a shorter one.");
    }
}
