using AngleSharp.Dom;

namespace TermNews.Core.Articles.Reading;

/// <summary>Reads the parts of definition lists.</summary>
internal static class HtmlDefinitions
{
    /// <summary>An entry with a term; blocks of the term that are not text belong to its description.</summary>
    public static Definition EntryOf(List<Block> term) =>
        new([.. term.OfType<Paragraph>().SelectMany(paragraph => paragraph.Text)], [.. term.Where(block => block is not Paragraph)]);

    /// <summary>The children of a definition list; a <c>div</c> may contain an entry.</summary>
    public static IEnumerable<INode> PartsOf(IElement list)
    {
        foreach (var child in list.ChildNodes)
        {
            if (child is IElement { LocalName: "div" } group && group.Children.Any(part => part.LocalName is "dt" or "dd"))
            {
                foreach (var part in group.ChildNodes)
                    yield return part;
            }
            else if (child is IElement inner ? !DomReader.IsHidden(inner) : !string.IsNullOrWhiteSpace((child as IText)?.Data))
            {
                yield return child;
            }
        }
    }
}
