using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads HTML into blocks. Any input is accepted; size is bounded, and elements beyond the greatest depth are flattened.</summary>
public static class HtmlArticleReader
{
    /// <summary>Reads a fragment or a page.</summary>
    /// <param name="safeHtml">HTML.</param>
    /// <param name="baseUrl">The base of relative addresses; null to drop them.</param>
    public static IReadOnlyList<Block> Read(string safeHtml, Uri? baseUrl)
    {
        var bounded = HtmlBounds.Apply(safeHtml, HtmlBounds.ForText);
        using var document = new HtmlParser().ParseDocument(bounded.Html);
        return document.Body is { } body ? Read(body, baseUrl) : [];
    }

    /// <summary>Reads the content of an element of a bounded page.</summary>
    /// <param name="element">The element.</param>
    /// <param name="baseUrl">The base of relative addresses; null to drop them.</param>
    internal static IReadOnlyList<Block> Read(IElement element, Uri? baseUrl) =>
        new DomReader(baseUrl, HtmlAnchors.Of(element, baseUrl)).Read(element);
}
