using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads HTML into blocks. Anything is accepted; depth and size are bounded, and what is deeper is flattened.</summary>
public static class HtmlArticleReader
{
    /// <summary>Reads a fragment or a page.</summary>
    /// <param name="safeHtml">HTML.</param>
    /// <param name="baseUrl">What relative addresses are relative to, or null to take only absolute ones.</param>
    public static IReadOnlyList<Block> Read(string safeHtml, Uri? baseUrl)
    {
        var bounded = HtmlBounds.Apply(safeHtml, HtmlBounds.ForText);
        using var document = new HtmlParser().ParseDocument(bounded.Html);
        return document.Body is { } body ? Read(body, baseUrl) : [];
    }

    /// <summary>Reads what is inside an element of a bounded page.</summary>
    /// <param name="element">The element.</param>
    /// <param name="baseUrl">What relative addresses are relative to, or null to take only absolute ones.</param>
    internal static IReadOnlyList<Block> Read(IElement element, Uri? baseUrl) => new DomReader(baseUrl, HtmlAnchors.Of(element, baseUrl)).Read(element);
}
