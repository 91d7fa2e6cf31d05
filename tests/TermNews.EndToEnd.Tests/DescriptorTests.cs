using System.Collections.Concurrent;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Every command with standard streams that are closed, full, or no stream: it ends with the status that it has otherwise, or with 3 where
/// it had something to print or to read and could not. Nothing hangs and nothing aborts.
/// </summary>
public sealed class DescriptorTests(SmallDatabase small) : IClassFixture<SmallDatabase>
{
    private const int Unreadable = 3, AtOnce = 4;

    private static readonly ConcurrentDictionary<string, Task<Ended>> Usual = new();

    /// <summary>One case of every command, and of every command that reads standard input.</summary>
    private static readonly IReadOnlyList<string> Commands =
    [
        .. EveryCommandTests.Cases.Select(row => row.Data.Split(';')[0].Trim()).Where(line => line.Length > 0)
            .DistinctBy(line => string.Join(' ', line.Split(' ').TakeWhile(word => word.Trim('-').All(char.IsAsciiLetterLower)).Take(2))),
        "import -", "parse -", "extract -", "opml -", "comment import -", "comment add {story} -", "interests erase", "--plain",
        "list nosuch", "mark read 99999", "list --limit abc", "nosuch", "--help", "--version",
    ];

    [Theory]
    [InlineData("<&-")]
    [InlineData("</")]
    [InlineData("0>/dev/null")]
    [InlineData("2>&-")]
    [InlineData("2>/dev/full")]
    [InlineData("2</")]
    public Task An_odd_input_or_error_changes_no_status(string redirection) => ForEachAsync(redirection, (usual, ended) =>
        ended.ExitCode == usual.ExitCode
        || (ended.ExitCode == Unreadable && ended.Error.Contains("Standard input cannot be read", StringComparison.Ordinal)));

    [Theory]
    [InlineData(">&-")]
    [InlineData(">/dev/full")]
    [InlineData("1</")]
    [InlineData("<&- >&-")]
    [InlineData(">&- 2>&-")]
    [InlineData("<&- >&- 2>&-")]
    public Task What_cannot_be_printed_is_a_fault_and_nothing_else_is(string redirection) => ForEachAsync(redirection, (usual, ended) =>
        ended.ExitCode == (usual.Output.Length > 0 ? Unreadable : usual.ExitCode));

    private async Task ForEachAsync(string redirection, Func<Ended, Ended, bool> isRight)
    {
        await small.RunAsync("db path");
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            Commands, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (command, _) =>
            {
                var usual = await Usual.GetOrAdd(command, key => small.RunRedirectedAsync(key, "</dev/null"));
                var ended = await small.RunRedirectedAsync(command, redirection);
                if (!isRight(usual, ended))
                    wrong.Add($"\ntermnews {command} {redirection}: {ended.ExitCode}, else {usual.ExitCode}: {ended.Error}{ended.Output}");
            });
        Assert.Empty(wrong);
    }
}
