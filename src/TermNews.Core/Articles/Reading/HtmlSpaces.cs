using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>The text of elements, with spaces between blocks and at line breaks.</summary>
internal static class HtmlSpaces
{
    /// <summary>The text, with its white space.</summary>
    public static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        Append(element, text);
        return text.ToString();
    }

    /// <summary>Replaces line breaks in preformatted text by line feeds: article extraction makes a paragraph of two breaks.</summary>
    public static void KeepLines(IDocument page)
    {
        foreach (var lineBreak in page.QuerySelectorAll("pre br").ToList())
            lineBreak.Parent?.ReplaceChild(page.CreateTextNode("\n"), lineBreak);
    }

    /// <summary>The text of a preformatted element, with a line feed for each line break.</summary>
    public static string LinesOf(IElement element)
    {
        var text = new StringBuilder();
        AppendLines(element, text);
        return text.ToString();
    }

    private static void AppendLines(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText data)
                text.Append(data.Data);
            else if (child is IElement { LocalName: "br" })
                text.Append('\n');
            else
                AppendLines(child, text);
        }
    }

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText data)
            {
                text.Append(data.Data);
            }
            else if (child is IElement element && !HtmlWords.Skipped.Contains(element.LocalName))
            {
                var parts = element.LocalName == "br" || HtmlWords.Blocks.Contains(element.LocalName);
                text.Append(parts ? " " : string.Empty);
                Append(element, text);
                text.Append(parts ? " " : string.Empty);
            }
        }
    }
}
