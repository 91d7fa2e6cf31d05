namespace TermNews.Core.Text;

/// <summary>Superscripts and subscripts, as far as Unicode has characters for them.</summary>
internal static class ShiftedText
{
    private const string Shiftable = "0123456789+-=()";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";

    private static readonly SearchValues<char> Known = SearchValues.Create(Shiftable);

    /// <summary>The text as superscript; null if a character has none.</summary>
    public static string? Raise(ReadOnlySpan<char> text) => Shift(text, Raised);

    /// <summary>The text as subscript; null if a character has none.</summary>
    public static string? Lower(ReadOnlySpan<char> text) => Shift(text, Lowered);

    private static string? Shift(ReadOnlySpan<char> text, string to)
    {
        if (text.IsEmpty || text.ContainsAnyExcept(Known))
            return null;
        var shifted = new char[text.Length];
        for (var at = 0; at < text.Length; at++)
            shifted[at] = to[Shiftable.IndexOf(text[at], StringComparison.Ordinal)];
        return new string(shifted);
    }
}
