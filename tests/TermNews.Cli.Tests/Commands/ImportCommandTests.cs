using TermNews.Core;

namespace TermNews.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly FeedCommandRun _run = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("termnews-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_list_of_addresses_tells_what_is_new_known_and_skipped()
    {
        _run.Feeds.Add("https://example.org/known");
        _run.Input =
            "https://example.org/known\nhttps://example.org/new \"~Mine\" tech\n\"exec:~/bin/make-feed \\\"a b\\\"\" made\nfilter:rm -rf "
            + "/\n";

        Assert.Equal(1, await _run.RunAsync("import", "-"));

        Assert.Equal("1 new, 1 known, 2 skipped.\n", _run.Output);
        Assert.Contains("filter:rm -rf /: ", _run.Error, StringComparison.Ordinal);
        Assert.StartsWith("exec:~/bin/make-feed \"a b\": A list never brings a program", _run.Error, StringComparison.Ordinal);
        var added = (await _run.Feeds.FindAsync(2, TestContext.Current.CancellationToken))!;
        Assert.Equal(("https://example.org/new", "Mine", "tech"), (added.FeedUrl, added.Title, added.Tags[0]));
    }

    [Fact]
    public async Task What_is_exported_can_be_imported()
    {
        var path = Path.Combine(_folder.FullName, "feeds.opml");
        _run.Feeds.Add(new Core.Stories.Feed { Id = 0, FeedUrl = "https://example.org/a?x=1&y=2", Title = "A <b>", Tags = ["tech"] });
        var other = new FeedCommandRun();

        Assert.Equal(0, await _run.RunAsync("export-opml", "--output", path));
        Assert.Equal(0, await other.RunAsync("import", path));

        var feed = Assert.Single(await other.Feeds.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("https://example.org/a?x=1&y=2", "A <b>", "tech"), (feed.FeedUrl, feed.Title, feed.Tags[0]));
        Assert.Equal([path], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public async Task Without_a_file_the_document_goes_to_standard_output()
    {
        Assert.Equal(0, await _run.RunAsync("export-opml"));

        Assert.StartsWith("<?xml", _run.Output, StringComparison.Ordinal);
        Assert.EndsWith("</opml>\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_or_written_is_an_error_in_words()
    {
        var missing = Path.Combine(_folder.FullName, "missing", "feeds.opml");

        var read = await Assert.ThrowsAsync<NewsException>(() => _run.RunAsync("import", missing));
        var write = await Assert.ThrowsAsync<NewsException>(() => _run.RunAsync("export-opml", "--output", missing));

        Assert.Equal((NewsFault.Unreadable, $"The file {missing} does not exist."), (read.Fault, read.Message));
        Assert.Equal(NewsFault.Unreadable, write.Fault);
    }
}
