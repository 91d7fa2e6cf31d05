namespace TermNews.Core.Text;

/// <summary>Makes JSON of others readable for <see cref="System.Text.Json"/>.</summary>
public static class JsonEscapes
{
    private const int Length = 6;   // \uD800

    /// <summary>
    /// The document without escapes of unpaired surrogates, which JSON allows (RFC 8259, 8.2) but no name or text in .NET can be read with.
    /// </summary>
    public static string WithoutLoneSurrogates(string json)
    {
        StringBuilder? kept = null;
        var copied = 0;
        for (var at = json.IndexOf('\\', StringComparison.Ordinal); at >= 0 && at < json.Length - 1; at = Next(json, at))
        {
            if (UnitAt(json, at) is not { } unit || !char.IsSurrogate(unit))
            {
                at += 2;
            }
            else if (char.IsHighSurrogate(unit) && UnitAt(json, at + Length) is { } next && char.IsLowSurrogate(next))
            {
                at += 2 * Length;
            }
            else
            {
                (kept ??= new StringBuilder(json.Length)).Append(json, copied, at - copied);
                at += Length;
                copied = at;
            }
        }
        return kept is null ? json : kept.Append(json, copied, json.Length - copied).ToString();
    }

    private static int Next(string json, int from) => from < json.Length ? json.IndexOf('\\', from) : -1;

    private static char? UnitAt(string json, int at) => at + Length <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
        ? (char)unit
        : null;
}
