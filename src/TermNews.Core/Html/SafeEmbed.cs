namespace TermNews.Core.Html;

/// <summary>A player or frame, which safe HTML replaces by a link.</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Title">Its title with references decoded, or null.</param>
/// <param name="Type"><c>audio/*</c>, <c>video/*</c>, or <c>text/html</c> for a frame. It marks the link as an embed.</param>
internal sealed record SafeEmbed(string Url, string? Title, string Type)
{
    /// <summary>Tokens inside a player at most, so that a missing end tag does not consume the rest of the text.</summary>
    private const int MostInside = 60;

    /// <summary>Reads an element after its start tag; null without an address. The fallback content for old browsers is dropped.</summary>
    public static SafeEmbed? Read(ref HtmlTokenizer tokens, string name, Uri? baseUrl)
    {
        var own = SafeAttributes.Read(ref tokens, name, baseUrl, SafePlaces.None);
        if (name is not ("audio" or "video"))
            return own.Source is { } frame ? new SafeEmbed(frame, own.TitleOrNull, "text/html") : null;
        var after = tokens;
        var source = own.Source;
        for (var read = 0; read < MostInside && after.Read(); read++)
        {
            if (after.Token == HtmlToken.Text)
                continue;
            if (after.Token == HtmlToken.End && after.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                if (source is not null)
                    tokens = after;
                break;
            }
            if (source is null && after.Name.Equals("source", StringComparison.OrdinalIgnoreCase))
                source = SafeAttributes.Read(ref after, "source", baseUrl, SafePlaces.None).Source;
        }
        return source is null ? null : new SafeEmbed(source, own.TitleOrNull, name + "/*");
    }
}
