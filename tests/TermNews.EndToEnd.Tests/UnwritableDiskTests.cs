using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>
/// Every command on a disk without a free byte, and on one that is mounted read-only: what reads ends as it does elsewhere, what writes
/// ends with 3, and nothing hangs.
/// </summary>
public sealed class UnwritableDiskTests(SmallDatabase small) : IClassFixture<SmallDatabase>
{
    private const int WrongUse = 2, Unreadable = 3;

    /// <summary>The beginnings of the commands that write to the database.</summary>
    private static readonly string[] Writing =
    [
        "mark ", "split ", "mute word", "mute author", "mute feed", "mute category", "mute remove", "undo ", "redo", "comment add",
        "comment edit", "comment delete", "comment import", "feeds add", "feeds remove", "feeds rename", "feeds tag", "import ",
        "refresh ", "db check --repair", "db index", "db vacuum", "db restore", "interests like", "interests dislike", "interests forget",
        "interests set", "interests erase --yes",
    ];

    /// <summary>Those that find in this database that all is as they want it, and so have nothing to write.</summary>
    private static readonly string[] Idle = ["mark saved", "mark unread", "mark unpinned", "mark shown", "db index"];

    /// <summary>One of every command, also of those that stand only behind others in the cases.</summary>
    private static readonly IReadOnlyList<string> Commands =
    [
        .. EveryCommandTests.Cases.SelectMany(row => row.Data.Split(';', StringSplitOptions.TrimEntries)).Where(line => line.Length > 0)
            .DistinctBy(line => string.Join(' ', line.Split(' ').TakeWhile(word => word.Trim('-').All(char.IsAsciiLetterLower)).Take(3))),
        "undo 1", "--plain", "export all --format json --output {output}", "db backup {output}", "list all --full --format ndjson",
    ];

    [Fact]
    public async Task On_a_full_disk_reading_works_and_writing_is_3()
    {
        await using var disk = await MountAsync();
        disk.Fill();

        Assert.Equal("", string.Concat(await WrongAsync(disk)));
    }

    [Fact]
    public async Task On_a_read_only_disk_reading_works_and_writing_is_3()
    {
        await using var disk = await MountAsync();
        await disk.ForbidWritingAsync();

        Assert.Equal("", string.Concat(await WrongAsync(disk)));
    }

    [Fact]
    public async Task A_disk_that_went_away_is_told_with_3()
    {
        var disk = await MountAsync();
        await disk.DisposeAsync();

        var ended = await small.RunOnAsync(DatabaseOn(disk), "list");

        Assert.Equal(Unreadable, ended.ExitCode);
        Assert.Contains("There is no database", ended.Error, StringComparison.Ordinal);
    }

    private static string DatabaseOn(MountedDisk disk) => Path.Combine(disk.Folder, "news.db");

    private async Task<MountedDisk> MountAsync()
    {
        var copy = small.NewPath("original");
        await small.CopyAsync(copy);
        var disk = await MountedDisk.MountAsync(small.NewPath("disk"), new FileInfo(copy).Length + 16_384);
        File.Copy(copy, DatabaseOn(disk));
        return disk;
    }

    /// <summary>The commands that ended with another status than they should; a wrong use stays one.</summary>
    private async Task<IReadOnlyList<string>> WrongAsync(MountedDisk disk)
    {
        var backup = small.NewPath("backup");
        await small.CopyAsync(backup);
        var wrong = new List<string>();
        foreach (var command in Commands.Select(
            line => line.StartsWith("db restore", StringComparison.Ordinal) ? $"db restore {backup}" : line))
        {
            var usualCopy = small.NewPath("usual");
            File.Copy(backup, usualCopy);
            // One after the other on the disk: two refreshes at once would be one.
            var running = small.RunOnAsync(usualCopy, command);
            var ended = await small.RunOnAsync(DatabaseOn(disk), command);
            var usual = await running;
            var isWriting = IsWriting(command);
            if (ended.ExitCode != (isWriting && usual.ExitCode != WrongUse ? Unreadable : usual.ExitCode))
                wrong.Add($"\ntermnews {command}: {ended.ExitCode}, elsewhere {usual.ExitCode}: {ended.Error}{ended.Output}");
            if (!isWriting && ended.Output.Length == 0 && usual.Output.Length > 0)
                wrong.Add($"\ntermnews {command}: printed nothing: {ended.Error}");
        }
        return wrong;
    }

    private static bool IsWriting(string command) =>
        Writing.Any(start => (command + " ").StartsWith(start, StringComparison.Ordinal))
        && !Idle.Any(start => command.StartsWith(start, StringComparison.Ordinal))
        && !command.Contains("--dry-run", StringComparison.Ordinal) && !command.Contains("--list", StringComparison.Ordinal);
}
