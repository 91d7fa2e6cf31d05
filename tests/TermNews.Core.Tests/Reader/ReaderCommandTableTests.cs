using System.Reflection;
using System.Text.RegularExpressions;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;

namespace TermNews.Core.Tests.Reader;

public sealed partial class ReaderCommandTableTests
{
    [Fact]
    public void Every_command_is_in_the_table_once()
    {
        var rows = typeof(ReaderCommands).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(ReaderCommand) && !field.Name.Contains('<', StringComparison.Ordinal))
            .Select(field => ((ReaderCommand)field.GetValue(null)!).Name)
            .Concat(ListCommands.All.Select(row => row.Name));

        Assert.Equal(rows.Order(), ReaderCommands.Table.Select(row => row.Name).Order());
    }

    [Fact]
    public void Every_key_in_a_sentence_is_that_of_a_command()
    {
        var names = ReaderCommands.Table.Select(row => row.Name).ToHashSet();
        var sources = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var named = sources.SelectMany(file => KeyPlace.Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value)
            .Where(name => name != "name").ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, names));
    }

    [Fact]
    public void An_unknown_command_is_answered_with_the_nearest_ones()
    {
        var wrong = Assert.Throws<NewsException>(() =>
            ReaderKeys.Create(new Dictionary<string, IReadOnlyList<string>> { ["toggel-read"] = ["x"] }));

        Assert.Contains("toggle-read", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("termnews config", wrong.Message, StringComparison.Ordinal);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TermNews.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"\{key:([a-z-]+)\}")]
    private static partial Regex KeyPlace { get; }
}
