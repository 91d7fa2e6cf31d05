using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TermNews.Core.Tests;

/// <summary>Who may see whom, read from the source itself.</summary>
public sealed partial class LayeringTests
{
    private static readonly string Root = FindRoot();

    /// <summary>Folders of the core, and what each must not see.</summary>
    public static TheoryData<string, string[]> Forbidden => new()
    {
        { "Lists", ["Text", "Html", "Stories", "Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Listing", ["Html", "Feeds", "Articles", "Storage", "Export", "Reader"] },
        { "Text", ["Html", "Stories", "Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Stories", ["Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Pictures", ["Html", "Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Clusters", ["Html", "Stories", "Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Html", ["Stories", "Feeds", "Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Feeds", ["Articles", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Articles", ["Feeds", "Ranking", "Listing", "Storage", "Export", "Reader"] },
        { "Ranking", ["Feeds", "Articles", "Listing", "Storage", "Export", "Reader"] },
        { "Storage", ["Html", "Feeds", "Articles", "Ranking", "Listing", "Export", "Reader"] },
        { "Export", ["Feeds", "Storage", "Reader"] },
        { "Reader", ["Feeds", "Storage", "Export"] },
    };

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void A_folder_of_the_core_does_not_see_what_it_must_not(string folder, string[] forbidden)
    {
        var files = SourcesIn(Path.Combine(Root, "src", "TermNews.Core", folder));
        foreach (var file in files)
            Assert.Empty(Seen(file).Intersect(forbidden).Select(seen => $"{Path.GetFileName(file)} sees {seen}"));
    }

    [Fact]
    public void Only_the_wiring_and_the_commands_about_the_database_see_storage()
    {
        var outside = SourcesIn(Path.Combine(Root, "src")).Where(file => !file.StartsWith(
            Path.Combine(Root, "src", "TermNews.Core", "Storage"), StringComparison.Ordinal));
        var seeing = outside.Where(file => Seen(file).Contains("Storage")).Select(Path.GetFileName);
        Assert.DoesNotContain(seeing, name => !MayWire(name!));
    }

    [Fact]
    public void The_folders_are_found() => Assert.NotEmpty(SourcesIn(Path.Combine(Root, "src", "TermNews.Core", "Storage")));

    [Theory]
    [InlineData("src/TermNews.Core")]
    [InlineData("tests/TermNews.Core.Tests")]
    public void The_core_and_its_tests_know_no_screen_and_no_command_line(string project)
    {
        var toolkit = string.Concat("Terminal", ".Gui");
        var commandLine = string.Concat("System", ".CommandLine");
        var files = SourcesIn(Path.Combine(Root, project)).Append(Directory.GetFiles(Path.Combine(Root, project), "*.csproj").Single());
        foreach (var file in files)
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

    private static bool MayWire(string name) =>
        name is "Program.cs" or "ProgramContext.cs" or "CommandLine.cs" or "Newsroom.cs" or "BundledEdition.cs" || name.StartsWith("Wiring", StringComparison.Ordinal)
        || name.StartsWith("Db", StringComparison.Ordinal);

    /// <summary>Folders named in using directives and in names written out, comments left aside.</summary>
    private static HashSet<string> Seen(string file) =>
        [.. CoreName.Matches(LineComment.Replace(File.ReadAllText(file), "")).Select(match => match.Groups[1].Value)
            .Except([Path.GetFileName(Path.GetDirectoryName(file))!])];

    private static IEnumerable<string> SourcesIn(string folder) => !Directory.Exists(folder) ? [] :
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built.IsMatch(Path.GetRelativePath(Root, file)));

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TermNews.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\bCore\.(Text|Html|Lists|Listing|Stories|Feeds|Articles|Ranking|Storage|Export|Reader)\b")]
    private static partial Regex CoreName { get; }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex LineComment { get; }

    [GeneratedRegex(@"(^|[\\/])(bin|obj)[\\/]")]
    private static partial Regex Built { get; }
}
