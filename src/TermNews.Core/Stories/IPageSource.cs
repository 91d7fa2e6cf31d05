namespace TermNews.Core.Stories;

/// <summary>Fetches web pages, within the limits that hold for feeds.</summary>
public interface IPageSource
{
    /// <summary>Fetches a page.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.Network"/>: it cannot be fetched; the sentence says why.</exception>
    Task<FetchedPage> FetchPageAsync(string url, CancellationToken cancellationToken);
}

/// <summary>A web page as it was sent.</summary>
/// <param name="Url">The final address, after redirects.</param>
/// <param name="Content">Its bytes, not compressed.</param>
/// <param name="ContentType">The <c>Content-Type</c> as it was sent, or null.</param>
public sealed record FetchedPage(string Url, ReadOnlyMemory<byte> Content, string? ContentType);
