namespace TermNews.Core.Articles;

/// <summary>A block-level part of an article. A document is a list of blocks; some blocks contain others.</summary>
/// <remarks>
/// This folder is the model of articles. Its folders see each other in one direction only: Layout sees the model, Writing sees Layout, and
/// Reading sees Writing.
/// </remarks>
public abstract record Block
{
    /// <summary>The names by which links of the same document lead to it.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];
}

/// <summary>A paragraph.</summary>
/// <param name="Text">Its inlines, never empty.</param>
public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>A heading inside the text.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its inlines, never empty.</param>
public sealed record Heading(int Level, IReadOnlyList<Inline> Text) : Block;

/// <summary>A quotation.</summary>
/// <param name="Blocks">The quoted blocks.</param>
public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

/// <summary>A list with bullets or numbers.</summary>
/// <param name="IsOrdered">Numbered.</param>
/// <param name="Start">The number of the first item.</param>
/// <param name="Items">The items, a list of blocks each.</param>
public sealed record ListBlock(bool IsOrdered, int Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block
{
    /// <summary>The style of its numbers.</summary>
    public ListNumbering Numbering { get; init; }

    /// <summary>The number of each item if they do not count up from <see cref="Start"/>; else empty.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The number of the item with an index from 0.</summary>
    public int NumberOf(int item) => item < Numbers.Count ? Numbers[item] : Start + item;
}

/// <summary>A style of numbers in lists.</summary>
public enum ListNumbering
{
    /// <summary>1, 2, 3.</summary>
    Digits,

    /// <summary>a, b, c.</summary>
    LowerLetters,

    /// <summary>A, B, C.</summary>
    UpperLetters,

    /// <summary>i, ii, iii.</summary>
    LowerRoman,

    /// <summary>I, II, III.</summary>
    UpperRoman,
}

/// <summary>A disclosure (HTML <c>details</c>).</summary>
/// <param name="Summary">The part that is always visible; empty if the page has none.</param>
/// <param name="Blocks">The part that a browser hides at first.</param>
public sealed record Details(IReadOnlyList<Inline> Summary, IReadOnlyList<Block> Blocks) : Block;

/// <summary>Preformatted text.</summary>
/// <param name="Text">Lines with line feeds between them.</param>
/// <param name="Language">The programming language as the page names it, or null.</param>
public sealed record CodeBlock(string Text, string? Language) : Block;

/// <summary>A table of data. Tables for layout become other blocks.</summary>
/// <param name="Headers">The header rows, often one or none.</param>
/// <param name="Rows">The other rows. All rows have the same number of cells.</param>
public sealed record Table(IReadOnlyList<TableRow> Headers, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Plain text of one line, or null.</summary>
    public string? Caption { get; init; }
}

/// <summary>One row of a <see cref="Table"/>.</summary>
/// <param name="Cells">The inlines of each cell; an empty list for an empty cell.</param>
public sealed record TableRow(IReadOnlyList<IReadOnlyList<Inline>> Cells);

/// <summary>A picture on lines of its own.</summary>
/// <param name="Url">Its address, http(s); null if only the caption is known.</param>
/// <param name="Alt">Its alternative text, plain text of one line, or null.</param>
/// <param name="Caption">Plain text of one line, the credit included, or null.</param>
public sealed record Figure(string? Url, string? Alt, string? Caption) : Block;

/// <summary>A thematic break (HTML <c>hr</c>).</summary>
public sealed record Rule : Block;

/// <summary>A list of terms with their descriptions.</summary>
/// <param name="Entries">In the order of the page.</param>
public sealed record DefinitionList(IReadOnlyList<Definition> Entries) : Block;

/// <summary>One entry of a <see cref="DefinitionList"/>.</summary>
/// <param name="Term">The term; empty if the page has none.</param>
/// <param name="Details">Its description.</param>
public sealed record Definition(IReadOnlyList<Inline> Term, IReadOnlyList<Block> Details);

/// <summary>Embedded content that a terminal cannot show: a video, audio, a post of another site.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Title">Plain text of one line, or null.</param>
public sealed record Embed(EmbedKind Kind, string Url, string? Title) : Block;

/// <summary>A kind of <see cref="Embed"/>.</summary>
public enum EmbedKind
{
    /// <summary>A video.</summary>
    Video,

    /// <summary>Audio.</summary>
    Audio,

    /// <summary>A frame with another page.</summary>
    Page,

    /// <summary>A post of a social network.</summary>
    Post,
}
