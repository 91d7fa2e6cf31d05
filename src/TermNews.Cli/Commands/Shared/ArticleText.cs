using System.Net;
using System.Text;
using TermNews.Core.Articles;
using TermNews.Core.Text;

namespace TermNews.Cli.Commands.Shared;

/// <summary>An article with its headline, ready to print as text, Markdown or HTML.</summary>
/// <param name="Title">The headline.</param>
/// <param name="Facts">Who, where and when; those that are not known are null.</param>
/// <param name="Link">Its address, or null.</param>
/// <param name="Caption">What the picture shows, or null.</param>
/// <param name="Blocks">Its text.</param>
internal sealed record ArticleText(string Title, IReadOnlyList<string?> Facts, string? Link, string? Caption, IReadOnlyList<Block> Blocks)
{
    private const string MarkdownMarks = "\\`*_[]<>#|~&!";

    /// <summary>What ends a page.</summary>
    public const string PageEnd = "</body>\n</html>\n";

    private string Byline => string.Join(" · ", Facts.Where(fact => !string.IsNullOrEmpty(fact)));

    /// <summary>What begins a page that loads nothing from elsewhere.</summary>
    public static string PageStart(string title) =>
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
        + $"<title>{WebUtility.HtmlEncode(title)}</title>\n</head>\n<body>\n";

    /// <summary>What the picture shows, unless the text says it below the same picture.</summary>
    private string? OwnCaption =>
        Blocks.OfType<Figure>().Any(figure => Caption == figure.Caption || Caption == figure.Alt) ? null : Caption;

    /// <summary>The article in a format.</summary>
    public string In(string format, int width) => format switch
    {
        "md" => ToMarkdown(),
        "html" => ToHtml(),
        _ => ToText(width),
    };

    private string ToText(int width)
    {
        string?[] head = [.. Wrapped(Title, width), .. Wrapped(Byline, width), Link];
        string?[] parts =
        [
            Joined(head),
            OwnCaption is { } caption ? Joined(Wrapped($"[image] {caption}", width)) : null,
            ArticleRenderer.ToText(Blocks, width),
        ];
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private string ToMarkdown()
    {
        string?[] parts =
        [
            $"# {Escaped(Title)}",
            Byline.Length == 0 ? null : $"*{Escaped(Byline)}*",
            Link is null ? null : $"<{Link.Replace(">", "%3E", StringComparison.Ordinal)}>",
            OwnCaption is { } caption ? $"> {Escaped(caption)}" : null,
            ArticleRenderer.ToMarkdown(Blocks),
        ];
        return string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private string ToHtml()
    {
        var title = WebUtility.HtmlEncode(Title);
        var linked = Link is null ? title : $"<a href=\"{WebUtility.HtmlEncode(Link)}\">{title}</a>";
        var caption = OwnCaption is { } said ? $"<p><em>{WebUtility.HtmlEncode(said)}</em></p>\n" : "";
        return $"<article>\n<h1>{linked}</h1>\n<p>{WebUtility.HtmlEncode(Byline)}</p>\n"
            + $"{caption}{ArticleRenderer.ToSelfContainedHtml(Blocks)}\n</article>\n";
    }

    private static string Joined(IEnumerable<string?> lines) => string.Join("\n", lines.Where(line => !string.IsNullOrEmpty(line)));

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
            escaped.Append(MarkdownMarks.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        return escaped.ToString();
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && TextWidth.Of(line) + 1 + TextWidth.Of(word) > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
