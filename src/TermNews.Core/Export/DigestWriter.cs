namespace TermNews.Core.Export;

/// <summary>How a digest is written.</summary>
public enum DigestFormat
{
    /// <summary>Plain text of at most 78 columns.</summary>
    Text,

    /// <summary>Markdown (CommonMark).</summary>
    Markdown,

    /// <summary>A document that mail programs show.</summary>
    Html,
}

/// <summary>Writes digests; the same digest gives the same document.</summary>
public static class DigestWriter
{
    private static readonly (string Word, DigestFormat Format)[] Table =
        [("text", DigestFormat.Text), ("md", DigestFormat.Markdown), ("html", DigestFormat.Html)];

    /// <summary>The words that users type for formats.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. Table.Select(row => row.Word)];

    /// <summary>The format that one of <see cref="Words"/> names.</summary>
    public static DigestFormat Parse(string word) => Table.First(row => row.Word == word).Format;

    /// <summary>Writes a digest.</summary>
    public static void Write(TextWriter output, Digest digest, DigestFormat format)
    {
        switch (format)
        {
            case DigestFormat.Text: DigestText.Write(output, digest); break;
            case DigestFormat.Markdown: DigestMarkdown.Write(output, digest); break;
            case DigestFormat.Html: DigestHtml.Write(output, digest); break;
        }
    }
}
