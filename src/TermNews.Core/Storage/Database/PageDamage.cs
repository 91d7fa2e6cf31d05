namespace TermNews.Core.Storage.Database;

/// <summary>Turns what <c>PRAGMA integrity_check</c> says (https://sqlite.org/pragma.html#pragma_integrity_check) into sentences.</summary>
internal static partial class PageDamage
{
    [GeneratedRegex(@"^(row \d+ missing from|non-unique entry in|wrong # of entries in) index (?<index>.+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex OfIndex { get; }

    /// <summary>A sentence for each damaged index, then one for each other fault.</summary>
    /// <param name="lines">The lines, of which SQLite gives at most 100; "ok" is none.</param>
    public static IReadOnlyList<string> Explain(IEnumerable<string> lines)
    {
        var faults = Faults(lines);
        return
        [
            .. IndexesIn(faults).Select(static name => $"The index {name} differs from its table."),
            .. faults.Where(static line => !OfIndex.IsMatch(line)).Select(static line => line == "database disk image is malformed"
                ? "The file cannot be read to its end." : $"A page is damaged: {line.TrimEnd('.')}.").Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The indexes that differ from their tables, which can be made anew from them.</summary>
    /// <param name="lines">The lines.</param>
    public static IReadOnlyList<string> Indexes(IEnumerable<string> lines) => [.. IndexesIn(Faults(lines))];

    private static IEnumerable<string> IndexesIn(List<string> faults) =>
        faults.Select(static line => OfIndex.Match(line)).Where(static match => match.Success)
            .Select(static match => match.Groups["index"].Value).Distinct(StringComparer.Ordinal);

    /// <summary>SQLite puts several faults of one b-tree into one row, under a heading.</summary>
    private static List<string> Faults(IEnumerable<string> lines) =>
    [
        .. lines.SelectMany(static line => line.Split('\n')).Where(static line =>
            line is not ("ok" or "") && !line.StartsWith("***", StringComparison.Ordinal)),
    ];
}
