using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Cli.Tests;

/// <summary>What outputs say of passwords and of what comes from others.</summary>
public sealed class ForeignOutputTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    private async Task AddAsync(params string[] titles)
    {
        await using var database = await NewsDatabase.OpenFileAsync(_run.Database, _run.Clock, TestContext.Current.CancellationToken);
        var feeds = new FeedRepository(database);
        var added = await feeds.AddAsync(
            [new("http://me:secret@127.0.0.1:9/a", null, []), new("http://me:secret@127.0.0.1:9/b", null, [])],
            TestContext.Current.CancellationToken);
        await feeds.StoreAsync(
            [
                new FeedUpdate
                {
                    FeedId = added[0].Id,
                    FetchedAt = CommandLineRun.Noon,
                    NextFetchAt = CommandLineRun.Noon,
                    Stories = [.. titles.Select(title => CommandLineRun.Story(title, 1))],
                },
            ], TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("feeds")]
    [InlineData("feeds list --format json")]
    [InlineData("feeds list --format csv")]
    [InlineData("feeds check")]
    [InlineData("feeds remove 127.0.0.1")]
    [InlineData("refresh --force")]
    [InlineData("refresh --force --format json")]
    [InlineData("list all --format json")]
    [InlineData("list all --format csv")]
    [InlineData("list all")]
    [InlineData("export all --format json")]
    [InlineData("export all --format atom")]
    [InlineData("export all --format html")]
    [InlineData("export all --format md")]
    [InlineData("digest")]
    [InlineData("count all --by feed")]
    [InlineData("show 1 --format json")]
    [InlineData("why 1")]
    [InlineData("export-opml")]
    [InlineData("mute list")]
    [InlineData("interests")]
    public async Task No_output_has_a_password(string words)
    {
        await AddAsync("Alpha", "Beta");

        await _run.RunAsync(words.Split(' '));

        Assert.NotEqual("", _run.Output + _run.Error);
        Assert.DoesNotContain("secret", _run.Output + _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_named_by_its_address_as_printed()
    {
        await AddAsync("Alpha");

        Assert.Equal(0, await _run.RunAsync("feeds", "remove", "http://me:***@127.0.0.1:9/b"));
        Assert.DoesNotContain("secret", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_exported_where_they_are_asked_for_into_a_file_of_the_owner()
    {
        await AddAsync("Alpha");
        var path = _run.PathOf("feeds.opml");

        Assert.Equal(0, await _run.RunAsync("export-opml", "--with-passwords", "--output", path));

        Assert.Contains("me:secret@", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("tsv")]
    public async Task A_text_that_begins_like_a_formula_is_none_for_a_spreadsheet(string format)
    {
        await AddAsync("=cmd|'/c calc'!A1", "@SUM(1)", "-2", "+3", "Plain = text");

        await _run.RunAsync("export", "all", "--format", format, "--fields", "title");
        var cells = _run.Output.Split('\n');

        Assert.Equal(["", "'+3", "'-2", "'=cmd|'/c calc'!A1", "'@SUM(1)", "Plain = text", "title"], cells.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Devices_are_written_into_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no device files.");
        await AddAsync("Alpha");

        Assert.Equal(0, await _run.RunAsync("export", "all", "--format", "json", "--output", "/dev/null"));
        Assert.Equal(0, new FileInfo("/dev/null").Length);
        Assert.Null(SpecialFile.TryOpen(_run.Database));
    }
}
