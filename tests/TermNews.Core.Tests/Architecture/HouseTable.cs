namespace TermNews.Core.Tests.Architecture;

/// <summary>A row of CONTRIBUTING's table of folders.</summary>
/// <param name="Folder">The folder: <c>Core/Text</c>.</param>
/// <param name="Sees">The folders that it may see, as they are written, by what they stand for.</param>
internal sealed record HouseRow(string Folder, IReadOnlyDictionary<string, IReadOnlyList<string>> Sees)
{
    /// <summary>All folders that it may see.</summary>
    public IReadOnlySet<string> May { get; } = Sees.Values.SelectMany(folders => folders).ToHashSet();
}

/// <summary>
/// The table under "The house" in CONTRIBUTING.md, columns <c>folder</c>, <c>holds</c> and <c>sees</c>. A folder in the last column is
/// written from src (<c>Core/Text</c>) or from its own project (<c>Text</c>); <c>Commands/*</c> are all folders below <c>Commands</c>.
/// </summary>
internal static class HouseTable
{
    /// <summary>The folder that every other one sees; it holds the one exception.</summary>
    public const string SeenByAll = "Core";

    /// <summary>The rows by their folder.</summary>
    public static IReadOnlyDictionary<string, HouseRow> Rows { get; } = Read().ToDictionary(row => row.Folder);

    private static IEnumerable<HouseRow> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "CONTRIBUTING.md"));
        var rows = lines.SkipWhile(line => line != "## The house").SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1).TakeWhile(line => line.StartsWith('|'));
        foreach (var row in rows)
        {
            var cells = row.Trim('|', ' ').Split('|');
            var folder = Bare(cells[0]);
            var sees = cells.Length < 3 ? "" : cells[2];
            var words = sees.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Bare);
            yield return new(folder, words.ToDictionary(word => word, word => Meant(folder, word)));
        }
    }

    private static string Bare(string cell) => cell.Trim().Trim('`');

    private static IReadOnlyList<string> Meant(string folder, string word)
    {
        var inProject = $"{folder.Split('/')[0]}/{word}";
        if (word.EndsWith("/*", StringComparison.Ordinal))
            return [.. SourceTree.Folders.Where(one => one != folder && (Below(one, word) || Below(one, inProject)))];
        return [SourceTree.Folders.Contains(word) || !SourceTree.Folders.Contains(inProject) ? word : inProject];
    }

    private static bool Below(string folder, string pattern) => folder.StartsWith(pattern[..^1], StringComparison.Ordinal);
}
