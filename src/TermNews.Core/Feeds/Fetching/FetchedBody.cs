namespace TermNews.Core.Feeds.Fetching;

/// <summary>A response body, read and decompressed within the limits.</summary>
/// <param name="Content">The decompressed content.</param>
/// <param name="WireBytes">Its size over the wire.</param>
internal sealed record FetchedBody(ByteBuffer Content, long WireBytes)
{
    /// <summary>The initial capacity in bytes: twice the median of 134 real feeds measured.</summary>
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="wire">The body.</param>
    /// <param name="encodings">The codings of <c>Content-Encoding</c>, in the order in which they were applied.</param>
    /// <param name="limits">The limits in bytes.</param>
    /// <param name="host">The host, for error sentences.</param>
    /// <param name="large">How a large body is handled.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="FetchFaultException">It is larger than the limits allow.</exception>
    /// <exception cref="InvalidDataException">The compressed content is damaged.</exception>
    public static async Task<FetchedBody> ReadAsync(
        Stream wire, IEnumerable<string> encodings, FetchLimits limits, string host, LargeBody large, CancellationToken cancellationToken)
    {
        var content = await ReadToEndAsync(wire, length => OfLength(length, limits.WireBytes, host), large, cancellationToken)
            .ConfigureAwait(false);
        var wireBytes = content.Length;
        foreach (var encoding in encodings.Reverse().Take(2))
            content = await new CompressedBody(content, encoding, limits, host).DecodeAsync(large, cancellationToken).ConfigureAwait(false);
        // Files named .xml.gz are often served without Content-Encoding; no feed begins with these bytes.
        if (CompressedBody.IsGzip(content.Content.Span))
            content = await new CompressedBody(content, "gzip", limits, host).DecodeAsync(large, cancellationToken).ConfigureAwait(false);
        return new FetchedBody(content, wireBytes);
    }

    /// <summary>The fault for content above the limits.</summary>
    public static FetchFaultException TooLarge(string host, long limit) =>
        new($"{host} sent more than {limit / (1024 * 1024)} MiB, which is more than is accepted.");

    /// <summary>The fault for content above a limit; null below it.</summary>
    public static FetchFaultException? OfLength(long length, long limit, string host) => length > limit ? TooLarge(host, limit) : null;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="faultOf">Judges the length so far; null while it is acceptable.</param>
    /// <param name="large">How a large body is handled.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="FetchFaultException">The length is not acceptable.</exception>
    public static async Task<ByteBuffer> ReadToEndAsync(
        Stream stream, Func<long, FetchFaultException?> faultOf, LargeBody large, CancellationToken cancellationToken)
    {
        var content = new ByteBuffer(BufferSize);
        var isWhole = false;
        try
        {
            await content.ReadToEndAsync(stream, faultOf, large, cancellationToken).ConfigureAwait(false);
            isWhole = true;
            return content;
        }
        finally
        {
            if (!isWhole)
                content.Dispose();
        }
    }
}

/// <summary>How a large body is handled.</summary>
/// <param name="MaySpill">It may spill into a temporary file.</param>
/// <param name="Before">
/// Awaited with the length so far, before the body grows beyond <see cref="LargePlace.Small"/> and regularly afterwards; null for nothing.
/// </param>
internal readonly record struct LargeBody(bool MaySpill, Func<long, Task>? Before);
