namespace TermNews.Core.Articles.Writing;

/// <summary>The frame of every HTML document that the program writes.</summary>
public static class HtmlPage
{
    private const string Policy =
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

    /// <summary>The end of a page.</summary>
    public const string End = "</body>\n</html>\n";

    /// <summary>The beginning of a page up to its body.</summary>
    /// <param name="title">The title, plain text.</param>
    /// <param name="language">BCP 47 tag; null if it is not known.</param>
    /// <param name="style">A style sheet; with one, a policy forbids everything else. Null for none.</param>
    /// <param name="bodyStyle">The style of the body for mail programs, which ignore style sheets; null for other readers.</param>
    public static string Start(string title, string? language = null, string? style = null, string? bodyStyle = null) =>
        $"<!DOCTYPE html>\n<html{Attribute("lang", language)}>\n<head>\n<meta charset=\"utf-8\">\n{(style is null ? "" : Policy)}"
        + (bodyStyle is null ? "<meta name=\"viewport\" content=\"width=device-width\">\n" : "")
        + $"<title>{WebUtility.HtmlEncode(title)}</title>\n{(style is null ? "" : $"<style>{style}</style>\n")}</head>\n"
        + $"<body{Attribute("style", bodyStyle)}>\n";

    /// <summary>A text as a link, or only the text.</summary>
    public static string Linked(string text, string? link) => link is null
        ? WebUtility.HtmlEncode(text)
        : $"<a href=\"{WebUtility.HtmlEncode(link)}\">{WebUtility.HtmlEncode(text)}</a>";

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
