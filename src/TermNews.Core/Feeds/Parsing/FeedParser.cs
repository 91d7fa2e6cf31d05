using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>
/// Reads feed documents: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, well-formed or not. This is the front door of the
/// folder; <see cref="LongFeed"/> reads documents that are not held in memory, and <see cref="EntryMapping"/> turns entries into stories.
/// </summary>
public static class FeedParser
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">The bytes, gzipped or not.</param>
    /// <param name="url">The address of the document, base of relative links; null if unknown.</param>
    /// <param name="contentType">The HTTP <c>Content-Type</c> as it was sent, or null.</param>
    /// <exception cref="NewsException">The document is no feed; the message says what it is.</exception>
    public static ParsedFeed Parse(ReadOnlyMemory<byte> document, string? url, string? contentType) =>
        ParseUnpacked(GzipDocument.Inflate(document), url, contentType, isRaw: false);

    /// <summary>
    /// Reads a document and leaves the texts of its entries as sent: neither safe nor with absolute links. For inspection, not for
    /// storage or display.
    /// </summary>
    /// <inheritdoc cref="Parse"/>
    public static ParsedFeed ParseRaw(ReadOnlyMemory<byte> document, string? url, string? contentType) =>
        ParseUnpacked(GzipDocument.Inflate(document), url, contentType, isRaw: true);

    /// <summary>Reads a document that is not gzipped, such as one that was fetched.</summary>
    /// <inheritdoc cref="Parse"/>
    internal static ParsedFeed ParseUnpacked(ReadOnlyMemory<byte> document, string? url, string? contentType, bool isRaw = false)
    {
        GzipDocument.RequireSize(document.Length);
        var warnings = new List<string>();
        using var text = DocumentEncoding.Read(document, contentType, warnings);
        var start = FeedSniffer.FindStart(text.Window.Span);
        var content = text.Window[start..];
        return content.Span is ['{' or '[', ..]
            ? JsonFeedParser.Parse(content.ToString(), url, warnings, isRaw)
            : XmlFeedParser.Parse(text, url, warnings, isRaw);
    }
}
