using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class NewsDatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-").FullName;
    private readonly FakeTimeProvider _clock = new(A.Noon);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private Task<NewsDatabase> OpenAsync(string path, params Migration[] steps) =>
        NewsDatabase.OpenFileAsync(path, _clock, steps.Length > 0 ? steps : Migration.All, A.Token);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Opening fails with a sentence that names the path, and leaves the folder as it was, byte for byte.</summary>
    private async Task<string> RefusedAsync(string path)
    {
        var before = Snapshot();
        var error = await Assert.ThrowsAsync<NewsException>(() => OpenAsync(path));
        Assert.Equal(NewsFault.Unreadable, error.Fault);
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
        return error.Message;
    }

    private string Snapshot() => string.Join('\n', Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(entry => entry + (File.Exists(entry)
            ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(entry))) : "")));

    [Fact]
    public async Task A_new_database_makes_its_folders_for_the_owner_alone()
    {
        var path = PathOf("a/b/news.db");
        using var database = await OpenAsync(path);
        Assert.Equal(0, (await database.StatsAsync(A.Token)).Stories);
        Assert.Equal("wal", await JournalModeAsync(database));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(PathOf("a/b")));
    }

    private static Task<string> JournalModeAsync(NewsDatabase database) => database.RunAsync(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode";
        return Task.FromResult((string)command.ExecuteScalar()!);
    }, A.Token);

    [Fact]
    public async Task A_closed_database_leaves_one_file_and_opens_again()
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        Assert.Equal([PathOf("news.db")], Directory.GetFiles(_folder));
        using var again = await OpenAsync(PathOf("news.db"));
        Assert.Empty(await again.CheckAsync(A.Token));
    }

    [Fact]
    public async Task A_folder_is_refused() =>
        Assert.Contains("is a folder", await RefusedAsync(Directory.CreateDirectory(PathOf("folder")).FullName), StringComparison.Ordinal);

    [Fact]
    public async Task Text_is_refused()
    {
        await File.WriteAllTextAsync(PathOf("notes.txt"), string.Concat(Enumerable.Repeat("Not a database. ", 100)), A.Token);
        Assert.Contains("is not a TermNews database", await RefusedAsync(PathOf("notes.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_few_bytes_are_refused()
    {
        await File.WriteAllTextAsync(PathOf("few"), "SQLite format 3\0", A.Token);
        await RefusedAsync(PathOf("few"));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused()
    {
        Run(PathOf("other.db"), "CREATE TABLE bookmarks (id); PRAGMA user_version = 1;");
        Assert.Contains("another program", await RefusedAsync(PathOf("other.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        Run(PathOf("news.db"), "PRAGMA user_version = 99");
        Assert.Contains("newer", await RefusedAsync(PathOf("news.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_that_still_lies_in_the_log_is_refused()
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        using var other = new SqliteConnection($"Data Source={PathOf("news.db")};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA user_version = 99";
        command.ExecuteNonQuery();
        var error = await Assert.ThrowsAsync<NewsException>(() => OpenAsync(PathOf("news.db")));
        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, 3900)]
    [InlineData(4096, 40000)]
    public async Task A_damaged_database_is_refused_or_found_by_the_check(int from, int count)
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        await using (var file = File.OpenWrite(PathOf("news.db")))
        {
            file.Position = from;
            await file.WriteAsync(Enumerable.Repeat((byte)0xA5, count).ToArray(), A.Token);
        }
        Assert.Contains("is damaged", await RefusedAsync(PathOf("news.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_database_is_refused()
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        await using (var file = File.OpenWrite(PathOf("news.db")))
            file.SetLength(8192);
        Assert.Contains("is damaged", await RefusedAsync(PathOf("news.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_becomes_a_database()
    {
        await File.WriteAllBytesAsync(PathOf("news.db"), [], A.Token);
        using var database = await OpenAsync(PathOf("news.db"));
        Assert.Equal(Migration.All[^1].Number, (await database.StatsAsync(A.Token)).Schema);
    }

    [Fact]
    public async Task A_path_below_a_file_is_refused()
    {
        await File.WriteAllTextAsync(PathOf("file"), "x", A.Token);
        await RefusedAsync(PathOf("file/news.db"));
    }

    [Fact]
    public async Task A_place_that_forbids_writing_is_refused()
    {
        if (!Directory.Exists("/proc/self"))
            Assert.Skip("There is no /proc to be refused by.");
        var error = await Assert.ThrowsAsync<NewsException>(() => OpenAsync("/proc/self/news.db"));
        Assert.Equal(NewsFault.Unreadable, error.Fault);
        Assert.Contains("/proc/self/news.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_database_is_read_and_not_written()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "File modes hold no one back here.");
        if (OperatingSystem.IsWindows())
            return;
        using (var database = await OpenAsync(PathOf("news.db")))
            await new FeedRepository(database).AddAsync([new NewSubscription("https://e", null, [])], A.Token);
        File.SetUnixFileMode(PathOf("news.db"), UnixFileMode.UserRead);
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            using var database = await OpenAsync(PathOf("news.db"));
            Assert.Single(await new FeedRepository(database).ListAsync(A.Token));
            var error = await Assert.ThrowsAsync<NewsException>(() => new FeedRepository(database).RenameAsync(1, "x", A.Token));
            Assert.Contains("read-only", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_is_half_written()
    {
        using var database = await OpenAsync(PathOf("news.db"));
        var feeds = new FeedRepository(database);
        var id = (await feeds.AddAsync([new NewSubscription("https://e", null, [])], A.Token))[0].Id;
        await database.WriteAsync(connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA max_page_count = 1";   // SQLite makes it the number of pages there are.
            return Task.FromResult(command.ExecuteScalar());
        }, A.Token);
        var many = Enumerable.Range(0, 200).Select(i => A.Incoming($"{i}", text: new string('x', 9000))).ToArray();
        var error = await Assert.ThrowsAsync<NewsException>(() => feeds.StoreAsync([A.Update(id, many)], A.Token));
        Assert.Contains("the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await database.StatsAsync(A.Token)).Stories);
        Assert.Empty(await database.CheckAsync(A.Token));
    }

    [Fact]
    public async Task An_older_database_is_brought_up_to_date_once_after_a_backup()
    {
        Migration[] next = [.. Migration.All, new Migration(Migration.All[^1].Number + 1,
            "CREATE TABLE extra (id); INSERT INTO extra VALUES (7);")];
        using (var old = await OpenAsync(PathOf("news.db")))
            await new FeedRepository(old).AddAsync([new NewSubscription("https://e", null, [])], A.Token);

        var both = await Task.WhenAll(Task.Run(() => OpenAsync(PathOf("news.db"), next)),
            Task.Run(() => OpenAsync(PathOf("news.db"), next)));
        Assert.Single(await new FeedRepository(both[1]).ListAsync(A.Token));
        both[0].Dispose();
        both[1].Dispose();
        (await OpenAsync(PathOf("news.db"), next)).Dispose();

        Assert.Equal(1, Ask(PathOf("news.db"), "SELECT count(*) FROM extra"));
        var backup = PathOf($"news.db.backup-v{Migration.All[^1].Number}");
        Assert.Equal(1, Ask(backup, "SELECT count(*) FROM feeds"));
        Assert.Equal(Migration.All[^1].Number, Ask(backup, "PRAGMA user_version"));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was()
    {
        (await OpenAsync(PathOf("news.db"))).Dispose();
        Migration[] broken = [.. Migration.All, new Migration(Migration.All[^1].Number + 1, "CREATE TABLE extra (id); SELECT nonsense;")];
        await Assert.ThrowsAsync<NewsException>(() => OpenAsync(PathOf("news.db"), broken));
        Assert.Equal(0, Ask(PathOf("news.db"), "SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"));
        using var still = await OpenAsync(PathOf("news.db"));
        Assert.Empty(await still.CheckAsync(A.Token));
    }

    [Fact]
    public async Task Two_that_write_at_once_both_succeed_and_a_reader_does_not_wait()
    {
        using var one = await OpenAsync(PathOf("news.db"));
        using var two = await OpenAsync(PathOf("news.db"));
        var feeds = await new FeedRepository(one).AddAsync([new NewSubscription("https://a", null, []),
            new NewSubscription("https://b", null, [])], A.Token);
        Assert.Equal(2, await one.WriteAsync(async _ => (await new FeedRepository(two).ListAsync(A.Token)).Count, A.Token));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => new FeedRepository(i % 2 == 0 ? one : two)
            .StoreAsync([A.Update(feeds[i % 2].Id, A.Incoming($"g{i}", $"t{i}"))], A.Token))));
        Assert.Equal(20, await new StoryRepository(two).CountAsync(new StoryQuery(), A.Token));
    }

    [Fact]
    public async Task A_database_in_memory_lasts_as_long_as_its_object()
    {
        using (var database = await NewsDatabase.OpenFileAsync(NewsDatabase.MemoryPath, _clock, A.Token))
        {
            await new FeedRepository(database).AddAsync([new NewSubscription("https://e", null, [])], A.Token);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
                Task.Run(async () => Assert.Single(await new FeedRepository(database).ListAsync(A.Token)))));
        }
        using var other = await NewsDatabase.OpenMemoryAsync(_clock, A.Token);
        Assert.Empty(await new FeedRepository(other).ListAsync(A.Token));
    }

    [Fact]
    public async Task Changes_of_the_reader_wait_for_the_disk_and_other_writes_do_not()
    {
        using var database = await OpenAsync(PathOf("news.db"));
        const long normal = 1, full = 2;   // https://www.sqlite.org/pragma.html#pragma_synchronous
        Task<long> Synchronous(SqliteConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous";
            return Task.FromResult((long)command.ExecuteScalar()!);
        }

        Assert.Equal(normal, await database.WriteAsync(Synchronous, A.Token));
        Assert.Equal(full, await database.KeepAsync(Synchronous, A.Token));
        Assert.Equal(normal, await database.WriteAsync(Synchronous, A.Token));
    }

    [Fact]
    public async Task Giving_up_is_told_as_giving_up()
    {
        using var database = await OpenAsync(PathOf("news.db"));
        using var giveUp = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.RunAsync(connection =>
        {
            connection.CreateFunction("give_up", () => { giveUp.Cancel(); return 1L; });
            using var command = connection.CreateCommand();
            command.CommandText = "WITH RECURSIVE n (i) AS (SELECT give_up() UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";
            return Task.FromResult(command.ExecuteScalar());
        }, giveUp.Token));
        Assert.Equal(0, (await database.StatsAsync(A.Token)).Stories);
    }

    [Fact]
    public async Task The_check_finds_a_search_index_that_lost_rows_and_rows_without_a_parent()
    {
        using var database = await OpenAsync(PathOf("news.db"));
        var feed = (await new FeedRepository(database).AddAsync([new NewSubscription("https://e", null, [])], A.Token))[0].Id;
        await new FeedRepository(database).StoreAsync([A.Update(feed, A.Incoming("1"), A.Incoming("2"))], A.Token);
        Assert.Empty(await database.CheckAsync(A.Token));
        await new SearchIndex(database).CatchUpAsync(IndexPace.AtOnce, A.Token);
        Assert.Empty(await database.CheckAsync(A.Token));
        Run(PathOf("news.db"), "PRAGMA foreign_keys = OFF; DELETE FROM story_index WHERE rowid = 1; DELETE FROM feeds;");
        var problems = await database.CheckAsync(A.Token);
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("index differs", StringComparison.Ordinal));
        Assert.Contains("A row of stories names a row of feeds that does not exist.", problems);
    }
}
