using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TermNews.Cli.Start;

namespace TermNews.Cli.Tests;

/// <summary>Commands that sentences, help and README name, held against the tree of commands.</summary>
public sealed partial class NamedCommandsTests
{
    private static readonly string Root = FindRoot();
    private static readonly Command Tree = CommandLine.Create(new ProgramContext());

    [Fact]
    public void Every_command_and_option_that_a_text_names_exists()
    {
        var texts = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built.IsMatch(Path.GetRelativePath(Root, file)))
            .Concat(["README.md", "CONTRIBUTING.md", "install.sh"]);
        var wrong = texts.SelectMany(file => Named(File.ReadAllText(Path.Combine(Root, file))).Where(words => !Exists(words))
            .Select(words => $"{Path.GetRelativePath(Root, Path.Combine(Root, file))}: termnews {words}")).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_example_of_the_help_is_understood()
    {
        var examples = All(Tree).SelectMany(command => Named(command.Description ?? "")).ToList();
        var wrong = examples.Where(words => Faults(words) is not null).Select(words => $"termnews {words}: {Faults(words)}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.NotEmpty(examples);
    }

    [Fact]
    public void Every_example_of_the_readme_is_understood()
    {
        var examples = File.ReadLines(Path.Combine(Root, "README.md"))
            .Where(line => line.StartsWith("    termnews ", StringComparison.Ordinal))
            .SelectMany(Named).ToList();
        var wrong = examples.Where(words => Faults(words) is not null).Select(words => $"termnews {words}: {Faults(words)}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.NotEmpty(examples);
    }

    private static IEnumerable<Command> All(Command command) => command.Subcommands.SelectMany(All).Prepend(command);

    /// <summary>What follows the program's name, up to the end of the quotation, the line or the command.</summary>
    private static IEnumerable<string> Named(string text) =>
        Mention.Matches(text.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal))
            .Select(match => End.Split(match.Groups[1].Value)[0].Trim()).Where(words => words.Length > 0);

    /// <summary>The words name a command, as far as they are not prose, and every option is one of its own.</summary>
    private static bool Exists(string words)
    {
        var command = Tree;
        var isPath = true;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd('.', ',', ';', ':', ')', '"', '\'');
            var isOption = bare.StartsWith("--", StringComparison.Ordinal);
            if (isOption && !Has(command, bare))
                return false;
            if (isPath && command.Subcommands.FirstOrDefault(sub => sub.Name == bare) is { } next)
                command = next;
            else if (isPath && !isOption && command.Subcommands.Count > 0 && Word.IsMatch(bare))
                return false;
            else
                isPath = false;
            if (bare.Length + 1 <= word.Length && word[bare.Length] is '"' or '\'')
                return true;
        }
        return true;
    }

    private static bool Has(Command command, string option) =>
        command.Options.Any(one => one.Name == option || one.Aliases.Contains(option))
        || command.Parents.OfType<Command>()
        .Any(parent => parent.Options.Any(one => one.Recursive && one.Name == option) || Has(parent, option));

    /// <summary>What the parser says about a command line; null where it is understood.</summary>
    private static string? Faults(string words)
    {
        List<string> split = [.. Argument.Matches(words).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value)];
        var args = Tree.Parse(split, CommandLine.Parsing);
        return args.Errors.Count == 0 && Exists(words) ? null
            : string.Join("; ", args.Errors.Select(error => error.Message).DefaultIfEmpty("unknown"));
    }

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(Path.Combine(folder.FullName, "TermNews.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"(?<![\w/.-])termnews ([^\n]*)")]
    private static partial Regex Mention { get; }

    [GeneratedRegex(@"[`{<]|\s[#|>&]")]
    private static partial Regex End { get; }

    [GeneratedRegex(@"^[a-z][a-z-]*$")]
    private static partial Regex Word { get; }

    [GeneratedRegex(@"'([^']*)'|""([^""]*)""|(\S+)")]
    private static partial Regex Argument { get; }

    [GeneratedRegex(@"(^|[\\/])(bin|obj)[\\/]")]
    private static partial Regex Built { get; }
}
