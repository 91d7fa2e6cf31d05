namespace TermNews.Core.Stories;

/// <summary>
/// The text of a comment: in NFC, without control characters but line feeds, 1 to 300 grapheme clusters, at most 4,096 bytes of UTF-8.
/// </summary>
public sealed record CommentText
{
    /// <summary>The largest number of grapheme clusters (UAX #29): a comment is a note, not an article.</summary>
    public const int MaximumLength = 300;

    /// <summary>The largest size in bytes of UTF-8; it bounds clusters of many combining marks.</summary>
    public const int MaximumBytes = 4096;

    private CommentText(string value) => Value = value;

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Creates the text of a comment: trims white space and removes control characters.</summary>
    /// <exception cref="NewsException">
    /// <see cref="NewsFault.WrongUse"/>: nothing is left, or it is too long; the sentence has the count.
    /// </exception>
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

    /// <summary>The number of grapheme clusters of a text, as the counter shows it.</summary>
    public static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>A text in the form of a comment: NFC, line feeds for every line break, no other control characters.</summary>
    public static string Clean(string written) => UnicodeForms.Nfc(ForeignText.CleanLines(written));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
