using TermNews.Core.Pictures;

namespace TermNews.Core.Articles.Layout;

/// <summary>Blocks laid out for a width.</summary>
/// <param name="Lines">From top to bottom, not wider than the page; <see cref="TextLine.Block"/> indexes the outermost blocks.</param>
/// <param name="Links">The links; <see cref="TextRun.Target"/> is an index into them.</param>
public sealed record ArticlePage(IReadOnlyList<TextLine> Lines, IReadOnlyList<ArticleLink> Links)
{
    /// <summary>The line of each anchor that a link of the document leads to.</summary>
    public IReadOnlyDictionary<string, int> Anchors { get; init; } = new Dictionary<string, int>();

    /// <summary>The headings, from top to bottom.</summary>
    public IReadOnlyList<PlacedHeading> Headings { get; init; } = [];
}

/// <summary>A heading of a page.</summary>
/// <param name="Line">The index of its line.</param>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Plain text of one line.</param>
public sealed record PlacedHeading(int Line, int Level, string Text);

/// <summary>A link of an article; an address that occurs again keeps its number.</summary>
/// <param name="Number">From 1, as shown in brackets; 0 for a link inside the document.</param>
/// <param name="Url">Its address.</param>
/// <param name="Text">Its text in the article.</param>
public sealed record ArticleLink(int Number, string Url, string Text);

/// <summary>The options of a layout besides the width.</summary>
public sealed record LayoutOptions
{
    /// <summary>The defaults: UTF-8, with numbered links.</summary>
    public static LayoutOptions Default { get; } = new();

    /// <summary>Bullets, bars, rules and ellipses of the layout are ASCII; the text itself is not changed.</summary>
    public bool Ascii { get; init; }

    /// <summary>The number of a link follows it in brackets.</summary>
    public bool LinkNumbers { get; init; } = true;

    /// <summary>Paragraphs without a letter of a known direction are right-to-left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>Blank lines between two lines of text: 0, 1 or 2.</summary>
    public int LineSpacing { get; init; }

    /// <summary>The pictures that are shown; null for captions only.</summary>
    public PictureShelf? Pictures { get; init; }

    /// <summary>Only the words of the article: no placeholders of pictures and videos, no link numbers.</summary>
    internal bool WordsOnly { get; init; }
}
