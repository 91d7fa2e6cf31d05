using System.CommandLine;
using System.Text.Json;
using TermNews.Cli.Commands.Documents;

namespace TermNews.Cli.Tests.Commands;

public sealed class ExtractCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".html");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Json_has_all_fields_and_null_for_what_is_not_known()
    {
        File.WriteAllText(
            _file, "<html><head><title>A quiet morning</title></head><body><article><p>Nothing much happened, and then it "
            + "rained.</p></article></body></html>");

        var status = await Run(_file, "--format", "json");

        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(0, status);
        Assert.Equal(["file", "title", "byline", "site", "published", "language", "text"],
            json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.Equal("A quiet morning", json.RootElement.GetProperty("title").GetString());
        Assert.Equal("Nothing much happened, and then it rained.", json.RootElement.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("byline").ValueKind);
    }

    [Fact]
    public async Task Markdown_resolves_links_against_the_address_given()
    {
        File.WriteAllText(_file, "<title>Tides</title><article><p>See <a href='/map'>the map</a> of the harbour.</p></article>");

        await Run(_file, "--url", "https://example.org/news/1", "--format", "md");

        Assert.Equal("# Tides\n\nSee [the map](https://example.org/map) of the harbour.\n", _output.ToString());
    }

    [Fact]
    public async Task Markdown_escapes_the_title()
    {
        File.WriteAllText(_file, "<title>A *bold* #title</title><article><p>Nothing much happened, and then it rained.</p></article>");

        await Run(_file, "--format", "md");

        Assert.StartsWith("# A \\*bold\\* \\#title\n\n", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_without_an_article_gives_an_error_and_1()
    {
        File.WriteAllText(_file, "<body><div id=app></div></body>");

        var status = await Run(_file, "--format", "json");

        using var json = JsonDocument.Parse(_output.ToString());
        Assert.Equal(1, status);
        Assert.Equal(["file", "error"], json.RootElement.EnumerateObject().Select(field => field.Name));
        Assert.StartsWith(_file, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_does_not_exist_gives_an_error_and_1()
    {
        var status = await Run(_file + ".none", "--format", "json");

        Assert.Equal(1, status);
        Assert.Contains("\"error\"", _output.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_file);

    private Task<int> Run(params string[] args) => new RootCommand { new ExtractCommand() }.Parse(["extract", .. args])
        .InvokeAsync(new InvocationConfiguration { Output = _output, Error = _error }, TestContext.Current.CancellationToken);
}
