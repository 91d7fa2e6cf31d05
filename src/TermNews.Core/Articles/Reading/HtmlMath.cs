using AngleSharp.Dom;
using TermNews.Core.Html;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads MathML.</summary>
internal static class HtmlMath
{
    /// <summary>The formula as text of one line.</summary>
    public static string TextOf(IElement math) => MathText.Of(NodeOf(math));

    /// <summary>Whether an element repeats a formula that is also present as MathML.</summary>
    public static bool IsCopy(IElement element) =>
        element.GetAttribute("aria-hidden") == "true" && element.ClassList.Any(
            name => name is "katex-html" or "mwe-math-fallback-image-inline" or "mwe-math-fallback-image-display");

    private static MathNode NodeOf(IElement element)
    {
        var node = new MathNode(element.LocalName);
        node.Children.AddRange(element.Children.Where(part => part.LocalName is not ("annotation" or "annotation-xml")).Select(NodeOf));
        if (node.Children.Count == 0)
            node.Text = string.Concat(element.ChildNodes.OfType<IText>().Select(text => text.Data));
        return node;
    }
}
