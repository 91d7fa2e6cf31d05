using System.Text.Json;
using System.Xml.Linq;

namespace TermNews.Cli.Tests.Commands;

public sealed class ListCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task Piped_text_is_separated_by_tabs_newest_first()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("list"));

        var lines = _run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(["Alpha", "Beta", "Gamma"], lines.Select(line => line.Split('\t')[3]));
        Assert.Equal("2026-03-14T11:00:00Z", lines[0].Split('\t')[1]);
        Assert.Equal("", _run.Error);
    }

    [Fact]
    public async Task Text_on_a_terminal_is_cut_to_its_width()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story(new string('x', 200), 1));
        _run.Width = 60;

        await _run.RunAsync("list");

        Assert.Equal(60, _run.Output.TrimEnd('\n').Length);
        Assert.EndsWith("…\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_on_a_terminal_is_neither_cut_nor_drawn_in_columns()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story(new string('x', 200), 1));
        _run.Width = 60;

        await _run.RunAsync("list", "--plain");

        Assert.Equal(new string('x', 200), _run.Output.Split('\t')[3]);
    }

    [Fact]
    public async Task A_terminal_gets_thirty_rows_and_a_pipe_all()
    {
        await _run.WithStoriesAsync([.. Enumerable.Range(1, 40).Select(number => CommandLineRun.Story($"Story {number}", number))]);
        await _run.RunAsync("list");
        Assert.Equal(40, _run.Output.Count(c => c == '\n'));

        _run.Width = 80;
        await _run.RunAsync("list");

        Assert.Equal(30, _run.Output.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Json_is_an_array_of_stories_without_their_text()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("list", "--format", "json", "--limit", "1");

        using var json = JsonDocument.Parse(_run.Output);
        var story = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("Alpha", story.GetProperty("title").GetString());
        Assert.Equal("Example", story.GetProperty("feed").GetProperty("title").GetString());
        Assert.Equal(1, story.GetProperty("cluster").GetProperty("size").GetInt32());
        Assert.Equal(JsonValueKind.Null, story.GetProperty("updated").ValueKind);
        Assert.False(story.TryGetProperty("content", out _));
    }

    [Fact]
    public async Task Full_json_has_the_text_too()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("list", "--format", "ndjson", "--limit", "1", "--full");

        using var json = JsonDocument.Parse(_run.Output);
        Assert.Equal("<p>All of <b>Alpha</b>.</p>", json.RootElement.GetProperty("content").GetString());
    }

    [Theory]
    [InlineData("json", "[]\n")]
    [InlineData("ndjson", "")]
    [InlineData("text", "")]
    [InlineData("csv", "id,title\n")]
    public async Task An_empty_list_is_still_well_formed(string format, string expected)
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("list", "saved", "--format", format, "--fields", "id,title"));

        Assert.Equal(expected, _run.Output);
    }

    [Fact]
    public async Task Csv_quotes_what_needs_it()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story("He said \"one, two\"", 1));

        await _run.RunAsync("list", "--format", "csv", "--fields", "title,author");

        Assert.Equal("title,author\n\"He said \"\"one, two\"\"\",Ada\n", _run.Output);
    }

    [Fact]
    public async Task An_age_bounds_a_list_in_time()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("list", "--since", "24h", "--format", "tsv", "--fields", "title");
        Assert.Equal("title\nAlpha\nBeta\n", _run.Output);
        await _run.RunAsync("list", "--until", "2026-03-14T10:30:00Z", "--format", "tsv", "--fields", "title");

        Assert.Equal("title\nBeta\nGamma\n", _run.Output);
    }

    [Theory]
    [InlineData("--feed", "exam", 3)]
    [InlineData("--tag", "tech", 3)]
    [InlineData("--tag", "none", 0)]
    [InlineData("--category", "news", 3)]
    [InlineData("--author", "ad", 3)]
    [InlineData("--author", "bob", 0)]
    [InlineData("--query", "beta", 1)]
    public async Task Filters_hold(string option, string value, int expected)
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("count", option, value));

        Assert.Equal($"{expected}\n", _run.Output);
    }

    [Fact]
    public async Task Counts_by_feed_are_name_tab_number()
    {
        await _run.WithStoriesAsync();

        await _run.RunAsync("count", "--by", "feed");

        Assert.Equal("Example\t3\n", _run.Output);
    }

    [Fact]
    public async Task A_word_with_a_dash_is_a_word_of_a_search()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story("linux kernel", 1), CommandLineRun.Story("linux desktop", 2));

        Assert.Equal(0, await _run.RunAsync("search", "linux", "-kernel", "--format", "tsv", "--fields", "title"));

        Assert.Equal("title\nlinux desktop\n", _run.Output);
    }

    [Fact]
    public async Task After_two_dashes_everything_is_a_word()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("search", "--", "--format"));
    }

    [Fact]
    public async Task A_word_that_begins_with_an_at_sign_is_text()
    {
        await _run.WithStoriesAsync(CommandLineRun.Story("mail ada", 1));

        Assert.Equal(0, await _run.RunAsync("search", "@ada", "--format", "tsv", "--fields", "title"));

        Assert.Contains("mail ada", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_edition_is_shown_and_not_stored()
    {
        Assert.Equal(0, await _run.RunAsync("list", "--format", "json"));
        using var json = JsonDocument.Parse(_run.Output);
        Assert.True(json.RootElement.GetArrayLength() >= 24);
        var newest = json.RootElement[0].GetProperty("published").GetDateTimeOffset();
        Assert.InRange(newest, CommandLineRun.Noon.AddMinutes(-10), CommandLineRun.Noon);
        Assert.Contains("sample edition", _run.Error, StringComparison.Ordinal);

        Assert.Equal(0, await _run.RunAsync("count", "all"));

        Assert.Equal("0\n", _run.Output);
        Assert.False(File.Exists(_run.Database));
    }

    [Fact]
    public async Task Quiet_leaves_out_words_that_are_no_errors()
    {
        await _run.RunAsync("list", "--quiet");

        Assert.Equal("", _run.Error);
    }

    [Fact]
    public async Task A_database_with_a_feed_shows_no_sample()
    {
        await _run.RunAsync("feeds", "add", "https://example.org/feed.xml", "--offline");

        await _run.RunAsync("list");

        Assert.Equal("", _run.Output);
        Assert.DoesNotContain("sample", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_is_a_valid_feed_with_articles()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("export", "--format", "atom"));

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(_run.Output).Root!;
        Assert.NotNull(feed.Element(atom + "id"));
        Assert.NotNull(feed.Element(atom + "updated"));
        Assert.Equal(3, feed.Elements(atom + "entry").Count());
        Assert.All(feed.Elements(atom + "entry"), entry => Assert.NotNull(entry.Element(atom + "content")));
        Assert.Equal("urn:example:Alpha", feed.Element(atom + "entry")!.Element(atom + "id")!.Value);
    }

    [Theory]
    [InlineData("atom", "xml:base=\"https://example.org/Alpha\"", "xml:base=\"https://example.org/Beta\"")]
    [InlineData("html", "href=\"#3-fn\"", "href=\"#2-fn\"")]
    public async Task Footnotes_of_two_stories_stay_apart(string format, string ofOne, string ofOther)
    {
        const string text = "<p>Said<a href=\"#fn\">1</a></p><p id=\"fn\">Note</p>";
        await _run.WithStoriesAsync(
            CommandLineRun.Story("Alpha", 1, text), CommandLineRun.Story("Beta", 2, text), CommandLineRun.Story("Gamma", 3));

        Assert.Equal(0, await _run.RunAsync("export", "--format", format));

        Assert.Contains(ofOne, _run.Output, StringComparison.Ordinal);
        Assert.Contains(ofOther, _run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("xml:base=\"https://example.org/Gamma\"", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("md")]
    [InlineData("html")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task An_export_has_articles_and_comments(string format)
    {
        await _run.WithStoriesAsync();
        Assert.Equal(0, await _run.RunAsync("comment", "add", await _run.IdOfAsync("Alpha"), "Well said"));

        Assert.Equal(0, await _run.RunAsync("export", "--format", format));

        Assert.Contains("All of ", _run.Output, StringComparison.Ordinal);
        Assert.Contains("Well said", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_replaces_its_file_as_a_whole()
    {
        await _run.WithStoriesAsync();
        var file = _run.PathOf("out.md");
        await File.WriteAllTextAsync(file, "old", TestContext.Current.CancellationToken);

        Assert.Equal(0, await _run.RunAsync("export", "--format", "md", "--output", file));

        Assert.StartsWith("# Latest", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var files = Directory.GetFiles(_run.PathOf("")).Select(Path.GetFileName);
        Assert.Equal(["out.md"], files.Where(name => name!.Contains("out", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_export_makes_its_file()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(0, await _run.RunAsync("export", "--format", "html", "--output", _run.PathOf("new.html")));

        Assert.True(File.Exists(_run.PathOf("new.html")));
    }

    [Fact]
    public async Task A_page_loads_nothing_from_elsewhere()
    {
        const string content = "<p><img src=\"https://example.org/a.png\" alt=\"A cat\"></p><p>Text</p>";
        await _run.WithStoriesAsync(CommandLineRun.Story("<b>&", 1, content));

        Assert.Equal(0, await _run.RunAsync("export", "--format", "html"));

        Assert.DoesNotContain("src=", _run.Output, StringComparison.Ordinal);
        Assert.Contains("A cat", _run.Output, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_to_where_nobody_can_write_is_3()
    {
        await _run.WithStoriesAsync();

        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("export", "--format", "md", "--output", _run.PathOf("none/out.md")));
    }
}
