using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Export;

/// <summary>A digest as Markdown (CommonMark): a numbered list for each section.</summary>
internal static class DigestMarkdown
{
    public static void Write(TextWriter output, Digest digest)
    {
        output.Write($"# {MarkdownText.Escape(digest.Title)}\n");
        if (digest.Note is { } note)
            output.Write($"\n{MarkdownText.Escape(note)}\n");
        foreach (var section in digest.Sections)
        {
            output.Write($"\n## {MarkdownText.Escape(section.Title)}\n\n");
            foreach (var (place, row) in section.Rows.Index())
                WriteRow(output, place + 1, new DigestRow(digest, row));
        }
    }

    /// <summary>No foreign text begins a line, where it could become a list or a heading.</summary>
    private static void WriteRow(TextWriter output, int place, DigestRow row)
    {
        var marker = string.Create(CultureInfo.InvariantCulture, $"{place}. ");
        var indent = new string(' ', marker.Length);
        output.Write($"{marker}**{MarkdownText.Linked(row.Headline, row.Link)}**\n");
        output.Write($"{indent}- *{MarkdownText.Escape(row.Origin)}*\n{indent}- {MarkdownText.Escape(row.Reason)}\n");
        if (row.Sources is { } sources)
            output.Write($"{indent}- {MarkdownText.Escape(sources)}\n");
    }
}
