using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Export;

/// <summary>A digest as an HTML document for mail programs: inline styles, and nothing is loaded.</summary>
internal static class DigestHtml
{
    private const string Page = "max-width:42em;margin:1em auto;padding:0 1em;font:16px/1.5 Georgia,serif";
    private const string Quiet = "color:#666666;font-size:14px";

    public static void Write(TextWriter output, Digest digest)
    {
        var title = WebUtility.HtmlEncode(digest.Title);
        output.Write(HtmlPage.Start(digest.Title, "en", bodyStyle: Page) + $"<h1 style=\"font-size:24px\">{title}</h1>\n");
        if (digest.Note is { } note)
            output.Write($"<p>{WebUtility.HtmlEncode(note)}</p>\n");
        foreach (var section in digest.Sections)
        {
            output.Write($"<h2 style=\"font-size:20px\">{WebUtility.HtmlEncode(section.Title)}</h2>\n<ol>\n");
            foreach (var row in section.Rows)
                WriteRow(output, new DigestRow(digest, row));
            output.Write("</ol>\n");
        }
        output.Write(HtmlPage.End);
    }

    private static void WriteRow(TextWriter output, DigestRow row)
    {
        string?[] facts = [row.Origin, row.Reason, row.Sources];
        var lines = string.Concat(facts.OfType<string>().Select(fact =>
            $"<br>\n<span style=\"{Quiet}\">{WebUtility.HtmlEncode(fact)}</span>"));
        output.Write($"<li dir=\"auto\" style=\"margin-bottom:12px\"><b>{HtmlPage.Linked(row.Headline, row.Link)}</b>{lines}</li>\n");
    }
}
