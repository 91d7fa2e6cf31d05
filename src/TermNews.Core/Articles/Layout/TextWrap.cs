namespace TermNews.Core.Articles.Layout;

/// <summary>Wraps plain text at a width in terminal cells.</summary>
public static class TextWrap
{
    /// <summary>The lines of a text, at least one. A line feed always ends a line, and only a word longer than a line is split.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width) => [.. LineBreaking.Cut(text, width).Select(range => text[range])];
}
