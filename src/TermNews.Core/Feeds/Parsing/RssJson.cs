namespace TermNews.Core.Feeds.Parsing;

/// <summary>
/// RSS in JSON (Dave Winer, 2012): the elements of RSS 2.0 as members, repeated ones as arrays, and the text of an element with
/// attributes as <c>#value</c>. It is converted to XML, so that one parser handles all RSS.
/// </summary>
internal static class RssJson
{
    /// <summary>Elements whose members are attributes.</summary>
    private static readonly HashSet<string> WithAttributes =
        new(["enclosure", "guid", "category", "source", "cloud"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The document as RSS 2.0; null if it is something else.</summary>
    public static string? ToXml(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        var owner = root.TryGetProperty("rss", out var rss) ? rss : root;
        if (owner.ValueKind != JsonValueKind.Object || !owner.TryGetProperty("channel", out var channel))
            return null;
        using var xml = new TextBuffer();
        xml.Append("<rss version=\"2.0\">");
        Write(xml, "channel", channel);
        xml.Append("</rss>");
        return xml.ToString();
    }

    private static void Write(TextBuffer xml, string name, JsonElement value)
    {
        if (!IsName(name))
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
                Write(xml, name, one);
            return;
        }
        xml.Append('<');
        xml.Append(name);
        var hasAttributes = WithAttributes.Contains(name);
        if (hasAttributes)
            WriteAttributes(xml, value);
        xml.Append('>');
        if (value.ValueKind != JsonValueKind.Object)
            Escape(xml, JsonValues.Text(value));
        else if (hasAttributes || value.TryGetProperty("#value", out _))
            Escape(xml, JsonValues.Text(value, "#value"));
        else
            WriteMembers(xml, value);
        xml.Append("</");
        xml.Append(name);
        xml.Append('>');
    }

    private static void WriteMembers(TextBuffer xml, JsonElement value)
    {
        foreach (var member in value.EnumerateObject())
            Write(xml, member.Name, member.Value);
    }

    private static void WriteAttributes(TextBuffer xml, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name == "#value" || !IsName(member.Name))
                continue;
            xml.Append(' ');
            xml.Append(member.Name);
            xml.Append("=\"");
            Escape(xml, member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False ? member.Value.GetRawText()
                : JsonValues.Text(member.Value));
            xml.Append('"');
        }
    }

    private static bool IsName(string name)
    {
        const int longest = 100;
        return name.Length is > 0 and <= longest && char.IsAsciiLetter(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is ':' or '-' or '_' or '.');
    }

    private static void Escape(TextBuffer xml, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': xml.Append("&amp;"); break;
                case '<': xml.Append("&lt;"); break;
                case '>': xml.Append("&gt;"); break;
                case '"': xml.Append("&quot;"); break;
                default: xml.Append(c); break;
            }
        }
    }
}
