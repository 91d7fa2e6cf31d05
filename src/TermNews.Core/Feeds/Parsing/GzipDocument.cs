using System.IO.Compression;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Feeds that were stored gzipped and are served without <c>Content-Encoding</c> (RFC 1952 §2.3.1: they begin with 1F 8B).</summary>
internal static class GzipDocument
{
    /// <summary>The largest document that is read, inflated.</summary>
    public const int LargestDocument = 64 * 1024 * 1024;

    /// <summary>The document inflated, or as it is where it is not gzipped.</summary>
    public static ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> document)
    {
        if (document.Length > LargestDocument)
            throw TooLarge();
        if (document.Length < 3 || document.Span[0] != 0x1F || document.Span[1] != 0x8B)
            return document;
        using var zipped = new GZipStream(new MemoryStream(document.ToArray()), CompressionMode.Decompress);
        var inflated = new MemoryStream();
        try
        {
            var buffer = new byte[81920];
            for (int read; (read = zipped.Read(buffer)) > 0;)
            {
                inflated.Write(buffer, 0, read);
                if (inflated.Length > LargestDocument)
                    throw TooLarge();
            }
        }
        catch (InvalidDataException)
        {
            // What came out before the damage may still be a feed.
        }
        return inflated.GetBuffer().AsMemory(0, (int)inflated.Length);
    }

    private static NewsException TooLarge() =>
        new(NewsFault.Unreadable, "The feed is larger than 64 MiB and was not read; ask its publisher for a shorter one.");
}
