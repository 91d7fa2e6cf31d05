using System.Text;
using TermNews.Core.Html;
using TermNews.Core.Text;

namespace TermNews.Core.Feeds;

/// <summary>
/// Finds out what the text of an element is: plain, escaped HTML, XHTML, or either in base64 (RFC 4287 §3.1, Atom 0.3 §3.1, RSS practice).
/// </summary>
internal static class TextConstructs
{
    /// <summary>The element's text as safe HTML, or null.</summary>
    public static string? ToHtml(FeedElement element)
    {
        var (text, isHtml) = Read(element);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return isHtml ? SafeHtml.Clean(text, element.Base) : SafeHtml.FromText(text);
    }

    /// <summary>The element's text on one line, or null.</summary>
    public static string? ToLine(FeedElement element)
    {
        var (text, isHtml) = Read(element);
        var line = isHtml && HasSign(text) ? PlainText.FromTitle(text) : ForeignText.CleanLine(text);
        return line.Length == 0 ? null : line;
    }

    private static (string Text, bool IsHtml) Read(FeedElement element)
    {
        var type = (element["type"] ?? "").Trim().ToLowerInvariant();
        var mode = (element["mode"] ?? "").Trim().ToLowerInvariant();
        var text = element.Text;
        // Some wrap escaped HTML in an element of its own.
        if (element.Markup is { } markup)
            return (type == "html" && text.Contains("</", StringComparison.Ordinal) ? text : markup, true);
        if ((mode == "base64" || IsBinary(type)) && TryDecode(text, out var decoded))
            return (decoded, IsHtmlType(type));
        if (IsHtmlType(type) || (mode == "escaped" && type.Length == 0))
            return (text, true);
        var isTextByDefault = type is "text" or "text/plain" || (type.Length == 0 && element.Namespace == FeedNamespace.Atom);
        return (text, !isTextByDefault || LooksLikeHtml(text));
    }

    private static bool IsHtmlType(string type) =>
        type is "html" or "xhtml" or "escaped" || type.Contains("html", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.EndsWith("xml", StringComparison.Ordinal) && !IsHtmlType(type);

    private static bool TryDecode(string text, out string decoded)
    {
        decoded = "";
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
            return false;
        decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }

    /// <summary>Many feeds label escaped HTML as plain text: it is HTML where something is closed or referred to, and no tag is unknown.</summary>
    private static bool LooksLikeHtml(string text) => HasSign(text, out var hasUnknown) && !hasUnknown;

    /// <summary>A title such as <c>&lt;code&gt;</c> is about the tag; one with an end tag or a reference is marked up.</summary>
    public static bool HasSign(string text) => HasSign(text, out _);

    private static bool HasSign(string text, out bool hasUnknown)
    {
        hasUnknown = false;
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
            return false;
        var hasSign = text.Contains("<!--", StringComparison.Ordinal);
        var tokens = new HtmlTokenizer(text);
        while (tokens.Read())
        {
            if (tokens.Token == HtmlToken.Text)
                hasSign |= tokens.Text.Contains('&') && !HtmlEntities.Decode(tokens.Text).AsSpan().SequenceEqual(tokens.Text);
            else if (HtmlElements.RoleOf(tokens.Name) == HtmlRole.Unknown)
                hasUnknown = true;
            else
                hasSign |= tokens.Token == HtmlToken.End || tokens.Source.Contains('=') || HtmlElements.RoleOf(tokens.Name) == HtmlRole.Void;
        }
        return hasSign;
    }
}
