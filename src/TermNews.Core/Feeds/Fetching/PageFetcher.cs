namespace TermNews.Core.Feeds.Fetching;

/// <summary>Fetches web pages that the reader waits for.</summary>
/// <param name="fetcher">Fetches.</param>
public sealed class PageFetcher(FeedFetcher fetcher) : IPageSource
{
    /// <inheritdoc/>
    public async Task<FetchedPage> FetchPageAsync(string url, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new NewsException(NewsFault.WrongUse, $"{url} is not a web address; it must begin with http:// or https://.");
        var request = new FetchRequest(url) { Kind = FetchKind.Page };
        var result = await fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result.Status == FetchStatus.Fetched
            ? new FetchedPage(result.Url, result.Content, result.ContentType)
            : throw new NewsException(NewsFault.Network, result.Error ?? $"{url} sent nothing.");
    }
}
