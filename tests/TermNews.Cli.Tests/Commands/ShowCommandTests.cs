using System.Text.Json;
using System.Text.RegularExpressions;
using TermNews.Tui.Desktop;

namespace TermNews.Cli.Tests.Commands;

public sealed class ShowCommandTests : IDisposable
{
    private const string Hostile =
        "<rss version=\"2.0\"><channel><title>T</title><item><title>One &#27;[31mred</title>"
        + "<description>&lt;p&gt;a\u009B31m b &amp;#27;[2J c&lt;/p&gt;</description></item>"
        + "<item><title>Two</title></item></channel></rss>";

    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_story_is_a_readable_article()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("show", await _run.IdOfAsync("Alpha")));

        const string head = "Alpha\nBy Ada · Example · 2026-03-14T11:00:00Z\nhttps://example.org/Alpha\n";
        Assert.StartsWith(head, _run.Output, StringComparison.Ordinal);
        Assert.Contains("All of Alpha.", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_as_json_is_one_object_with_its_text()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("show", await _run.IdOfAsync("Alpha"), "--format", "json"));

        using var json = JsonDocument.Parse(_run.Output);
        Assert.Equal("<p>About Alpha.</p>", json.RootElement.GetProperty("summary").GetString());
    }

    [Theory]
    [InlineData("md", "# Alpha")]
    [InlineData("html", "<h1><a href=\"https://example.org/Alpha\">Alpha</a></h1>")]
    public async Task A_story_has_other_formats(string format, string expected)
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("show", await _run.IdOfAsync("Alpha"), "--format", format));

        Assert.Contains(expected, _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_not_longer_than_the_width()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story("Alpha", 1, $"<p>{string.Join(' ', Enumerable.Repeat("word", 200))}</p>"));

        await _run.RunAsync("show", await _run.IdOfAsync("Alpha"), "--width", "30");

        Assert.All(_run.Output.Split('\n'), line => Assert.True(line.Length <= 30));
    }

    [Fact]
    public async Task All_entries_of_a_feed_document_are_printed_without_control_characters_and_without_a_database()
    {
        var file = _run.PathOf("feed.xml");
        await File.WriteAllTextAsync(file, Hostile, TestContext.Current.CancellationToken);

        Assert.Equal(0, await _run.RunAsync("show", file, "--plain"));

        Assert.Contains("Two", _run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(_run.Output, c => char.IsControl(c) && c != '\n');
        Assert.False(File.Exists(_run.Database));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("md")]
    public async Task A_picture_that_the_text_shows_is_not_told_of_twice(string format)
    {
        var file = _run.PathOf("feed.xml");
        await File.WriteAllTextAsync(
            file, "<rss version=\"2.0\"><channel><title>T</title><item><title>One</title><description>&lt;p&gt;Said.&lt;/p&gt;"
            + "&lt;img src=\"https://example.org/p.jpg\" alt=\"A quay\"&gt;</description></item></channel></rss>",
            TestContext.Current.CancellationToken);

        Assert.Equal(0, await _run.RunAsync("show", file, "--format", format));

        Assert.Single(Regex.Matches(_run.Output, "A quay"));
    }

    [Fact]
    public async Task A_page_needs_the_network()
    {
        Assert.Equal(ExitCodes.Network, await _run.RunAsync("show", "https://example.org/page", "--offline"));
    }

    [Fact]
    public async Task The_sample_edition_can_be_read()
    {
        Assert.Equal(0, await _run.RunAsync("show", "1"));

        Assert.NotEqual("", _run.Output);
        Assert.Contains("sample edition", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_printed_where_no_browser_can_be_seen()
    {
        await _run.WithStoriesAsync();
        _run.Environment["SSH_CONNECTION"] = "10.0.0.1 1 10.0.0.2 22";

        Assert.Equal(0, await _run.RunAsync("open", await _run.IdOfAsync("Alpha")));

        Assert.Equal("https://example.org/Alpha\n", _run.Output);
        Assert.Contains("no browser", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_named_by_its_number_and_one_that_is_not_there_is_refused()
    {
        await _run.WithStoriesAsync();
        var id = await _run.IdOfAsync("Alpha");

        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("open", id, "--enclosure", "1", "--print"));
        Assert.Contains($"No file belongs to story {id}.", _run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("download", id));
    }

    [Theory]
    [InlineData("firefox --new-tab", "--new-tab|https://example.org/?a;b")]
    [InlineData("w3m %s -T", "https://example.org/?a;b|-T")]
    public void A_browser_gets_the_link_as_one_argument(string browser, string expected)
    {
        var found = BrowserProgram.Find(name => name == "BROWSER" ? browser : null);

        Assert.Equal(expected, string.Join('|', found!.ArgumentsFor("https://example.org/?a;b")));
    }
}
