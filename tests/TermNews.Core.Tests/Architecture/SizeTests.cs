namespace TermNews.Core.Tests.Architecture;

/// <summary>How large folders, types and lines may become.</summary>
public sealed class SizeTests
{
    private const int MostFiles = 30;
    private const int MostLinesOfType = 400;
    private const int MostColumns = 140;

    /// <summary>What begins and ends a raw text.</summary>
    private static readonly string Quotes = new('"', 3);

    [Fact]
    public void A_folder_can_be_read_by_listing_it() => Faults.None(
        SourceTree.Program.GroupBy(file => file.Folder).Where(folder => folder.Count() > MostFiles)
            .Select(folder => $"{folder.Key} has {folder.Count()} files, more than {MostFiles}"));

    [Fact]
    public void A_type_fits_into_one_head() => Faults.None(
        SourceTree.Program.SelectMany(file => file.Types.Select(type => (Name: $"{file.Folder}/{type.Name}", type.Lines)))
            .GroupBy(type => type.Name, type => type.Lines).Where(type => type.Sum() > MostLinesOfType)
            .Select(type => $"{type.Key} has {type.Sum()} lines with all its parts, more than {MostLinesOfType}"));

    [Fact]
    public void Only_generated_code_makes_a_type_partial() => Faults.None(
        SourceTree.Program.Where(file => file.Types.Any(type => type.IsPartial) && !file.HasGeneratedCode)
            .Select(file => $"{file.Path} has a partial type without generated code"));

    [Fact]
    public void A_type_has_one_file() => Faults.None(
        SourceTree.Program.SelectMany(
        file => file.Types.Where(type => type.IsPartial).Select(type => (Name: $"{file.Folder}/{type.Name}", file.Path)))
            .GroupBy(type => type.Name).Where(type => type.Count() > 1)
            .Select(type => $"{type.Key} has parts in {string.Join(", ", type.Select(part => part.Path))}"));

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void No_line_is_longer_than_the_editor_configuration_says(string folder)
    {
        Assert.Contains($"max_line_length = {MostColumns}", File.ReadAllLines(Path.Combine(SourceTree.Root, ".editorconfig")));
        Faults.None(SourceTree.FilesBelow(folder).SelectMany(file => Breakable(File.ReadAllLines(file))
            .Where(line => line.Columns > MostColumns)
            .Select(line => $"{Path.GetRelativePath(SourceTree.Root, file)}:{line.Number} has {line.Columns} columns")));
    }

    /// <summary>The lines outside of raw texts over several lines, whose content cannot be broken without becoming another one.</summary>
    private static IEnumerable<(int Number, int Columns)> Breakable(string[] lines)
    {
        var isText = false;
        for (var at = 0; at < lines.Length; at++)
        {
            if (!isText)
                yield return (at + 1, lines[at].Length);
            if (lines[at].Split(Quotes).Length % 2 == 0)
                isText = !isText;
        }
    }
}
