using System.Text.Json;

namespace TermNews.Cli.Tests.Commands;

public sealed class CommentCommandTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task A_comment_is_added_listed_changed_and_deleted()
    {
        await _run.WithStoriesAsync();
        var story = await _run.IdOfAsync("Alpha");

        Assert.Equal(0, await _run.RunAsync("comment", "add", story, "@ada: -1 from me", "--author", "Grace"));
        var id = _run.Output.Trim();
        await _run.RunAsync("comment", "list", story, "--format", "json");
        using (var json = JsonDocument.Parse(_run.Output))
        {
            var comment = Assert.Single(json.RootElement.EnumerateArray());
            Assert.Equal("@ada: -1 from me", comment.GetProperty("text").GetString());
            Assert.Equal("Grace", comment.GetProperty("author").GetString());
            Assert.Equal("2026-03-14T12:00:00Z", comment.GetProperty("created").GetString());
            Assert.Equal(JsonValueKind.Null, comment.GetProperty("edited").ValueKind);
        }
        Assert.Equal(0, await _run.RunAsync("comment", "edit", id, "Changed"));
        await _run.RunAsync("comment", "list");
        Assert.EndsWith("\tGrace\tChanged\n", _run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _run.RunAsync("comment", "delete", id));
        await _run.RunAsync("comment", "list");
        Assert.Equal("", _run.Output);
    }

    [Fact]
    public async Task A_dash_reads_standard_input()
    {
        await _run.WithStoriesAsync();
        _run.Input = "from a pipe\n";

        Assert.Equal(0, await _run.RunAsync("comment", "add", await _run.IdOfAsync("Alpha"), "-"));

        await _run.RunAsync("comment", "list");
        Assert.EndsWith("\tfrom a pipe\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_301st_character_is_refused_with_the_count()
    {
        await _run.WithStoriesAsync();
        var story = await _run.IdOfAsync("Alpha");

        Assert.Equal(0, await _run.RunAsync("comment", "add", story, new string('é', 300)));
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("comment", "add", story, new string('é', 301)));

        Assert.Contains("301", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_exported_can_be_imported_again()
    {
        await _run.WithStoriesAsync();
        await _run.RunAsync("comment", "add", await _run.IdOfAsync("Alpha"), "keep me");
        var id = _run.Output.Trim();
        await _run.RunAsync("comment", "export");
        var exported = _run.Output;
        _run.Input = exported;

        Assert.Equal(0, await _run.RunAsync("comment", "import", "-"));
        Assert.Equal("1 comment imported.\n", _run.Output);
        await _run.RunAsync("comment", "export");
        Assert.Equal(exported, _run.Output);

        await _run.RunAsync("comment", "delete", id);
        _run.Input = exported;
        Assert.Equal(0, await _run.RunAsync("comment", "import", "-"));
        Assert.Equal("0 comments imported; 1 stays deleted, as you deleted it here.\n", _run.Output);
        await _run.RunAsync("undo");   // An import that changes nothing is no step.
        await _run.RunAsync("comment", "export");
        Assert.Equal(exported, _run.Output);
    }

    [Fact]
    public async Task A_comment_has_its_history_and_is_found_by_its_words()
    {
        await _run.WithStoriesAsync();
        await _run.RunAsync("comment", "add", await _run.IdOfAsync("Alpha"), "First words");
        var id = _run.Output.Trim();
        await _run.RunAsync("comment", "edit", id, "Better Words");

        Assert.Equal(0, await _run.RunAsync("comment", "history", id, "--format", "json"));
        Assert.Equal(["First words", "Better Words"], JsonDocument.Parse(_run.Output).RootElement.EnumerateArray()
            .Select(version => version.GetProperty("text").GetString()));
        await _run.RunAsync("comment", "list", "--search", "better WORDS", "--format", "ndjson");
        Assert.Single(_run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        await _run.RunAsync("comment", "list", "--search", "nowhere", "--format", "ndjson");
        Assert.Equal("", _run.Output);
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("comment", "history", "99"));
    }

    [Fact]
    public async Task An_import_that_is_no_json_is_2_and_a_missing_file_3()
    {
        _run.Input = "nonsense";
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("comment", "import", "-"));
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("comment", "import", _run.PathOf("none.json")));
    }
}
