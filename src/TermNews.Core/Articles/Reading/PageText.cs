namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Decodes the bytes of a page: byte order mark, then UTF-8 if the bytes are valid, then the charset of the server and of the page, else
/// windows-1252.
/// </summary>
internal static partial class PageText
{
    /// <summary>Bytes: HTML demands the declaration in the first 1024; some pages have it later.</summary>
    private const int PlaceOfDeclaration = 4096;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [GeneratedRegex("""charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }

    public static string Decode(ReadOnlySpan<byte> bytes, string? contentType)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        var declared = Named(contentType) ?? Named(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, PlaceOfDeclaration)]));
        if (declared is not null && IsStateful(declared))
            return declared.GetString(bytes);
        return TryUtf8(bytes) ?? (declared ?? Windows1252).GetString(bytes);
    }

    private static Encoding Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;

    /// <summary>Encodings whose text consists of ASCII bytes and would pass as UTF-8.</summary>
    private static bool IsStateful(Encoding encoding) => encoding.CodePage is >= 50220 and <= 50229 or 52936;

    private static string? TryUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Named(string? declaration)
    {
        if (declaration is null || Charset.Match(declaration) is not { Success: true } match)
            return null;
        var name = match.Groups[1].Value;
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("latin1", StringComparison.OrdinalIgnoreCase))
            return Windows1252;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
