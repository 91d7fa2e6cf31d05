namespace TermNews.Core.Articles;

/// <summary>A part of a line of text.</summary>
public abstract record Inline;

/// <summary>Text as it is, white space folded, without control characters.</summary>
/// <param name="Text">Never empty.</param>
public sealed record TextInline(string Text) : Inline;

/// <summary>Stressed text, usually slanted.</summary>
/// <param name="Children">What is stressed.</param>
public sealed record Emphasis(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Weighty text, usually bold.</summary>
/// <param name="Children">What is weighty.</param>
public sealed record Strong(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Text that no longer holds.</summary>
/// <param name="Children">What is struck through.</param>
public sealed record Strike(IReadOnlyList<Inline> Children) : Inline;

/// <summary>A piece of code, a key, or a program's output.</summary>
/// <param name="Text">Never empty.</param>
public sealed record CodeInline(string Text) : Inline;

/// <summary>A key to press.</summary>
/// <param name="Text">Never empty.</param>
public sealed record KeyInline(string Text) : Inline;

/// <summary>A short form and what it stands for.</summary>
/// <param name="Meaning">Plain text of one line, never empty.</param>
/// <param name="Children">The short form.</param>
public sealed record Abbreviation(string Meaning, IReadOnlyList<Inline> Children) : Inline;

/// <summary>Text that leads somewhere.</summary>
/// <param name="Url">Absolute: http(s), mailto, gopher or gemini; or <c>#</c> and one of the <see cref="Block.Anchors"/> of the document.</param>
/// <param name="Children">The text, never empty.</param>
public sealed record LinkInline(string Url, IReadOnlyList<Inline> Children) : Inline;

/// <summary>Raised text.</summary>
/// <param name="Children">What is raised.</param>
public sealed record Superscript(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Lowered text.</summary>
/// <param name="Children">What is lowered.</param>
public sealed record Subscript(IReadOnlyList<Inline> Children) : Inline;

/// <summary>A small picture in the line: an emoji, an icon.</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Alt">What stands in for it, never empty.</param>
public sealed record ImageInline(string Url, string Alt) : Inline;

/// <summary>A line end inside a paragraph.</summary>
public sealed record LineBreak : Inline;
