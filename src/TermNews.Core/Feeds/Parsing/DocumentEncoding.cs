using TermNews.Core.Feeds.Fetching;
using UtfUnknown;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>Detects the encoding of a document and decodes it.</summary>
/// <remarks>
/// In this order: a byte order mark; bytes in the pattern of UTF-16 or UTF-32; valid UTF-8 with letters beyond ASCII, whatever is
/// declared; the XML declaration; HTTP; a guess.
/// </remarks>
internal static partial class DocumentEncoding
{
    private const int DeclarationLength = 1024;

    static DocumentEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [GeneratedRegex("""^[^<]{0,200}<\?xml[^>]{0,300}?encoding\s*=\s*["']?([A-Za-z0-9_.:\-]{1,40})""")]
    private static partial Regex Declaration { get; }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_.:\-]{1,40})""", RegexOptions.IgnoreCase)]
    private static partial Regex Charset { get; }

    /// <summary>The document as text, without its byte order mark.</summary>
    public static string Decode(ReadOnlyMemory<byte> document, string? contentType, List<string> warnings)
    {
        var (encoding, markLength) = Choose(document.Span, contentType, warnings);
        return encoding.GetString(document.Span[markLength..]);
    }

    /// <summary><inheritdoc cref="Decode"/> Whoever reads it gives its memory back.</summary>
    public static DocumentText Read(ReadOnlyMemory<byte> document, string? contentType, List<string> warnings)
    {
        var (encoding, markLength) = Choose(document.Span, contentType, warnings);
        var bytes = document.Span[markLength..];
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        return new DocumentText(chars, encoding.GetChars(bytes, chars));
    }

    /// <summary>A long document, of which only a window is in memory. Its beginning decides the encoding.</summary>
    public static DocumentText ReadLong(ByteBuffer document, string? contentType, List<string> warnings)
    {
        var beginning = document.Content.Span;
        // A character cut in two must not look like damage.
        while (beginning.Length > 0 && beginning[^1] >= 0x80)
            beginning = beginning[..^1];
        var (encoding, markLength) = Choose(beginning, contentType, warnings);
        var stream = document.OpenRead();
        stream.Position = markLength;
        return new DocumentText(
            new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 64 * 1024, leaveOpen: true));
    }

    private static (Encoding Encoding, int MarkLength) Choose(ReadOnlySpan<byte> bytes, string? contentType, List<string> warnings)
    {
        if (FromMark(bytes) is var (marked, length) && marked is not null)
            return (marked, length);
        if (FromShape(bytes) is { } shaped)
            return (shaped, 0);
        var declared = Find(Match(Declaration, Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)])));
        var sent = Find(Match(Charset, contentType ?? ""));
        if (IsUtf8(bytes, out var isAscii) && (!isAscii || !IsEscaped(declared ?? sent)))
            return (Encoding.UTF8, 0);
        return (ChooseLegacy(bytes, declared, sent, warnings), 0);
    }

    private static Encoding ChooseLegacy(ReadOnlySpan<byte> bytes, Encoding? declared, Encoding? sent, List<string> warnings)
    {
        var chosen = IsUnicode(declared) ? null : declared;
        chosen ??= IsUnicode(sent) ? null : sent;
        if (chosen is not null)
            return chosen;
        if (declared is null && sent is null)
        {
            warnings.Add("The document does not say in which encoding it was written.");
            return Guess(bytes) ?? Encoding.GetEncoding(1252);
        }
        warnings.Add("The document is not in the encoding it declares.");
        return IsMostlyUtf8(bytes) ? Encoding.UTF8 : Guess(bytes) ?? Encoding.GetEncoding(1252);
    }

    private static bool IsUnicode(Encoding? encoding) => encoding?.CodePage is 65001 or 1200 or 1201 or 12000 or 12001;

    /// <summary>ISO-2022 and similar encodings write other letters as ASCII bytes.</summary>
    private static bool IsEscaped(Encoding? encoding) => encoding?.CodePage is >= 50220 and <= 50229 or 52936;

    private static (Encoding? Encoding, int Length) FromMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, false), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, false), 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static Encoding? FromShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'<', 0, 0, 0, ..] => new UTF32Encoding(false, false),
        [0, 0, 0, (byte)'<', ..] => new UTF32Encoding(true, false),
        [(byte)'<', 0, not 0, 0, ..] => Encoding.Unicode,
        [0, (byte)'<', 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsUtf8(ReadOnlySpan<byte> bytes, out bool isAscii)
    {
        isAscii = !bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF);
        return isAscii || System.Text.Unicode.Utf8.IsValid(bytes);
    }

    /// <summary>A truncated or slightly damaged document is UTF-8 if most of its bytes beyond ASCII decode.</summary>
    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status != OperationStatus.Done)
                bad++;
            else if (!rune.IsAscii)
                good++;
            bytes = bytes[length..];
        }
        return good > bad * 4;
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        const int enough = 200_000;
        var found = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, enough)].ToArray()).Detected;
        return found is { Encoding: not null, Confidence: > 0.4f } ? found.Encoding : null;
    }

    private static string? Match(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static Encoding? Find(string? name)
    {
        if (name is null || name.Contains("utf-7", StringComparison.OrdinalIgnoreCase)
            || name.Contains("utf7", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            return name.ToUpperInvariant() switch
            {
                "ISO-8859-1" or "LATIN1" or "LATIN-1" or "ISO8859-1" or "ISO_8859-1" or "US-ASCII" or "ASCII" or "CP1252" =>
                    Encoding.GetEncoding(1252),
                "ISO-8859-9" => Encoding.GetEncoding(1254),
                "ISO-8859-11" or "TIS-620" => Encoding.GetEncoding(874),
                "GB2312" or "GBK" or "GB_2312-80" or "X-GBK" or "EUC-CN" => Encoding.GetEncoding(54936),
                "UTF8" or "UNICODE-1-1-UTF-8" => Encoding.UTF8,
                "KS_C_5601-1987" or "EUC-KR" or "EUCKR" or "CP949" or "UHC" => Encoding.GetEncoding(949),
                "CP932" or "WINDOWS-31J" or "SJIS" or "X-SJIS" or "MS_KANJI" => Encoding.GetEncoding(932),
                var other => Encoding.GetEncoding(WithCodePage(other)),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Maps names such as CP437 and WINDOWS1251, which the platform lists differently.</summary>
    private static string WithCodePage(string name)
    {
        if (name.StartsWith("MAC", StringComparison.Ordinal))
            return "x-mac-" + name[3..];
        var digits = name.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ-_".ToCharArray());
        if (name.StartsWith("CP", StringComparison.Ordinal) && digits.Length is 3 or 4)
            return digits.StartsWith("125", StringComparison.Ordinal) ? "windows-" + digits : "ibm" + digits;
        if (digits == name)
            return "ibm" + digits;
        return name.StartsWith("WINDOWS1", StringComparison.Ordinal) ? "windows-" + digits : name;
    }
}
