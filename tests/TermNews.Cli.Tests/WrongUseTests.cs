namespace TermNews.Cli.Tests;

public sealed class WrongUseTests : IDisposable
{
    private readonly CommandLineRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    [InlineData("list --nonsense")]
    [InlineData("list nonsense")]
    [InlineData("list -x")]
    [InlineData("list latest extra")]
    [InlineData("list --format nonsense")]
    [InlineData("list --fields nonsense")]
    [InlineData("list --limit many")]
    [InlineData("list --limit -1")]
    [InlineData("list --since yesterday")]
    [InlineData("list --until 7x")]
    [InlineData("list --feed nobody")]
    [InlineData("list --color sometimes")]
    [InlineData("count nonsense")]
    [InlineData("count --by author")]
    [InlineData("search")]
    [InlineData("search --nonsense")]
    [InlineData("export")]
    [InlineData("export --format nonsense")]
    [InlineData("digest extra")]
    [InlineData("digest --format json")]
    [InlineData("digest --limit 0")]
    [InlineData("digest --since yesterday")]
    [InlineData("why 999")]
    [InlineData("mark nonsense 1")]
    [InlineData("mark read")]
    [InlineData("mark read one")]
    [InlineData("mark read 1 --all")]
    [InlineData("mark read --nonsense")]
    [InlineData("mark read 999")]
    [InlineData("open 999")]
    [InlineData("open --nonsense")]
    [InlineData("comment")]
    [InlineData("comment add 999 text")]
    [InlineData("comment edit 999 text")]
    [InlineData("comment delete 999")]
    [InlineData("comment list 999")]
    [InlineData("comment delete --nonsense")]
    [InlineData("show 999")]
    [InlineData("show --nonsense")]
    [InlineData("show nonsense")]
    [InlineData("interests nonsense")]
    [InlineData("interests --kind nonsense")]
    [InlineData("interests --limit -1")]
    [InlineData("interests like")]
    [InlineData("interests like New-York")]
    [InlineData("interests like --feed nobody")]
    [InlineData("interests like --feed --category tech")]
    [InlineData("interests set linux")]
    [InlineData("interests set linux 4")]
    [InlineData("interests set linux much")]
    [InlineData("interests erase")]
    [InlineData("interests erase all")]
    [InlineData("feeds nonsense")]
    [InlineData("db")]
    [InlineData("mute nonsense")]
    [InlineData("mute word")]
    [InlineData("mute word x --for ever")]
    [InlineData("mute word x --for 0d")]
    [InlineData("mute word x --until 2020-01-01")]
    [InlineData("mute word x --until soon")]
    [InlineData("mute word x --until 2030-01-01 --for 1d")]
    [InlineData("mute feed nobody")]
    [InlineData("mute remove word x")]
    [InlineData("mute remove nonsense x")]
    [InlineData("mute remove word")]
    public async Task Wrong_use_is_2_and_says_so_on_standard_error(string words)
    {
        await _run.WithStoriesAsync();

        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync(words.Split(' ')));

        Assert.Equal("", _run.Output);
        Assert.NotEqual("", _run.Error);
    }

    [Theory]
    [InlineData("list --limit abc", "--limit takes a whole number from 0 on, not \"abc\".")]
    [InlineData("list --limit=", "--limit needs a value.")]
    [InlineData("list --limit 1.5", "--limit takes a whole number from 0 on, not \"1.5\".")]
    [InlineData("list --limit 99999999999", "--limit takes a whole number from 0 on, not \"99999999999\".")]
    [InlineData("related 1 --limit abc", "--limit takes a whole number from 0 on, not \"abc\".")]
    [InlineData("show 1 --width abc", "--width takes a whole number from 10 to 1000, not \"abc\".")]
    [InlineData("refresh --jobs 65", "--jobs takes a whole number from 1 to 64, not \"65\".")]
    [InlineData("refresh --timeout x", "--timeout takes a whole number from 1 to 600, not \"x\".")]
    [InlineData("open 1 --enclosure 0", "--enclosure takes a whole number from 1 on, not \"0\".")]
    [InlineData("list --limit", "--limit needs a value.")]
    [InlineData("list --limit 1 --limit 2", "--limit can be given only once.")]
    [InlineData("nonsense", "There is no command \"nonsense\" of termnews.")]
    [InlineData("list latest extra", "list does not take \"extra\".")]
    public async Task What_is_refused_is_said_in_our_words(string words, string sentence)
    {
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync(words.Split(' ')));

        Assert.Contains(sentence, _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("save")]
    [InlineData("read")]
    [InlineData("config")]
    [InlineData("completion")]
    [InlineData("doctor")]
    public async Task What_comes_later_is_not_half_there(string command)
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("--help"));

        Assert.DoesNotContain($"\n  {command} ", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("refresh")]
    [InlineData("list")]
    [InlineData("count")]
    [InlineData("show")]
    [InlineData("search")]
    [InlineData("export")]
    [InlineData("digest")]
    [InlineData("mark")]
    [InlineData("open")]
    [InlineData("download")]
    [InlineData("related")]
    [InlineData("why")]
    [InlineData("split")]
    [InlineData("interests")]
    [InlineData("interests like")]
    [InlineData("interests dislike")]
    [InlineData("interests set")]
    [InlineData("interests forget")]
    [InlineData("interests erase")]
    [InlineData("comment")]
    [InlineData("comment add")]
    [InlineData("comment list")]
    [InlineData("comment edit")]
    [InlineData("comment delete")]
    [InlineData("comment export")]
    [InlineData("comment import")]
    [InlineData("feeds")]
    [InlineData("parse")]
    [InlineData("extract")]
    [InlineData("opml")]
    [InlineData("db")]
    [InlineData("mute")]
    [InlineData("mute word")]
    [InlineData("mute author")]
    [InlineData("mute feed")]
    [InlineData("mute category")]
    [InlineData("mute list")]
    [InlineData("mute remove")]
    public async Task Every_command_explains_itself_with_an_example(string command)
    {
        string[] words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"];

        Assert.Equal(ExitCodes.Success, await _run.RunAsync(words));

        Assert.Contains($"termnews {command}".Trim(), _run.Output, StringComparison.Ordinal);
        Assert.Contains("--db", _run.Output, StringComparison.Ordinal);
        Assert.Equal("", _run.Error);
    }

    [Theory]
    [InlineData("lst", "list")]
    [InlineData("serach linux", "search")]
    [InlineData("comment ad 1", "add")]
    [InlineData("list --formt json", "--format")]
    public async Task What_was_nearly_right_is_suggested(string words, string meant)
    {
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync(words.Split(' ')));

        Assert.Contains($"Did you mean {meant}?\n", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_a_name_is_wrong_use()
    {
        Assert.Equal(ExitCodes.WrongUse, await _run.RunAsync("--db", "", "list"));

        Assert.Contains("--db takes the path of a file", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_without_feeds_says_how_to_get_some()
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("refresh"));

        Assert.Contains("termnews feeds add URL", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_a_folder_is_3()
    {
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("--db", Path.GetDirectoryName(_run.Database)!, "list"));

        Assert.StartsWith("termnews: ", _run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_named_configuration_that_is_missing_is_3()
    {
        Assert.Equal(ExitCodes.Unreadable, await _run.RunAsync("list", "must-read", "--config", _run.PathOf("none.toml")));
    }

    [Fact]
    public async Task The_version_is_printed_before_and_after_a_command()
    {
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("--version"));
        var alone = _run.Output;
        Assert.Equal(ExitCodes.Success, await _run.RunAsync("list", "--version"));

        Assert.Equal(alone, _run.Output);
        Assert.Matches(@"^termnews \d+\.\d+\.\d+\n$", alone);
    }

    [Fact]
    public async Task A_closed_pipe_ends_quietly()
    {
        await _run.WithStoriesAsync();
        await using var closed = StandardStreams.Wrap(new ClosedPipe(), flushes: true);

        Assert.Equal(ExitCodes.BrokenPipe, await _run.RunAsync(closed, "list"));

        Assert.Equal("", _run.Error);
    }

    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe");
    }
}
