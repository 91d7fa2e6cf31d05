namespace TermNews.Core.Tests.Architecture;

/// <summary>Which folder may see which: an allow-list, CONTRIBUTING's own table, held against the source.</summary>
public sealed class LayeringTests
{
    private static readonly IReadOnlyList<Sight> Sights =
        [.. SourceTree.Program.SelectMany(file => file.Sights()).Where(sight => sight.To != HouseTable.SeenByAll)];

    [Fact]
    public void A_folder_sees_only_what_the_table_allows() => Faults.None(
        Sights.Where(sight => HouseTable.Rows.TryGetValue(sight.From.Folder, out var row) && !row.May.Contains(sight.To))
            .Select(sight => $"{sight.From.Path} uses {sight.What} of {sight.To}, which {sight.From.Folder} may not see"));

    [Fact]
    public void Every_folder_has_a_row() =>
        Faults.None(SourceTree.Folders.Where(folder => !HouseTable.Rows.ContainsKey(folder)).Select(folder => $"{folder} has no row"));

    [Fact]
    public void Every_row_and_every_folder_that_it_sees_exist() => Faults.None(
        HouseTable.Rows.Values.Where(row => !SourceTree.Folders.Contains(row.Folder)).Select(row => $"{row.Folder} has a row and no files")
            .Concat(HouseTable.Rows.Values.SelectMany(row => row.Sees.SelectMany(seen => seen.Value
                .Where(folder => !SourceTree.Folders.Contains(folder))
                .Select(_ => $"{row.Folder} sees {seen.Key}, which does not exist")))));

    [Fact]
    public void What_the_table_allows_is_used() => Faults.None(
        from row in HouseTable.Rows.Values
        let seen = Sights.Where(sight => sight.From.Folder == row.Folder).Select(sight => sight.To).ToHashSet()
        from allowed in row.Sees
        where !allowed.Value.Any(seen.Contains)
        select $"{row.Folder} may see {allowed.Key} and does not");

    [Fact]
    public void No_folder_sees_itself_through_others() => Faults.None(
        HouseTable.Rows.Values.Select(row => WayBack(row.Folder)).OfType<string>());

    [Fact]
    public void A_namespace_is_named_after_its_folder() => Faults.None(
        SourceTree.Program.Where(file => file.Namespace.Length > 0 && file.Namespace != SourceFile.NamespaceOf(file.Folder))
            .Select(file => $"{file.Path} has the namespace {file.Namespace}"));

    [Theory]
    [InlineData("src/TermNews.Core")]
    [InlineData("tests/TermNews.Core.Tests")]
    public void The_core_and_its_tests_know_no_screen_and_no_command_line(string project)
    {
        var toolkit = string.Concat("Terminal", ".Gui");
        var commandLine = string.Concat("System", ".CommandLine");
        var folder = Path.Combine(SourceTree.Root, project);
        foreach (var file in SourceTree.FilesBelow(project).Append(Directory.GetFiles(folder, "*.csproj").Single()))
        {
            var source = File.ReadAllText(file);
            Assert.False(Uses(source, toolkit), $"{file} uses {toolkit}");
            Assert.False(Uses(source, commandLine), $"{file} uses {commandLine}");
        }
        var loaded = typeof(LayeringTests).Assembly.GetReferencedAssemblies()
            .Concat(typeof(NewsException).Assembly.GetReferencedAssemblies());
        Assert.DoesNotContain(loaded, assembly => assembly.Name == toolkit || assembly.Name == commandLine);
    }

    private static bool Uses(string source, string name) =>
        source.Contains($"using {name}", StringComparison.Ordinal) || source.Contains($"Include=\"{name}\"", StringComparison.Ordinal);

    /// <summary>The shortest way along the table from a folder back to itself; null where there is none.</summary>
    private static string? WayBack(string folder)
    {
        var ways = new Queue<string[]>([[folder]]);
        var visited = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in HouseTable.Rows.TryGetValue(way[^1], out var row) ? row.May : new HashSet<string>())
            {
                if (next == folder)
                    return string.Join(" → ", [.. way, folder]);
                if (visited.Add(next))
                    ways.Enqueue([.. way, next]);
            }
        }
        return null;
    }
}
