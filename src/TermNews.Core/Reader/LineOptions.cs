using TermNews.Core.Reader.Keys;

namespace TermNews.Core.Reader;

/// <summary>What a row depends on besides its width.</summary>
/// <param name="Now">What ages are counted from.</param>
public sealed record LineOptions(DateTimeOffset Now)
{
    /// <summary>ASCII stands in for symbols.</summary>
    public bool Ascii { get; init; }

    /// <summary>Where times of day are told for.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Puts keys into sentences that name them.</summary>
    public Func<string, string> Fill { get; init; } = KeyMap.Default.Fill;
}
