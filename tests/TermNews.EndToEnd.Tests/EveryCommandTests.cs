using System.Text.RegularExpressions;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Every command of the published program, on a small database: what only the compilation ahead of time breaks shows here and in no other
/// test. A new command needs a line here.
/// </summary>
public sealed partial class EveryCommandTests(SmallDatabase small) : IClassFixture<SmallDatabase>
{
    /// <summary>What a program says that was compiled ahead of time, where code would have to be made at run time.</summary>
    private const string NeedsCompiler = "Dynamic code";

    /// <summary>They start programs of the desktop.</summary>
    private static readonly string[] OfTheDesktop = ["browser", "copy", "copy-title", "discussion", "mail"];

    public static TheoryData<string> Cases =>
        [.. CasesOfLists(), .. CasesOfChanges(), .. CasesOfFeeds(), .. CasesOfFiles(), .. CasesOfInterests()];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_command_works_as_it_was_compiled(string commands)
    {
        var name = NameOf(commands);
        if (name.Length > 0 && !(await CommandsAsync("")).Contains(name.Split(' ')[0]))
            Assert.Skip($"There is no {name} yet.");

        var ended = await small.RunAsync(commands);

        Assert.DoesNotContain(NeedsCompiler, ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.True(ended.ExitCode == 0, $"termnews {commands} ended with {ended.ExitCode}: {ended.Error}{ended.Output}");
    }

    [Fact]
    public async Task Every_command_has_a_case()
    {
        List<string> all = [];
        foreach (var command in await CommandsAsync(""))
        {
            var below = await CommandsAsync(command);
            all.AddRange(below.Count == 0 ? [command] : below.Select(name => $"{command} {name}"));
        }
        string[] done = [.. Cases.SelectMany(row => row.Data.Split(';', StringSplitOptions.TrimEntries)).Select(line => line + " ")];

        Assert.Contains("mute word", all);
        Assert.DoesNotContain(all, command => !done.Any(line => line.StartsWith(command + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_command_of_the_plain_reader_works_as_it_was_compiled()
    {
        var help = (await small.RunAsync("--plain", "help\n")).Lines.Skip(2).Select(line => line.Split(' ', ':')[0]).Except(OfTheDesktop);
        string[] typed = [.. LinesOfPlainReader.Select(small.Filled)];

        var ended = await small.RunAsync("--plain", string.Join('\n', typed) + "\n");

        Assert.Empty(help.Except(typed.Select(line => line.Split(' ')[0])));
        Assert.DoesNotContain(NeedsCompiler, ended.Output + ended.Error, StringComparison.Ordinal);
        Assert.Equal("", ended.Error);
        Assert.Equal(0, ended.ExitCode);
    }

    private static IEnumerable<string> CasesOfLists() =>
    [
        "",
        .. new[] { "latest", "popular", "must-read", "unread", "saved", "commented", "all" }.SelectMany(list => new[]
        {
            $"list {list}", $"count {list}",
                $"list {list} --format json --feed {{feed}} --tag Tests --category Testing --author Ada --since 2020-01-01",
        }),
        "list latest --query storm --until 2030-01-01 --format json", "mute word storm; list latest --muted", "mute word storm; list all",
        "count unread --by feed", "count all --by category", "search storm",
        "search title:storm OR law -bridge --feed {feed} --format json",
        "show {story}", "show {story} --format json", "show {story} --format html", "show {story} --full", "show {address}",
        "show {document}",
        "related {story}", "related {story} --format json", "why {story}", "why {story} --numbers", "why {story} --format json",
        "open {story} --print", "open {story} --enclosure 1 --print", "download {story} --output {output}",
        .. new[] { "text", "json", "ndjson", "csv", "tsv", "md", "html", "atom" }.Select(format => $"export all --format {format}"),
        "export latest --format html --output {output}", "digest", "digest --format md",
        "digest --format html --since 2020-01-01 --output {output}",
    ];

    private static IEnumerable<string> CasesOfChanges() =>
    [
        .. new[] { "read", "unread", "saved", "unsaved", "pinned", "unpinned", "hidden", "shown" }.Select(
            change => $"mark {change} {{story}}; list must-read"),
        "mark read --all --feed {feed}; list unread", "mark hidden --all --query storm --dry-run",
        "split {story}; split {story} --undo; list latest",
        "mark read {story}; feeds remove {feed}; undo --list; undo 2; undo --list --format json; redo; list latest; search storm",
        "mute", "mute word storm --for 30d; mute list; mute list --format json; list latest; mute remove word storm",
        "mute author Ada; list latest",
        "mute feed {feed} --until 2030-01-01; list latest; mute remove feed {feed}",
        "mute category Testing; list popular; mute remove category Testing",
        "comment list", "comment list {story} --format json",
        "comment add {story} Again; comment add {story} Yes --reply-to {comment}; comment list",
        "comment edit {comment} Better; comment history {comment} --format json", "comment list --search SECOND",
        "comment edit {comment} Better; list commented", "comment delete {comment}; list commented", "comment export --format json",
        "comment delete {comment}; comment import {comments}; comment list",
    ];

    private static IEnumerable<string> CasesOfFeeds() =>
    [
        "refresh --force", "refresh {feed} --force --format json", "feeds", "feeds list", "feeds list --broken --format json",
        "feeds check",
        "feeds add {added} --title Bridges --tag works --tag roads; list latest --tag roads", "feeds rename {feed} Mornings; list latest",
        "feeds tag {feed} works roads; feeds list --format json", "feeds remove {feed}; list latest", "import {opml}", "export-opml",
        "export-opml --output {output}",
    ];

    private static IEnumerable<string> CasesOfFiles() =>
    [
        "parse {document}", "parse {document} --format ndjson --raw", "extract {page}", "extract {page} --format json", "opml {opml}",
        "db path", "db check", "db check --repair", "db stats", "db stats --format json", "db backup {output}.db", "db index", "db vacuum",
        "db backup {output}-2.db; mark read {story}; db restore {output}-2.db; list unread",
    ];

    private static IEnumerable<string> CasesOfInterests() =>
    [
        "interests", "interests --format json", "interests like storm; interests; list must-read; why {story}",
        "interests dislike --category Testing; interests",
        "interests forget --feed {feed}; interests", "interests set storm 1.5; mark saved {story}; interests; list must-read",
        "interests erase --yes; interests",
    ];

    /// <summary>What is typed into the plain reader, in an order in which all of it can be done.</summary>
    private static readonly string[] LinesOfPlainReader =
    [
        "popular", "must-read", "saved", "commented", "latest", "next", "previous", "list", "open 1", "text", "find report", "links",
        "link 1 show",
        "files", "file 1 show", "related", "open 1", "full", "full", "fetch-again", "latest", "next-unread", "previous-unread",
        "search storm", "list", "filter law", "all",
        "arrivals", "read 1", "unread 1", "save 1", "unsave 1", "pin 1", "unpin 1", "hide 1", "undo", "redo", "undo", "unhide 1",
        "mute word law", "muted",
        "unmute word law", "latest", "sources 1", "list", "split 1", "undo", "why 1 numbers", "comments 1", "comment 1 Text", "open 1",
        "reply 1 Answer", "edit 1 Better", "delete 1", "address 1",
        "latest", "mark-all-read", "undo", "feeds", "add {added}", "rename 1 Mornings", "tag 1 works, roads", "only works", "all",
        "refresh", "wrap off", "page off", "help",
        "feeds", "remove 1", "leave", "quit",
    ];

    private async Task<IReadOnlyList<string>> CommandsAsync(string group)
    {
        var help = (await small.RunAsync($"{group} --help")).Output;
        var at = help.IndexOf("\nCommands:\n", StringComparison.Ordinal);
        return at < 0 ? [] : [.. CommandName.Matches(help[at..]).Select(match => match.Groups[1].Value)];
    }

    private static string NameOf(string commands) => commands.Split(' ')[0];

    [GeneratedRegex("(?m)^  ([a-z][a-z-]*)( |$)")]
    private static partial Regex CommandName { get; }
}
