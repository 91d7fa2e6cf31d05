namespace TermNews.Core.Reader;

/// <summary>What a row depends on besides its width.</summary>
/// <param name="Now">What ages are counted from.</param>
public sealed record LineOptions(DateTimeOffset Now)
{
    /// <summary>Replaces <c>{key:name}</c> in a sentence by the key, or the word, of the command of that name.</summary>
    public Func<string, string> Fill { get; init; } = static words => words;

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; init; }

    /// <summary>Where times of day are told for.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
