using System.IO.Compression;
using System.Runtime.CompilerServices;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

/// <summary>Databases that released versions wrote are brought up to date, with all that was in them.</summary>
public sealed class ReleasedDatabasesTests : IDisposable
{
    private static readonly string[] Headlines =
        ["A bridge opens", "Parliament debates a new law on forests", "Storm Ella closes ports along the northern coast"];

    private readonly string _folder = Directory.CreateTempSubdirectory("termnews-").FullName;

    private string Place => Path.Combine(_folder, "news.db");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Fixtures(), "*.db.gz").Select(file => Path.GetFileName(file))];

    public static TheoryData<int> Schemas => [.. Migration.All.Select(step => step.Number)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task All_that_was_kept_is_still_there(string file)
    {
        await UnpackAsync(file);

        await using var database = await OpenAsync();

        Assert.Empty(await database.CheckAsync(A.Token));
        var stories = new StoryRepository(database);
        var all = (await stories.PageAsync(new StoryQuery { List = StoryList.All }, null, 10, A.Token)).Stories;
        Assert.Equal(Headlines, all.Select(story => story.Title).Order(StringComparer.Ordinal));
        Assert.Equal("Storm Ella closes ports along the northern coast", Assert.Single(all, story => story.Status.IsSaved).Title);
        Assert.True(Assert.Single(all, story => story.Status.IsPinned).Status.IsRead);
        var saved = all.Single(story => story.Status.IsSaved);
        Assert.Equal(("Ada Example", "https://example.org/1.mp3", "Weather"),
            (saved.Author, saved.Enclosures.Single().Url, saved.Categories.Single()));
        Assert.Contains("The first text", (await stories.ReadTextAsync(saved.Id, A.Token)).Body, StringComparison.Ordinal);
        Assert.Equal(saved.Id, Assert.Single(await stories.SearchAsync("first", new StoryQuery(), 10, A.Token)).Id);

        var comments = await new CommentRepository(database).ListAsync(null, A.Token);
        Assert.Equal(
            ["Ada: Worth a second read.", "Bob: Yes, indeed"], comments.Select(comment => $"{comment.Author}: {comment.Text.Value}"));
        Assert.Equal(comments[0].Id, comments[1].ReplyTo);
        Assert.NotNull(comments[1].EditedAt);
        Assert.Equal("Begun words", await new CommentRepository(database).Drafts.FindAsync(new DraftPlace(saved.Id), A.Token));

        var feed = Assert.Single(await new FeedRepository(database).ListAsync(A.Token));
        Assert.Equal(("Morning Post", "news"), (feed.Title, Assert.Single(feed.Tags)));
        Assert.Equal(
            file.StartsWith("0.1", StringComparison.Ordinal) ? 0 : 1, (await new MuteRepository(database).ListAsync(A.Token)).Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_file_as_it_was_stays_beside_it_and_can_be_restored(string file)
    {
        await UnpackAsync(file);
        (await OpenAsync()).Dispose();
        var backup = Assert.Single(Directory.GetFiles(_folder, "*.backup-v*"));

        await DatabaseRestore.RunAsync(Place, backup, TimeProvider.System, A.Token);

        await using var database = await OpenAsync();
        Assert.Equal(2, (await database.StatsAsync(A.Token)).Comments);
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task Every_schema_becomes_the_newest(int schema)
    {
        (await NewsDatabase.OpenFileAsync(Place, TimeProvider.System, [.. Migration.All.Where(step => step.Number <= schema)], A.Token))
            .Dispose();

        await using var database = await OpenAsync();

        Assert.Empty(await database.CheckAsync(A.Token));
        Assert.Equal(Migration.All[^1].Number, (await database.StatsAsync(A.Token)).Schema);
    }

    private Task<NewsDatabase> OpenAsync() => NewsDatabase.OpenFileAsync(Place, TimeProvider.System, A.Token);

    private async Task UnpackAsync(string file)
    {
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(Fixtures(), file)), CompressionMode.Decompress);
        await using var unpacked = File.Create(Place);
        await packed.CopyToAsync(unpacked, A.Token);
    }

    private static string Fixtures([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Fixtures", "Databases");
}
