using AngleSharp.Html;

namespace TermNews.Core.Html;

/// <summary>Decodes character references of HTML and XML (HTML Living Standard §13.2.5.72); invalid ones stay as written.</summary>
internal static class HtmlEntities
{
    private const int LongestName = 33;

    /// <summary>The meaning of the numbers 128–159 on pages: Windows-1252, not C1 controls.</summary>
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Decodes the references of a text.</summary>
    public static string Decode(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
            return text.ToString();
        using var decoded = new TextBuffer(text.Length);
        Append(decoded, text, null);
        return decoded.ToString();
    }

    /// <summary>Appends a text with its references decoded; <paramref name="declared"/> are entities that the document declares.</summary>
    public static void Append(TextBuffer to, ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? declared)
    {
        while (true)
        {
            var amp = text.IndexOf('&');
            if (amp < 0)
            {
                to.Append(text);
                return;
            }
            to.Append(text[..amp]);
            text = text[amp..];
            var length = AppendReference(to, text, declared);
            if (length == 0)
            {
                to.Append('&');
                length = 1;
            }
            text = text[length..];
        }
    }

    private static int AppendReference(TextBuffer to, ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? declared)
    {
        if (text.Length > 2 && text[1] == '#')
            return AppendNumber(to, text);
        var longest = Math.Min(text.Length, LongestName);
        var end = 1;
        while (end < longest && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end == 1 || end >= text.Length || text[end] != ';')
            return 0;
        var name = text[1..end];
        var value = WellKnown(name);
        if (value is null)
        {
            var key = name.ToString();
            if (declared is null || !declared.TryGetValue(key, out value))
                value = HtmlEntityProvider.Resolver.GetSymbol(key + ";");
        }
        if (value is null)
            return 0;
        to.Append(value);
        return end + 1;
    }

    private static string? WellKnown(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        _ => null,
    };

    private static int AppendNumber(TextBuffer to, ReadOnlySpan<char> text)
    {
        var isHex = text[2] is 'x' or 'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < text.Length && end < start + 12 && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
            end++;
        if (end == start)
            return 0;
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (long.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var code))
            AppendCode(to, code);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static void AppendCode(TextBuffer to, long code)
    {
        if (code is >= 128 and <= 159)
            to.Append(Windows1252[(int)code - 128]);
        else if (code is > 0 and < 0xD800)
            to.Append((char)code);
        else if (code is > 0xDFFF and <= 0x10FFFF)
            to.Append(char.ConvertFromUtf32((int)code));
        else
            to.Append('\uFFFD');
    }
}
