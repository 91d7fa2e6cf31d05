using System.Buffers;
using System.IO.Compression;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>A body as it was sent, and the compression that is undone within the limits.</summary>
/// <param name="sent">The body as it was sent.</param>
/// <param name="encoding">How it is compressed.</param>
/// <param name="limits">How much is too much.</param>
/// <param name="host">Who sent it, for the sentence.</param>
internal sealed class CompressedBody(ByteBuffer sent, string encoding, FetchLimits limits, string host)
{
    private const int PieceSize = 64 * 1024;

    /// <summary>How many times as large as what was sent the content may be; feeds become ten or twenty times as large, bombs a thousand.</summary>
    private const long MostGrowth = 100;

    /// <summary>Content that may have grown more than that.</summary>
    private const long SmallContent = 4 * 1024 * 1024;

    /// <summary>What grows more is counted before it is kept. Decoders read ahead, so that a bomb seems to grow less at first.</summary>
    private const long UsualGrowth = 25;

    /// <summary>The content begins as everything does that gzip compressed; no feed does.</summary>
    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]);

    /// <summary>The content, not compressed; what was sent where it is not compressed so.</summary>
    /// <exception cref="FetchFaultException">It is larger than the limits allow.</exception>
    /// <exception cref="InvalidDataException">The compressed content is damaged.</exception>
    public async Task<ByteBuffer> DecodeAsync(LargeBody large, CancellationToken cancellationToken)
    {
        var source = sent.OpenRead();
        await using var decoder = Open(source);
        if (decoder is null)
            return sent;
        // A long body is one file with one position, and bombs are short.
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
                decoder, length => FaultOf(length, source), large with { Before = BeforeLargeAsync }, cancellationToken).ConfigureAwait(false);
            sent.Dispose();
            return content;
        }
        catch (InvalidOperationException ex)
        {
            // Brotli's way of saying that data is invalid.
            throw new InvalidDataException(ex.Message, ex);
        }
    }

    /// <summary>Decodes for nothing, as long as the content grows more than feeds do: nothing is kept of a bomb.</summary>
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
        ? new FetchFaultException($"{host} sent compressed content that becomes more than {MostGrowth} times as large, which is not accepted.")
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
