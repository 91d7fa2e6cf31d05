namespace TermNews.Core.Articles;

/// <summary>An inline part of a text.</summary>
public abstract record Inline;

/// <summary>Plain text, with white space collapsed and without control characters.</summary>
/// <param name="Text">Never empty.</param>
public sealed record TextInline(string Text) : Inline;

/// <summary>Emphasis, usually italic.</summary>
/// <param name="Children">The emphasized text.</param>
public sealed record Emphasis(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Strong importance, usually bold.</summary>
/// <param name="Children">The important text.</param>
public sealed record Strong(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Text that is no longer valid, struck through.</summary>
/// <param name="Children">The struck text.</param>
public sealed record Strike(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Inline code or the output of a program.</summary>
/// <param name="Text">Never empty.</param>
public sealed record CodeInline(string Text) : Inline;

/// <summary>A key to press.</summary>
/// <param name="Text">Never empty.</param>
public sealed record KeyInline(string Text) : Inline;

/// <summary>An abbreviation and its meaning.</summary>
/// <param name="Meaning">Plain text of one line, never empty.</param>
/// <param name="Children">The abbreviation.</param>
public sealed record Abbreviation(string Meaning, IReadOnlyList<Inline> Children) : Inline;

/// <summary>A link.</summary>
/// <param name="Url">Absolute: http(s), mailto, gopher or gemini; or <c>#</c> and one of the <see cref="Block.Anchors"/>.</param>
/// <param name="Children">The text, never empty.</param>
public sealed record LinkInline(string Url, IReadOnlyList<Inline> Children) : Inline;

/// <summary>Superscript.</summary>
/// <param name="Children">The raised text.</param>
public sealed record Superscript(IReadOnlyList<Inline> Children) : Inline;

/// <summary>Subscript.</summary>
/// <param name="Children">The lowered text.</param>
public sealed record Subscript(IReadOnlyList<Inline> Children) : Inline;

/// <summary>A small picture in the line: an emoji, an icon.</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Alt">Its alternative text, never empty.</param>
public sealed record ImageInline(string Url, string Alt) : Inline;

/// <summary>A line break inside a paragraph.</summary>
public sealed record LineBreak : Inline;
