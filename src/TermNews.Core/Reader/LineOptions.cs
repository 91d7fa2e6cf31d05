namespace TermNews.Core.Reader;

/// <summary>The options of a row besides its width.</summary>
/// <param name="Now">The time; ages are relative to it.</param>
public sealed record LineOptions(DateTimeOffset Now)
{
    /// <summary>Replaces <c>{key:name}</c> in a sentence by the key, or the word, of the command of that name.</summary>
    public Func<string, string> Fill { get; init; } = static words => words;

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; init; }

    /// <summary>The time zone of times of day.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
