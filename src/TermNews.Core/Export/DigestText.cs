using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Export;

/// <summary>A digest as plain text of at most 78 columns, for a mail or a login message.</summary>
internal static class DigestText
{
    /// <summary>RFC 5322 §2.1.1: a line of mail should have at most 78 characters.</summary>
    private const int Width = 78;

    private const string Indent = "    ";

    public static void Write(TextWriter output, Digest digest)
    {
        output.Write(digest.Title + "\n");
        if (digest.Note is { } note)
            output.Write(note + "\n");
        foreach (var section in digest.Sections)
        {
            output.Write($"\n{section.Title}\n{new string('-', section.Title.Length)}\n");
            foreach (var (place, row) in section.Rows.Index())
                WriteRow(output, place + 1, new DigestRow(digest, row));
        }
    }

    private static void WriteRow(TextWriter output, int place, DigestRow row)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{place,2}. ");
        output.Write("\n");
        WriteLines(output, row.Headline, number);
        WriteLines(output, row.Origin, Indent);
        WriteLines(output, row.Reason, Indent);
        if (row.Sources is { } sources)
            WriteLines(output, sources, Indent);
        if (row.Link is { } link)
            WriteLines(output, TextWidth.Of(link) <= Width - Indent.Length ? link : $"<{link}>", Indent);   // RFC 3986, appendix C.
    }

    private static void WriteLines(TextWriter output, string text, string first)
    {
        foreach (var (at, line) in TextWrap.Wrap(text, Width - first.Length).Index())
            output.Write($"{(at == 0 ? first : new string(' ', first.Length))}{line}".TrimEnd() + "\n");
    }
}
