namespace TermNews.Core.Articles.Writing;

/// <summary>Foreign text in Markdown (CommonMark with GFM): the only place that escapes it.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// The characters with a meaning inside a line (CommonMark §2.4), those of GFM tables and strikethrough, and the number sign, which
    /// ends a heading and makes a tag in note-taking programs.
    /// </summary>
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_[]<>#|~&");

    /// <summary>The text with a backslash before all that Markdown would take for markup.</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny(Special) < 0
        ? text
        : string.Concat(text.Select(static c => Special.Contains(c) ? $"\\{c}" : c.ToString()));

    /// <summary>The text as a link, or only the text.</summary>
    public static string Linked(string text, string? link) => link is null ? Escape(text) : $"[{Escape(text)}]({Bracketed(link)})";

    /// <summary>An address in angle brackets (CommonMark §6.5).</summary>
    public static string Bracketed(string link) =>
        $"<{link.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>";
}
