using System.Buffers;

namespace TermNews.Core.Export;

/// <summary>Foreign text in Markdown.</summary>
internal static class MarkdownText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]<>#|~&!");

    /// <summary>What Markdown would take for markup is escaped (CommonMark §2.4).</summary>
    public static string Escape(string text) => text.AsSpan().IndexOfAny(Special) < 0
        ? text
        : string.Concat(text.Select(c => Special.Contains(c) ? $"\\{c}" : c.ToString()));

    /// <summary>A text that leads somewhere, or only the text.</summary>
    public static string Linked(string text, string? link) => link is null
        ? Escape(text)
        : $"[{Escape(text)}](<{link.Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)}>)";
}
