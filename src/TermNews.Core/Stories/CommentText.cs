namespace TermNews.Core.Stories;

/// <summary>
/// The text of a comment. <see cref="Create"/> holds what comes in to the limits: in NFC, without control characters but line feeds,
/// 1 to 300 grapheme clusters of at most 32 code points each. <see cref="Kept"/> takes what is stored as it is.
/// </summary>
public sealed record CommentText
{
    /// <summary>The largest number of grapheme clusters (UAX #29): a comment is a note, not an article.</summary>
    public const int MaximumLength = 300;

    /// <summary>
    /// The largest number of code points in one cluster: room for the longest emoji sequences (a family of four with skin tones has 11),
    /// none for marks without end, which draw over other lines. UAX #15 allows 30 marks after a letter in its Stream-Safe format.
    /// </summary>
    public const int MaximumCodePoints = 32;

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
        var longest = LongestCluster(text);
        if (longest > MaximumCodePoints)
            throw new NewsException(NewsFault.WrongUse,
                $"A character of the comment has {longest} code points; {MaximumCodePoints} is the most. Use fewer combining marks.");
        return new CommentText(text);
    }

    /// <summary>The text of a comment that is stored: of any length, even none, since limits hold only where words come in.</summary>
    public static CommentText Kept(string stored) => new(stored);

    /// <summary>Whether a text is within both limits; the empty one is.</summary>
    public static bool Fits(string text) => LengthOf(text) <= MaximumLength && LongestCluster(text) <= MaximumCodePoints;

    /// <summary>The number of code points in the longest grapheme cluster of a text.</summary>
    public static int LongestCluster(string text)
    {
        var longest = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            var count = 0;
            foreach (var _ in text.AsSpan(at, length).EnumerateRunes())
                count++;
            longest = Math.Max(longest, count);
            at += length;
        }
        return longest;
    }

    /// <summary>The number of grapheme clusters of a text, as the counter shows it.</summary>
    public static int LengthOf(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>
    /// A text in the form of a comment: NFC, line feeds for every line break, no other control characters, no byte order marks.
    /// </summary>
    public static string Clean(string written) =>
        UnicodeForms.Nfc(ForeignText.CleanLines(written.Replace("\uFEFF", "", StringComparison.Ordinal)));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
