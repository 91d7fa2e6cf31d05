using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TermNews.Core.Tests.Architecture;

/// <summary>All files of the program and of its tests, read once.</summary>
internal static partial class SourceTree
{
    /// <summary>The folder of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The files of src.</summary>
    public static IReadOnlyList<SourceFile> Program { get; } = [.. FilesBelow("src").Select(SourceFile.Read)];

    /// <summary>Namespaces that a project of src uses in all its files, by the folder of the project: <c>src/TermNews.Core</c>.</summary>
    public static ILookup<string, string> GlobalUsings { get; } = Directory
        .EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .SelectMany(file => GlobalUsing.Matches(File.ReadAllText(file))
            .Select(match => (Project: $"src/{Path.GetFileNameWithoutExtension(file)}", Namespace: match.Groups[1].Value)))
        .ToLookup(pair => pair.Project, pair => pair.Namespace, StringComparer.Ordinal);

    /// <summary>Folders of src that have files of their own, as CONTRIBUTING names them: <c>Core/Text</c>.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        [.. Program.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The folders in which a type of this name is declared; mostly one.</summary>
    public static ILookup<string, string> FoldersOfType { get; } = Program
        .SelectMany(file => file.Types.Select(type => (type.Name, file.Folder))).Distinct()
        .ToLookup(pair => pair.Name, pair => pair.Folder, StringComparer.Ordinal);

    /// <summary>C# files below a folder of the repository, without what was built.</summary>
    public static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built.IsMatch(Path.GetRelativePath(Root, file))).Order(StringComparer.Ordinal);

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TermNews.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"<Using Include=""([\w.]+)"" />")]
    private static partial Regex GlobalUsing { get; }

    [GeneratedRegex(@"(^|[\\/])(bin|obj)[\\/]")]
    private static partial Regex Built { get; }
}
