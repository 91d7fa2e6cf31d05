using System.IO.Compression;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>Decompresses a body within the limits, with a guard against decompression bombs.</summary>
/// <param name="sent">The compressed body.</param>
/// <param name="encoding">The coding: one element of <c>Content-Encoding</c>.</param>
/// <param name="limits">The limits in bytes.</param>
/// <param name="host">The host, for error sentences.</param>
internal sealed class CompressedBody(ByteBuffer sent, string encoding, FetchLimits limits, string host)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>
    /// The largest accepted ratio of decompressed to compressed bytes. 134 real feeds measured reach at most 14, bombs about 1000, which is
    /// the limit of deflate.
    /// </summary>
    private const long MostGrowth = 100;

    /// <summary>Below this length the ratio is not judged: a document of a few MiB harms nobody.</summary>
    private const long SmallContent = 4 * 1024 * 1024;

    /// <summary>
    /// The ratio above which the content is counted before it is kept: just above that of real feeds. Decoders read ahead, so the ratio
    /// seen at first is too low.
    /// </summary>
    private const long UsualGrowth = 25;

    /// <summary>Whether the content begins with the magic number of gzip with deflate (RFC 1952 §2.3.1); no feed does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <summary>Decompresses the body; gives it unchanged where the declared coding does not match its content.</summary>
    /// <exception cref="FetchFaultException">It is larger than the limits allow.</exception>
    /// <exception cref="InvalidDataException">The compressed content is damaged.</exception>
    public async Task<ByteBuffer> DecodeAsync(LargeBody large, CancellationToken cancellationToken)
    {
        var source = sent.OpenRead();
        await using var decoder = Open(source);
        if (decoder is null)
            return sent;
        // A spilled body is one file with one position and cannot be read twice at once; bombs are short.
        var isCounted = sent.IsLong;
        async Task BeforeLargeAsync(long length)
        {
            if (large.Before is { } before)
                await before(length).ConfigureAwait(false);
            if (isCounted || !IsUnusual(length, source))
                return;
            isCounted = true;
            await CountAsync(large.Before, cancellationToken).ConfigureAwait(false);
        }
        try
        {
            var content = await FetchedBody.ReadToEndAsync(
                decoder, length => FaultOf(length, source), large with { Before = BeforeLargeAsync }, cancellationToken)
                .ConfigureAwait(false);
            sent.Dispose();
            return content;
        }
        catch (InvalidOperationException ex)
        {
            // BrotliStream reports invalid data this way.
            throw new InvalidDataException(ex.Message, ex);
        }
    }

    /// <summary>
    /// Decompresses a second time and only counts while the ratio is above that of any feed, so a decompression bomb fills no memory.
    /// </summary>
    private async Task CountAsync(Func<long, Task>? before, CancellationToken cancellationToken)
    {
        var source = sent.OpenRead();
        await using var decoder = Open(source)!;
        var piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            var length = 0L;
            int count;
            while ((count = await decoder.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += count;
                if (FaultOf(length, source) is { } fault)
                    throw fault;
                if (length < LargePlace.Small)
                    continue;
                if (!IsUnusual(length, source))
                    return;
                if (before is not null)
                    await before(length).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static bool IsUnusual(long length, Stream source) => length > source.Position * UsualGrowth;

    private FetchFaultException? FaultOf(long length, Stream source) =>
        FetchedBody.OfLength(length, limits.ContentBytes, host) ?? OfGrowth(length, source.Position);

    /// <summary>The content has grown as no feed does.</summary>
    /// <param name="length">Bytes after decompression.</param>
    /// <param name="read">Compressed bytes that were read for them.</param>
    public static bool IsBomb(long length, long read) => length > SmallContent && length > read * MostGrowth;

    private FetchFaultException? OfGrowth(long length, long read) => IsBomb(length, read)
        ? new FetchFaultException(
            $"{host} sent compressed content that becomes more than {MostGrowth} times as large, which is not accepted.")
        : null;

    private Stream? Open(Stream source)
    {
        var start = sent.Content.Span;
        return encoding.Trim().ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" when IsGzip(start) => GzipDocument.Open(source),
            "deflate" when IsZLib(start) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => null,
        };
    }

    private static bool IsZLib(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 && (bytes[0] & 0x0F) == 8 && ((bytes[0] << 8) | bytes[1]) % 31 == 0;
}
