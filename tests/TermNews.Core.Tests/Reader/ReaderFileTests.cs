using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Tests.Reader;

public sealed class ReaderFileTests : ReaderTest
{
    private readonly FakeDownloader _downloader = new();

    private async Task OpenAsync(params Enclosure[] files)
    {
        Stories.All.Add(A.Story(1, "Episode") with { Enclosures = files });
        await StartAsync(parts: Parts with { Downloader = _downloader });
        await PressAsync("Enter");
    }

    [Fact]
    public async Task The_files_of_a_story_stand_below_its_text()
    {
        await OpenAsync(new Enclosure("https://e/ep%201.mp3", "audio/mpeg", 24_100_000), new Enclosure("https://e/notes", null, null));

        List<string> page = [.. Reader.Article.State.Page.Lines.Select(line => line.ToString())];

        Assert.Equal(
            ["Files", "  [audio] ep 1.mp3 · audio/mpeg · 24.1 MB", "  [file] notes"], page.SkipWhile(line => line != "Files").Take(3));
    }

    [Fact]
    public async Task A_file_is_chosen_and_downloaded_from_its_menu()
    {
        await OpenAsync(new Enclosure("https://e/ep.mp3", "audio/mpeg", 24_100_000));
        await PressAsync("Tab");
        Assert.StartsWith("https://e/ep.mp3", Status, StringComparison.Ordinal);
        await PressAsync("Enter");
        Assert.Equal("ep.mp3", Reader.State.Menu?.Title);
        await PressAsync("Enter");
        Assert.StartsWith("Written to /downloads/ep.mp3.", Status, StringComparison.Ordinal);

        await PressAsync("Enter", "j", "Enter");
        Assert.Contains("https://e/ep.mp3", Desktop.Opened);
    }

    [Fact]
    public async Task The_key_takes_the_only_file_and_says_what_is_missing()
    {
        await OpenAsync(new Enclosure("https://e/a.mp3", null, null), new Enclosure("https://e/b.mp3", null, null));
        await PressAsync("g", "d");
        Assert.StartsWith("Tab selects one of the files.", Status, StringComparison.Ordinal);
        await PressAsync("Tab", "Tab", "g", "d");
        Assert.StartsWith("Written to /downloads/b.mp3.", Status, StringComparison.Ordinal);

        _downloader.Fault = new NewsException(NewsFault.Network, "e answered 404.");
        await PressAsync("g", "d");
        Assert.StartsWith("e answered 404.", Status, StringComparison.Ordinal);
    }

    private sealed class FakeDownloader : IDownloader
    {
        public NewsException? Fault { get; set; }

        public Task<string> DownloadAsync(
            Enclosure enclosure, string? path, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken) =>
            Fault is { } fault ? throw fault : Task.FromResult($"/downloads/{EnclosureWords.NameOf(enclosure)}");
    }
}
