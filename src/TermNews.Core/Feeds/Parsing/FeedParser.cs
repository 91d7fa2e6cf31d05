namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads feed documents: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF and JSON Feed, well-formed or not.</summary>
public static class FeedParser
{
    /// <summary>Reads a document.</summary>
    /// <param name="document">Its bytes, gzipped or not.</param>
    /// <param name="url">Where it came from; relative addresses are relative to it. Null where unknown.</param>
    /// <param name="contentType">The HTTP <c>Content-Type</c> as it was sent, or null.</param>
    /// <exception cref="NewsException">It is no feed; the message says what it is instead.</exception>
    public static ParsedFeed Parse(ReadOnlyMemory<byte> document, string? url, string? contentType) =>
        Parse(document, url, contentType, isRaw: false);

    /// <summary>
    /// Reads a document and leaves the bodies of its entries as they were sent: neither safe nor with absolute links. For looking at, not for
    /// keeping or showing.
    /// </summary>
    /// <inheritdoc cref="Parse(ReadOnlyMemory{byte}, string?, string?)"/>
    public static ParsedFeed ParseRaw(ReadOnlyMemory<byte> document, string? url, string? contentType) =>
        Parse(document, url, contentType, isRaw: true);

    private static ParsedFeed Parse(ReadOnlyMemory<byte> document, string? url, string? contentType, bool isRaw)
    {
        var warnings = new List<string>();
        using var text = DocumentEncoding.Read(GzipDocument.Inflate(document), contentType, warnings);
        var start = FeedSniffer.FindStart(text.Window.Span);
        var content = text.Window[start..];
        return content.Span is ['{' or '[', ..]
            ? JsonFeedParser.Parse(content.ToString(), url, warnings, isRaw)
            : XmlFeedParser.Parse(text, url, warnings, isRaw);
    }
}
