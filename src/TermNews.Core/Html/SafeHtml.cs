namespace TermNews.Core.Html;

/// <summary>
/// Sanitises HTML of feeds with an allow-list: elements with text, pictures and links stay and are made well-formed; scripts, styles and
/// forms are removed; players and frames become links; addresses become absolute, except for fragments of the same text. Depth and size are
/// bounded, and the time is linear in the length.
/// </summary>
public static class SafeHtml
{
    /// <summary>Sanitises HTML; null if nothing is left to read.</summary>
    /// <param name="html">HTML, or plain text.</param>
    /// <param name="baseUrl">The base of relative addresses; null removes them.</param>
    public static string? Clean(ReadOnlySpan<char> html, Uri? baseUrl)
    {
        if (html.IsWhiteSpace())
            return null;
        using var writer = new SafeHtmlWriter(Math.Min(html.Length, SafeHtmlWriter.LongestHtml), baseUrl);
        if (html.IndexOfAny('<', '&') < 0)
            writer.WriteText(html);
        else
            Copy(html, baseUrl, writer);
        return writer.Finish();
    }

    /// <summary>Escapes plain text as HTML.</summary>
    public static string FromText(ReadOnlySpan<char> text)
    {
        using var writer = new SafeHtmlWriter(text.Length, null);
        writer.WriteText(text);
        return writer.Finish() ?? "";
    }

    private static void Copy(ReadOnlySpan<char> html, Uri? baseUrl, SafeHtmlWriter writer)
    {
        var places = SafePlaces.Of(html);
        var tokens = new HtmlTokenizer(html);
        while (!writer.IsFull && tokens.Read())
        {
            if (tokens.Token == HtmlToken.Text)
            {
                writer.WriteText(tokens.Text.Contains('&') ? HtmlEntities.Decode(tokens.Text) : tokens.Text);
                continue;
            }
            var (name, role) = HtmlElements.Find(tokens.Name);
            if (tokens.Token == HtmlToken.Start)
                Start(ref tokens, name, role, baseUrl, places, writer);
            else if (role is HtmlRole.Inline or HtmlRole.Block or HtmlRole.Cell)
                writer.End(name);
            else if (name == "br")
                writer.Start("br", HtmlRole.Void, default);
        }
    }

    private static void Start(ref HtmlTokenizer tokens, string name, HtmlRole role, Uri? baseUrl, SafePlaces places, SafeHtmlWriter writer)
    {
        switch (role)
        {
            case HtmlRole.Inline or HtmlRole.Block or HtmlRole.Cell or HtmlRole.Void:
                var attributes = SafeAttributes.Read(ref tokens, name, baseUrl, places);
                if (name == "img" && (attributes.IsCopy || !attributes.IsWorthShowing))
                    return;
                if (name == "span" && attributes.IsCopy)
                    tokens.SkipElement(name);
                else
                    writer.Start(name, role, attributes);
                return;
            case HtmlRole.Dropped:
                tokens.SkipRawText(name);
                return;
            case HtmlRole.Embedded:
                if (SafeEmbed.Read(ref tokens, name, baseUrl) is { } embed)
                    writer.Link(embed);
                return;
            case HtmlRole.Unwrapped when name == "input":
                writer.WriteText(SafeAttributes.TaskOf(ref tokens));
                return;
            default: return;
        }
    }
}
