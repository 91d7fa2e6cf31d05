using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>Blocks laid out for a width.</summary>
/// <param name="Lines">From top to bottom, none wider than asked; <see cref="TextLine.Block"/> is the index of the outermost block.</param>
/// <param name="Links">Where the links lead; <see cref="TextRun.Target"/> is an index into it.</param>
public sealed record ArticlePage(IReadOnlyList<TextLine> Lines, IReadOnlyList<ArticleLink> Links);

/// <summary>A link of an article; one that occurs again keeps its number.</summary>
/// <param name="Number">Counted from 1, as shown in brackets.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Text">What the article calls it.</param>
public sealed record ArticleLink(int Number, string Url, string Text);

/// <summary>What a layout depends on besides the width.</summary>
public sealed record LayoutOptions
{
    /// <summary>UTF-8, with numbered links.</summary>
    public static LayoutOptions Default { get; } = new();

    /// <summary>ASCII stands in for bullets, bars, rules and ellipses of the layout; the text itself stays.</summary>
    public bool Ascii { get; init; }

    /// <summary>Links are followed by their number in brackets.</summary>
    public bool LinkNumbers { get; init; } = true;

    /// <summary>The words of the article alone: nothing is said about pictures without captions, videos, and where links lead.</summary>
    internal bool WordsOnly { get; init; }
}
