using System.Diagnostics;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Where a database lies: missing, empty or odd files, places without room, and the files beside it.</summary>
public sealed class DatabasePlaceTests : TemporaryDatabase
{
    /// <summary>Of no process: above the largest id that Linux gives (PID_MAX_LIMIT, 2^22).</summary>
    private const int Nobody = 4_194_305;

    private string Place => Path.Combine(Folder, "place.db");

    private Task<NewsDatabase> OpenAsync() => NewsDatabase.OpenFileAsync(Place, Clock, Token);

    private async Task<string> RefusedAsync(string path)
    {
        var refused = await Assert.ThrowsAsync<NewsException>(() => NewsDatabase.OpenFileAsync(path, Clock, Token));
        Assert.Equal(NewsFault.Unreadable, refused.Fault);
        return refused.Message;
    }

    /// <summary>A copy of a database with one comment that is in its log alone.</summary>
    private async Task CopyWithLogAsync()
    {
        await StoreAsync(await FeedAsync(), A.Incoming(title: "Headline"));
        await Comments.AddAsync(await IdAsync("Headline"), "Ada", CommentText.Create("In the log"), null, Token);
        System.IO.File.Copy(File, Place);
        System.IO.File.Copy(File + "-wal", Place + "-wal");
    }

    /// <summary>SQLite cannot make its -shm, as on a full disk.</summary>
    private void TakeAwayRoom() => System.IO.File.CreateSymbolicLink(Place + "-shm", Path.Combine(Folder, "nowhere", "shm"));

    [Fact]
    public async Task What_only_reads_makes_no_database()
    {
        var refused = await Assert.ThrowsAsync<NewsException>(() => NewsDatabase.OpenExistingAsync(Place, Clock, Token));

        Assert.Contains($"There is no database {Place}", refused.Message, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(Place));
    }

    [Fact]
    public async Task An_empty_file_is_nothing_to_read_and_what_writes_says_so()
    {
        await System.IO.File.WriteAllTextAsync(Place, "", Token);

        var refused = await Assert.ThrowsAsync<NewsException>(() => NewsDatabase.OpenExistingAsync(Place, Clock, Token));
        Assert.Contains("is empty (0 bytes)", refused.Message, StringComparison.Ordinal);
        using (var made = await OpenAsync())
            Assert.True(made.WasEmpty);
        using var again = await OpenAsync();
        Assert.False(again.WasEmpty);
    }

    [Fact]
    public async Task A_pipe_is_refused_at_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes with names.");
        using (var made = Process.Start("mkfifo", [Place]))
            await made.WaitForExitAsync(Token);

        Assert.Contains("is a device or a pipe", await RefusedAsync(Place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_too_long_for_SQLite_is_said_to_be_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The limit is another one.");
        var folder = Path.Combine(Folder, new string('a', 200), new string('b', 200));
        var longest = Path.Combine(folder, new string('c', 504 - folder.Length - 1));
        (await NewsDatabase.OpenFileAsync(longest, Clock, Token)).Dispose();

        Assert.Contains("has 505 bytes", await RefusedAsync(longest + "c"), StringComparison.Ordinal);
        var backup = await Assert.ThrowsAsync<NewsException>(() => Database.BackupAsync(longest + "c", Token));
        Assert.Contains("bytes", backup.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_room_for_a_log_everything_is_read_and_writing_says_why_not()
    {
        (await OpenAsync()).Dispose();
        TakeAwayRoom();

        using var database = await OpenAsync();

        Assert.Empty(await database.CheckAsync(Token));
        Assert.NotNull(database.ReadOnlyReason);
        var refused = await Assert.ThrowsAsync<NewsException>(() => database.WriteAsync(_ => Task.FromResult(0), Token));
        Assert.Contains(database.ReadOnlyReason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_in_a_log_are_read_where_there_is_no_room()
    {
        await CopyWithLogAsync();
        TakeAwayRoom();
        var before = Directory.GetDirectories(Path.GetTempPath(), "termnews-*").ToHashSet();

        using (var database = await OpenAsync())
        {
            Assert.True(database.IsReadOnly);
            Assert.Equal("In the log", Assert.Single(await new Core.Storage.CommentRepository(database).ListAsync(null, Token)).Text.Value);
            await database.BackupAsync(Path.Combine(Folder, "backup.db"), Token);
            await Assert.ThrowsAsync<NewsException>(() => database.WriteAsync(_ => Task.FromResult(0), Token));
        }

        using var backup = await NewsDatabase.OpenExistingAsync(Path.Combine(Folder, "backup.db"), Clock, Token);
        Assert.Single(await new Core.Storage.CommentRepository(backup).ListAsync(null, Token));
        Assert.DoesNotContain(
            Directory.GetDirectories(Path.GetTempPath(), "termnews-*").Except(before),
            folder => System.IO.File.Exists(Path.Combine(folder, "copy.db")) && folder != Folder);
    }

    [Fact]
    public async Task An_older_version_is_read_where_there_is_no_room()
    {
        (await NewsDatabase.OpenFileAsync(Place, Clock, [.. Migration.All.Take(15)], Token)).Dispose();
        var bytes = await System.IO.File.ReadAllBytesAsync(Place, Token);
        TakeAwayRoom();

        using (var database = await OpenAsync())
        {
            Assert.True(database.IsReadOnly);
            Assert.Equal(Migration.All[^1].Number, (await database.StatsAsync(Token)).Schema);
        }
        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(Place, Token));
    }

    [Fact]
    public async Task What_a_killed_backup_left_is_gone_after_the_next()
    {
        var left = Path.Combine(Folder, $"yesterday.db.termnews-{Nobody}-1.part");
        var running = Path.Combine(Folder, $"other.db.termnews-{Environment.ProcessId}-99999.part");
        foreach (var besides in (string[])["-wal", "-journal"])   // What is left where only the copy itself was put in its place.
            await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, $"older.db.termnews-{Nobody}-2.part{besides}"), "", Token);
        string[] foreign = [Path.Combine(Folder, "film.mkv.part"), Path.Combine(Folder, $"a.{Guid.NewGuid():N}.part")];
        foreach (var file in (string[])[left, left + "-journal", running, .. foreign])
            await System.IO.File.WriteAllTextAsync(file, "part", Token);

        await Database.BackupAsync(Path.Combine(Folder, "today.db"), Token);

        Assert.Equal([.. foreign.Append(running).Order(StringComparer.Ordinal)],
            Directory.GetFiles(Folder, "*.part*").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_files_of_a_database_have_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no modes.");
            return;
        }
        (await NewsDatabase.OpenFileAsync(Place, Clock, [.. Migration.All.Take(15)], Token)).Dispose();
        const UnixFileMode shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        System.IO.File.SetUnixFileMode(Place, shared);

        using (var database = await OpenAsync())
        using (RefreshLock.TryTake(Place + ".refresh"))
        {
            await database.WriteAsync(_ => Task.FromResult(0), Token);
            await database.BackupAsync(Place + ".backup", Token);
            Assert.All(Directory.GetFiles(Folder, "place.db*"), file => Assert.Equal((file, shared), (file, ModeOf(file))));
            Assert.Equal(6, Directory.GetFiles(Folder, "place.db*").Length);
        }
        await DatabaseRestore.RunAsync(Place, Place + ".backup", Clock, Token);
        Assert.Equal(shared, ModeOf(Place));
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? default : System.IO.File.GetUnixFileMode(file);
}
