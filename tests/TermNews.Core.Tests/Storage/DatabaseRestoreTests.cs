using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class DatabaseRestoreTests : TemporaryDatabase
{
    private string Backup => Path.Combine(Folder, "backup.db");

    private string Place => Path.Combine(Folder, "place.db");

    private Task<string?> RestoreAsync(string path) => DatabaseRestore.RunAsync(path, Backup, Clock, Token);

    /// <summary>A backup with one comment; the database has two, the second in its log alone.</summary>
    private async Task FillAsync()
    {
        var feed = await FeedAsync();
        await StoreAsync(feed, A.Incoming(title: "Headline"));
        var story = await IdAsync("Headline");
        await Comments.AddAsync(story, "Ada", CommentText.Create("First"), null, Token);
        await Database.BackupAsync(Backup, Token);
        await Comments.AddAsync(story, "Ada", CommentText.Create("Second"), null, Token);
    }

    /// <summary>The files as a killed process leaves them.</summary>
    private void KillAt(string path)
    {
        System.IO.File.Copy(File, path);
        System.IO.File.Copy(File + "-wal", path + "-wal");
    }

    private async Task<string[]> CommentsOfAsync(string path)
    {
        await using var database = await NewsDatabase.OpenExistingAsync(path, Clock, Token);
        Assert.Empty(await database.CheckAsync(Token));
        var comments = await new Core.Storage.CommentRepository(database).ListAsync(null, Token);
        return [.. comments.Select(comment => comment.Text.Value)];
    }

    [Fact]
    public async Task A_log_that_a_killed_process_left_does_not_go_over_the_backup()
    {
        await FillAsync();
        KillAt(Place);

        var kept = await RestoreAsync(Place);

        Assert.Equal(["First"], await CommentsOfAsync(Place));
        Assert.Equal(Place + ".before-restore-20260314-120000", kept);
        Assert.Equal(["First", "Second"], await CommentsOfAsync(kept!));
        Assert.Empty(Directory.GetFiles(Folder, "*.part*"));
    }

    [Fact]
    public async Task A_database_that_is_in_use_is_not_replaced()
    {
        await FillAsync();
        KillAt(Place);
        using (await NewsDatabase.OpenExistingAsync(Place, Clock, Token))
        {
            var refused = await Assert.ThrowsAsync<NewsException>(() => RestoreAsync(Place));
            Assert.Contains("is in use", refused.Message, StringComparison.Ordinal);
        }
        Assert.Equal(["First", "Second"], await CommentsOfAsync(Place));
        Assert.Empty(Directory.GetFiles(Folder, "*before-restore*"));
        Assert.Empty(Directory.GetFiles(Folder, "*.part*"));
    }

    [Fact]
    public async Task A_damaged_database_is_replaced_and_kept_with_its_log()
    {
        await FillAsync();
        await System.IO.File.WriteAllTextAsync(Place, new string('x', 9000), Token);
        await System.IO.File.WriteAllTextAsync(Place + "-wal", "the log", Token);

        var kept = await RestoreAsync(Place);

        Assert.Equal(["First"], await CommentsOfAsync(Place));
        Assert.Equal(new string('x', 9000), await System.IO.File.ReadAllTextAsync(kept!, Token));
        Assert.Equal("the log", await System.IO.File.ReadAllTextAsync(kept + "-wal", Token));
    }

    [Fact]
    public async Task A_missing_database_comes_back_in_a_new_folder()
    {
        await FillAsync();
        var place = Path.Combine(Folder, "new", "place.db");

        Assert.Null(await RestoreAsync(place));
        Assert.Equal(["First"], await CommentsOfAsync(place));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Two_restores_in_one_second_keep_both(int before)
    {
        await FillAsync();
        KillAt(Place);
        for (var i = 0; i < before; i++)
            await RestoreAsync(Place);

        var kept = await RestoreAsync(Place);

        Assert.EndsWith(before == 0 ? "-120000" : "-120000-2", kept, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(60_000)]
    public async Task A_damaged_backup_changes_nothing(int from)
    {
        await FillAsync();
        KillAt(Place);
        var bytes = await System.IO.File.ReadAllBytesAsync(Backup, Token);
        bytes.AsSpan(from, 30_000).Fill(0x5A);
        await System.IO.File.WriteAllBytesAsync(Backup, bytes, Token);

        var refused = await Assert.ThrowsAsync<NewsException>(() => RestoreAsync(Place));

        Assert.Contains("is damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["First", "Second"], await CommentsOfAsync(Place));
        Assert.Empty(Directory.GetFiles(Folder, "*.part*"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no database at all, but a letter")]
    public async Task What_is_no_backup_changes_nothing(string? content)
    {
        await FillAsync();
        KillAt(Place);
        System.IO.File.Delete(Backup);
        if (content is not null)
            await System.IO.File.WriteAllTextAsync(Backup, content, Token);

        var refused = await Assert.ThrowsAsync<NewsException>(() => RestoreAsync(Place));

        Assert.Equal(NewsFault.Unreadable, refused.Fault);
        Assert.Contains(Backup, refused.Message, StringComparison.Ordinal);
        Assert.Equal(["First", "Second"], await CommentsOfAsync(Place));
    }

    [Fact]
    public async Task A_backup_of_an_older_version_is_brought_up_to_date_when_it_is_opened()
    {
        await FillAsync();
        System.IO.File.Delete(Backup);
        (await NewsDatabase.OpenFileAsync(Backup, Clock, [.. Migration.All.Take(7)], Token)).Dispose();

        await RestoreAsync(Place);

        Assert.Empty(await CommentsOfAsync(Place));
        Assert.True(System.IO.File.Exists(Place + ".backup-v7"));
    }

    [Fact]
    public async Task A_copied_database_whose_log_was_copied_too_is_restored_with_it()
    {
        await FillAsync();
        System.IO.File.Delete(Backup);
        KillAt(Backup);

        await RestoreAsync(Place);

        Assert.Equal(["First", "Second"], await CommentsOfAsync(Place));
    }
}
