using System.Net;

namespace TermNews.Core.Export;

/// <summary>A digest as an HTML document that mail programs show: styles stand at the elements, and nothing is loaded.</summary>
internal static class DigestHtml
{
    private const string Page = "max-width:42em;margin:1em auto;padding:0 1em;font:16px/1.5 Georgia,serif";
    private const string Quiet = "color:#666666;font-size:14px";

    public static void Write(TextWriter output, Digest digest)
    {
        var title = WebUtility.HtmlEncode(digest.Title);
        output.Write(
            $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n"
            + $"<body style=\"{Page}\">\n<h1 style=\"font-size:24px\">{title}</h1>\n");
        if (digest.Note is { } note)
            output.Write($"<p>{WebUtility.HtmlEncode(note)}</p>\n");
        foreach (var section in digest.Sections)
        {
            output.Write($"<h2 style=\"font-size:20px\">{WebUtility.HtmlEncode(section.Title)}</h2>\n<ol>\n");
            foreach (var row in section.Rows)
                WriteRow(output, new DigestRow(digest, row));
            output.Write("</ol>\n");
        }
        output.Write("</body>\n</html>\n");
    }

    private static void WriteRow(TextWriter output, DigestRow row)
    {
        var headline = WebUtility.HtmlEncode(row.Headline);
        var linked = row.Link is { } link ? $"<a href=\"{WebUtility.HtmlEncode(link)}\">{headline}</a>" : headline;
        string?[] facts = [row.Origin, row.Reason, row.Sources];
        var lines = string.Concat(facts.OfType<string>().Select(fact =>
            $"<br>\n<span style=\"{Quiet}\">{WebUtility.HtmlEncode(fact)}</span>"));
        output.Write($"<li dir=\"auto\" style=\"margin-bottom:12px\"><b>{linked}</b>{lines}</li>\n");
    }
}
