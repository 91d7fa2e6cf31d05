using System.Text;
using AngleSharp.Dom;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>Writes MathML in a line: <c>(a+b)/2</c>, <c>x^2</c>, <c>√(n+1)</c>.</summary>
internal static class HtmlMath
{
    /// <summary>The formula as text.</summary>
    public static string TextOf(IElement math)
    {
        var text = new StringBuilder();
        Append(math, text);
        return ForeignText.CleanLine(text.ToString());
    }

    /// <summary>Whether it shows a formula that stands there as MathML too.</summary>
    public static bool IsCopy(IElement element) =>
        element.GetAttribute("aria-hidden") == "true" && element.ClassList.Any(name => name is "katex-html" or "mwe-math-fallback-image-inline");

    private static void Append(IElement element, StringBuilder text)
    {
        List<IElement> parts = [.. element.Children.Where(part => part.LocalName is not ("annotation" or "annotation-xml"))];
        switch (element.LocalName, parts)
        {
            case ("mfrac", [var above, var below]): Join(text, above, "/", below); break;
            case ("msup" or "mover", [var below, var above]): Join(text, below, "^", above); break;
            case ("msub" or "munder", [var above, var below]): Join(text, above, "_", below); break;
            case ("msubsup" or "munderover", [var middle, var below, var above]):
                Join(text, middle, "_", below);
                text.Append('^').Append(Grouped(above));
                break;
            case ("msqrt", _): text.Append("√(").Append(Inner(element, parts)).Append(')'); break;
            case ("mroot", [var under, var degree]): text.Append(Grouped(degree)).Append("√(").Append(Text(under)).Append(')'); break;
            case ("mtr", _): text.Append(string.Join(" ", parts.Select(Text))).Append("; "); break;
            default: text.Append(Inner(element, parts)); break;
        }
    }

    private static void Join(StringBuilder text, IElement first, string sign, IElement second) =>
        text.Append(Grouped(first)).Append(sign).Append(Grouped(second));

    private static string Text(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    private static string Inner(IElement element, List<IElement> parts) =>
        parts.Count > 0 ? string.Concat(parts.Select(Text)) : element.LocalName.StartsWith("annotation", StringComparison.Ordinal) ? ""
        : element.TextContent.Trim();

    private static string Grouped(IElement element)
    {
        var text = Text(element);
        return text.Length <= 1 || text.All(char.IsLetterOrDigit) ? text : $"({text})";
    }
}
