namespace TermNews.Core.Feeds.Fetching;

/// <summary>Upper limits of one fetch, so that no server can fill the memory.</summary>
/// <param name="WireBytes">Bytes over the wire.</param>
/// <param name="ContentBytes">Bytes after decompression.</param>
/// <param name="Redirects">Redirects of one fetch.</param>
internal sealed record FetchLimits(long WireBytes, long ContentBytes, int Redirects)
{
    private const long MiB = 1024 * 1024;

    /// <summary>The limits of the program.</summary>
    public static FetchLimits Default { get; } = new(128 * MiB, 128 * MiB, 10);
}
