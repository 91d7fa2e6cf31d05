using TermNews.Core.Pictures;
using TermNews.Core.Text;

namespace TermNews.Core.Articles.Layout;

/// <summary>Blocks laid out for a width.</summary>
/// <param name="Lines">From top to bottom, none wider than asked; <see cref="TextLine.Block"/> is the index of the outermost block.</param>
/// <param name="Links">Where the links lead; <see cref="TextRun.Target"/> is an index into it.</param>
public sealed record ArticlePage(IReadOnlyList<TextLine> Lines, IReadOnlyList<ArticleLink> Links)
{
    /// <summary>The line of each place that a link of the document leads to.</summary>
    public IReadOnlyDictionary<string, int> Anchors { get; init; } = new Dictionary<string, int>();

    /// <summary>The headings, from top to bottom.</summary>
    public IReadOnlyList<PlacedHeading> Headings { get; init; } = [];
}

/// <summary>A heading of a page.</summary>
/// <param name="Line">The line it stands on.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Plain text of one line.</param>
public sealed record PlacedHeading(int Line, int Level, string Text);

/// <summary>A link of an article; one that occurs again keeps its number.</summary>
/// <param name="Number">Counted from 1, as shown in brackets; 0 for a link to a place in the same document.</param>
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

    /// <summary>Paragraphs whose first letter tells nothing run from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Blank lines between two lines of text: 0, 1 or 2.</summary>
    public int LineSpacing { get; init; }

    /// <summary>The pictures that are shown; null for captions only.</summary>
    public PictureShelf? Pictures { get; init; }

    /// <summary>The words of the article alone: nothing is said about pictures without captions, videos, and where links lead.</summary>
    internal bool WordsOnly { get; init; }
}
