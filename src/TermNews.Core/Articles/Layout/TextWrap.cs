namespace TermNews.Core.Articles.Layout;

/// <summary>Wraps plain text at a width in terminal cells.</summary>
public static class TextWrap
{
    /// <summary>The lines of a text, at least one; a line feed always ends one, and a word is cut only where it is longer.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width) => [.. LineBreaking.Cut(text, width).Select(range => text[range])];
}
