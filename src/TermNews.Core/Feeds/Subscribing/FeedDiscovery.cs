using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Feeds.Subscribing;

/// <summary>A feed found for an address.</summary>
/// <param name="FeedUrl">Its address.</param>
/// <param name="Result">The result of fetching it.</param>
/// <param name="Content">Its parsed content.</param>
/// <param name="OtherFeedUrls">Other feeds that the page links to.</param>
internal sealed record DiscoveredFeed(string FeedUrl, FetchResult Result, FeedContent Content, IReadOnlyList<string> OtherFeedUrls);

/// <summary>Feed discovery: at the address itself, by the page's links, or in the usual places.</summary>
internal sealed class FeedDiscovery(FeedFetcher fetcher, FeedReading read)
{
    /// <summary>Feeds of a page that are tried at most: the first that works is taken.</summary>
    private const int MostTries = 4;

    /// <summary>The time-out per address; the reader waits for the result.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Finds the feed for the typed text.</summary>
    /// <exception cref="NewsException">No feed was found, or nothing could be fetched; the message says which.</exception>
    public async Task<DiscoveredFeed> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var page = await FetchFirstAsync(FeedAddress.Candidates(typed), cancellationToken).ConfigureAwait(false);
        var (found, fault) = Read(page.Url, page.Result, []);
        if (found is not null)
            return found;
        IReadOnlyList<string> named = IsMarkup(page.Result) ? FeedLinks.Find(page.Result.Content, page.Result.Url) : [];
        return await FirstFeedAsync(named, named, MostTries, cancellationToken).ConfigureAwait(false)
            ?? await FirstFeedAsync(UsualPlaces(page.Result.Url), [], FeedLinks.UsualPlaces.Count, cancellationToken).ConfigureAwait(false)
            ?? throw None(typed, page.Result, fault);
    }

    private async Task<(string Url, FetchResult Result)> FetchFirstAsync(IReadOnlyList<string> urls, CancellationToken cancellationToken)
    {
        string? firstError = null;
        foreach (var url in urls)
        {
            var result = await FetchAsync(url, cancellationToken).ConfigureAwait(false);
            if (result.Status == FetchStatus.Fetched)
                return (url, result);
            firstError ??= result.Error;
        }
        throw new NewsException(NewsFault.Network, firstError ?? "Nothing was sent.");
    }

    private async Task<DiscoveredFeed?> FirstFeedAsync(
        IReadOnlyList<string> urls, IReadOnlyList<string> named, int tries, CancellationToken cancellationToken)
    {
        foreach (var url in urls.Take(tries))
        {
            var result = await FetchAsync(url, cancellationToken).ConfigureAwait(false);
            if (result.Status == FetchStatus.Fetched && Read(url, result, [.. named.Where(other => other != url)]).Found is { } found)
                return found;
        }
        return null;
    }

    private Task<FetchResult> FetchAsync(string url, CancellationToken cancellationToken) =>
        fetcher.FetchAsync(new FetchRequest(url) { Kind = FetchKind.Address, Timeout = Timeout }, cancellationToken);

    private (DiscoveredFeed? Found, NewsException? Fault) Read(string url, FetchResult result, IReadOnlyList<string> others)
    {
        if (LooksLikePage(result))
            return (null, null);
        try
        {
            return (new DiscoveredFeed(result.MovedTo ?? url, result, read(result.Content, result.Url, result.ContentType), others), null);
        }
        catch (NewsException ex)
        {
            return (null, ex);
        }
    }

    private static IReadOnlyList<string> UsualPlaces(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? [.. FeedLinks.UsualPlaces.Select(place => new Uri(uri, place).AbsoluteUri)]
            : [];

    private static NewsException None(string typed, FetchResult page, NewsException? fault)
    {
        var place = Uri.TryCreate(page.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? FetchFault.HostOf(uri) : ForeignText.CleanLine(typed);
        return fault is not null && !IsMarkup(page)
            ? fault
            : new NewsException(NewsFault.WrongUse,
                $"No feed was found at {place}: the page names none, and there is none in the usual places. "
                + "Give the feed's own address.", fault);
    }

    private static bool IsMarkup(FetchResult result) => result.Content.Span.TrimStart(" \t\r\n\uFEFF"u8).StartsWith("<"u8);

    /// <summary>Whether content is a web page: the tolerant parser would read one as a feed without entries.</summary>
    private static bool LooksLikePage(FetchResult result)
    {
        var start = result.Content.Span[..Math.Min(result.Content.Length, 512)];
        var words = System.Text.Encoding.Latin1.GetString(start).TrimStart();
        return words.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
