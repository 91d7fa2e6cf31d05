namespace TermNews.Core.Html;

/// <summary>A player or a frame, of which safe HTML keeps a link.</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Title">Its title as written, references decoded, or null.</param>
/// <param name="Type"><c>audio/*</c>, <c>video/*</c>, or <c>text/html</c> for a frame: by it such a link is told from all others.</param>
internal sealed record SafeEmbed(string Url, string? Title, string Type)
{
    /// <summary>A player without end tag is none the whole rest of the text is looked through for.</summary>
    private const int MostInside = 60;

    /// <summary>
    /// Reads the element whose start tag was just read; null where it has no address. What a player says to browsers without players goes.
    /// </summary>
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
