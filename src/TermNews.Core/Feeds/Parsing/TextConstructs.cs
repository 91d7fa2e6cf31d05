using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>
/// Determines whether the text of an element is plain, escaped HTML or XHTML, or one of these in base64 (RFC 4287 §3.1, Atom 0.3 §3.1,
/// RSS practice).
/// </summary>
internal static class TextConstructs
{
    /// <summary>The element's text as safe HTML, or null.</summary>
    public static string? ToHtml(FeedElement element)
    {
        var (text, isHtml) = Read(element);
        if (text.Span.IsWhiteSpace())
            return null;
        if (element.IsRaw)
            return text.Span.Trim().ToString();
        return isHtml ? SafeHtml.Clean(text.Span, element.Base) : SafeHtml.FromText(text.Span);
    }

    /// <summary>The element's text on one line, or null.</summary>
    public static string? ToLine(FeedElement element)
    {
        var (text, isHtml) = Read(element);
        var line = isHtml && HasSign(text.Span) ? PlainText.FromTitle(text.ToString()) : ForeignText.CleanLine(text.Span);
        return line.Length == 0 ? null : line;
    }

    private static (ReadOnlyMemory<char> Text, bool IsHtml) Read(FeedElement element)
    {
        var type = (element["type"] ?? "").Trim().ToLowerInvariant();
        var mode = (element["mode"] ?? "").Trim().ToLowerInvariant();
        var text = element.TextMemory;
        // Some feeds wrap escaped HTML in an extra element.
        if (element.Markup is { } markup)
            return (type == "html" && text.Span.Contains("</", StringComparison.Ordinal) ? text : markup.AsMemory(), true);
        if ((mode == "base64" || IsBinary(type)) && TryDecode(text.Span, out var decoded))
            return (decoded.AsMemory(), IsHtmlType(type));
        if (IsHtmlType(type) || (mode == "escaped" && type.Length == 0))
            return (text, true);
        var isTextByDefault = type is "text" or "text/plain" || (type.Length == 0 && element.Namespace == FeedNamespace.Atom);
        return (text, !isTextByDefault || LooksLikeHtml(text.Span));
    }

    private static bool IsHtmlType(string type) =>
        type is "html" or "xhtml" or "escaped" || type.Contains("html", StringComparison.Ordinal)
            || type.EndsWith("+xml", StringComparison.Ordinal);

    private static bool IsBinary(string type) =>
        type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
        && !type.EndsWith("xml", StringComparison.Ordinal) && !IsHtmlType(type);

    private static bool TryDecode(ReadOnlySpan<char> text, out string decoded)
    {
        decoded = "";
        var bytes = new byte[(text.Length * 3 / 4) + 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out var length))
            return false;
        decoded = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }

    /// <summary>
    /// Many feeds label escaped HTML as plain text. Text is HTML if it has an end tag or a reference, and no unknown tag.
    /// </summary>
    private static bool LooksLikeHtml(ReadOnlySpan<char> text) => HasSign(text, out var hasUnknown) && !hasUnknown;

    /// <summary>A title such as <c>&lt;code&gt;</c> mentions a tag; a title with an end tag or a reference has markup.</summary>
    public static bool HasSign(ReadOnlySpan<char> text) => HasSign(text, out _);

    private static bool HasSign(ReadOnlySpan<char> text, out bool hasUnknown)
    {
        hasUnknown = false;
        if (text.IndexOfAny('<', '&') < 0)
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
                hasSign |= tokens.Token == HtmlToken.End || tokens.Source.Contains('=')
                    || HtmlElements.RoleOf(tokens.Name) == HtmlRole.Void;
        }
        return hasSign;
    }
}
