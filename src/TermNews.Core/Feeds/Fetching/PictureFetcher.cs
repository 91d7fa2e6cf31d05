namespace TermNews.Core.Feeds.Fetching;

/// <summary>Fetches pictures that the reader waits for.</summary>
/// <param name="fetcher">Fetches.</param>
public sealed class PictureFetcher(FeedFetcher fetcher) : IPictureSource
{
    /// <summary>The largest accepted picture in bytes, by choice: generous for a photograph on a web page.</summary>
    private const long MostBytes = 16 * 1024 * 1024;
    /// <summary>The time-out: the article is readable without its pictures.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> FetchPictureAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new NewsException(NewsFault.WrongUse, $"{url} is not a web address; it must begin with http:// or https://.");
        var request = new FetchRequest(url) { Kind = FetchKind.Picture, Timeout = Patience, MostBytes = MostBytes };
        var result = await fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result.Status == FetchStatus.Fetched
            ? result.Content
            : throw new NewsException(NewsFault.Network, result.Error ?? $"{url} sent nothing.");
    }
}
