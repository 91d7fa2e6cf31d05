using System.Globalization;
using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Stories;

/// <summary>The text of a comment: in NFC, without control characters but line feeds, 1 to 300 grapheme clusters, at most 4,096 bytes of UTF-8.</summary>
public sealed record CommentText
{
    /// <summary>Grapheme clusters (UAX #29) at most.</summary>
    public const int MaximumLength = 300;

    /// <summary>Bytes of UTF-8 at most.</summary>
    public const int MaximumBytes = 4096;

    private CommentText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Makes a comment of what was written: white space at both ends goes, and so do control characters.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: nothing is left, or it is too long; the sentence has the count.</exception>
    public static CommentText Create(string written)
    {
        var text = Clean(written).Trim();
        if (text.Length == 0)
            throw new NewsException(NewsFault.WrongUse, "A comment needs some text.");
        var length = LengthOf(text);
        if (length > MaximumLength)
            throw new NewsException(NewsFault.WrongUse,
                $"The comment has {length} characters; {MaximumLength} is the most. Shorten it by {length - MaximumLength}.");
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > MaximumBytes)
            throw new NewsException(NewsFault.WrongUse,
                $"The comment has {bytes} bytes of UTF-8; {MaximumBytes} is the most. Use fewer combining marks.");
        return new CommentText(text);
    }

    /// <summary>How many grapheme clusters a text has, as the counter shows it.</summary>
    public static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>What may stand in a comment: NFC, line feeds for every line break, no other control characters.</summary>
    public static string Clean(string written) => UnicodeForms.Nfc(ForeignText.CleanLines(written));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
