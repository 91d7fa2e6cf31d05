namespace TermNews.Core.Feeds.Fetching;

/// <summary>Reads the content of an answer within the limits and undoes its compression.</summary>
/// <param name="Content">The content, not compressed.</param>
/// <param name="WireBytes">Its size over the wire.</param>
internal sealed record FetchedBody(ByteBuffer Content, long WireBytes)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Reads a body to its end.</summary>
    /// <param name="wire">The body as it is sent.</param>
    /// <param name="encodings"><c>Content-Encoding</c>, in the order in which they were applied.</param>
    /// <param name="limits">How much is too much.</param>
    /// <param name="host">Who sends it, for the sentence.</param>
    /// <param name="large">What is done with a large body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FetchFaultException">It is larger than the limits allow.</exception>
    /// <exception cref="InvalidDataException">The compressed content is damaged.</exception>
    public static async Task<FetchedBody> ReadAsync(
        Stream wire, IEnumerable<string> encodings, FetchLimits limits, string host, LargeBody large, CancellationToken cancellationToken)
    {
        var content = await ReadToEndAsync(wire, length => OfLength(length, limits.WireBytes, host), large, cancellationToken).ConfigureAwait(false);
        var wireBytes = content.Length;
        foreach (var encoding in encodings.Reverse().Take(2))
            content = await new CompressedBody(content, encoding, limits, host).DecodeAsync(large, cancellationToken).ConfigureAwait(false);
        // Files named .xml.gz are served as they are, without a Content-Encoding; no feed begins with these bytes.
        if (CompressedBody.IsGzip(content.Content.Span))
            content = await new CompressedBody(content, "gzip", limits, host).DecodeAsync(large, cancellationToken).ConfigureAwait(false);
        return new FetchedBody(content, wireBytes);
    }

    /// <summary>The sentence for content that is larger than the limits allow.</summary>
    public static FetchFaultException TooLarge(string host, long limit) =>
        new($"{host} sent more than {limit / (1024 * 1024)} MiB, which is more than is accepted.");

    /// <summary>The fault of content that is larger than a limit; null where it is not.</summary>
    public static FetchFaultException? OfLength(long length, long limit, string host) => length > limit ? TooLarge(host, limit) : null;

    /// <summary>Reads what is sent, to its end.</summary>
    /// <param name="stream">What is sent.</param>
    /// <param name="faultOf">What is wrong with a length; null for nothing.</param>
    /// <param name="large">What is done with a large body.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FetchFaultException">Something is wrong with the length.</exception>
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

/// <summary>What is done with a body that is large.</summary>
/// <param name="MaySpill">It may go into a temporary file.</param>
/// <param name="Before">
/// Waited for before more than <see cref="LargePlace.Small"/> is taken in, and now and then afterwards, told how much there is; null for nothing.
/// </param>
internal readonly record struct LargeBody(bool MaySpill, Func<long, Task>? Before);
