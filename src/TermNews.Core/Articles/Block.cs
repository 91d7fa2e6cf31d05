namespace TermNews.Core.Articles;

/// <summary>A part of an article that stands on lines of its own. A document is a list of them; a few hold others.</summary>
public abstract record Block
{
    /// <summary>Names by which links of the same document lead here.</summary>
    public IReadOnlyList<string> Anchors { get; init; } = [];
}

/// <summary>Running text.</summary>
/// <param name="Text">Its inlines, never empty.</param>
public sealed record Paragraph(IReadOnlyList<Inline> Text) : Block;

/// <summary>A headline inside the text.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Its inlines, never empty.</param>
public sealed record Heading(int Level, IReadOnlyList<Inline> Text) : Block;

/// <summary>Somebody else's words.</summary>
/// <param name="Blocks">What is quoted.</param>
public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

/// <summary>A list with bullets or numbers.</summary>
/// <param name="IsOrdered">Numbered.</param>
/// <param name="Start">The number of the first item.</param>
/// <param name="Items">Each item is a list of blocks.</param>
public sealed record ListBlock(bool IsOrdered, int Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block
{
    /// <summary>How the numbers are written.</summary>
    public ListNumbering Numbering { get; init; }

    /// <summary>The number of each item, where they do not go up by one from <see cref="Start"/>; else empty.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The number of an item, counted from 0.</summary>
    public int NumberOf(int item) => item < Numbers.Count ? Numbers[item] : Start + item;
}

/// <summary>How the numbers of a list are written.</summary>
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

/// <summary>What a page shows only when asked (HTML <c>details</c>).</summary>
/// <param name="Summary">What it shows at once; empty where the page has none.</param>
/// <param name="Blocks">The rest.</param>
public sealed record Details(IReadOnlyList<Inline> Summary, IReadOnlyList<Block> Blocks) : Block;

/// <summary>Text whose spaces and line ends count.</summary>
/// <param name="Text">Lines parted by line feeds.</param>
/// <param name="Language">The programming language as the page names it, or null.</param>
public sealed record CodeBlock(string Text, string? Language) : Block;

/// <summary>A table of data; tables that only arrange a page become other blocks.</summary>
/// <param name="Headers">The rows of the head, often one or none.</param>
/// <param name="Rows">The other rows. All rows have the same number of cells.</param>
public sealed record Table(IReadOnlyList<TableRow> Headers, IReadOnlyList<TableRow> Rows) : Block
{
    /// <summary>Plain text of one line, or null.</summary>
    public string? Caption { get; init; }
}

/// <summary>One row of a <see cref="Table"/>.</summary>
/// <param name="Cells">The inlines of each cell; an empty list where a cell is empty.</param>
public sealed record TableRow(IReadOnlyList<IReadOnlyList<Inline>> Cells);

/// <summary>A picture that stands by itself.</summary>
/// <param name="Url">Its address, http(s), or null where only the caption is known.</param>
/// <param name="Alt">What stands in for it, plain text of one line, or null.</param>
/// <param name="Caption">Plain text of one line, the credit included, or null.</param>
public sealed record Figure(string? Url, string? Alt, string? Caption) : Block;

/// <summary>A change of subject (HTML <c>hr</c>).</summary>
public sealed record Rule : Block;

/// <summary>Terms and what they mean.</summary>
/// <param name="Entries">In the order of the page.</param>
public sealed record DefinitionList(IReadOnlyList<Definition> Entries) : Block;

/// <summary>One entry of a <see cref="DefinitionList"/>.</summary>
/// <param name="Term">The term; empty where the page has none.</param>
/// <param name="Details">What it means.</param>
public sealed record Definition(IReadOnlyList<Inline> Term, IReadOnlyList<Block> Details);

/// <summary>Something a terminal cannot show in the text: a video, a sound, a post of another site.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Title">Plain text of one line, or null.</param>
public sealed record Embed(EmbedKind Kind, string Url, string? Title) : Block;

/// <summary>What an <see cref="Embed"/> is.</summary>
public enum EmbedKind
{
    /// <summary>Moving pictures.</summary>
    Video,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>A part of another page.</summary>
    Page,

    /// <summary>A post of a social network.</summary>
    Post,
}
