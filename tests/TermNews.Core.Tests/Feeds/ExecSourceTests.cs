using System.Text;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Refreshing;
using TermNews.Core.Feeds.Subscribing;
using TermNews.Core.Html;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Feeds that programs write. The programs are small scripts in a folder of their own.</summary>
public sealed class ExecSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("termnews-exec-");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FeedFetcher _fetcher;

    public ExecSourceTests() => _fetcher = Fetcher(FetchLimits.Default);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _fetcher.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_a_program_writes_is_the_feed_and_its_arguments_meet_no_shell()
    {
        var program = Script("""printf '%s\n' "$@" """);

        var result = await FetchAsync($"""{program} $HOME;ls 'two  words' "a \"b\"" c\ d ~/e '' *""");

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal((FetchStatus.Fetched, null), (result.Status, result.Error));
        Assert.Equal($"$HOME;ls\ntwo  words\na \"b\"\nc d\n{home}/e\n\n*\n", Encoding.UTF8.GetString(result.Content.Span));
        Assert.Null(result.LastModified);
    }

    [Fact]
    public async Task Nothing_is_run_unless_the_configuration_allows_it()
    {
        var trace = Path.Combine(_folder.FullName, "trace");
        using var fetcher = new FeedFetcher(_clock, new FetchSettings());

        var result = await fetcher.FetchAsync(new FetchRequest($"exec:{Script($"touch '{trace}'")}"), Token);

        Assert.Equal("Programs are run for feeds only where the configuration allows it: allow_exec = true under [network].", result.Error);
        Assert.False(File.Exists(trace));
    }

    [Theory]
    [InlineData("""printf '\033[31mno\033[0m such city.\nmore\n' >&2; echo '<rss/>'; exit 3""", "ended with status 3: no such city.")]
    [InlineData("exit 1", "ended with status 1.")]
    [InlineData("true", "wrote nothing.")]
    [InlineData("yes", "sent more than 1 MiB, which is more than is accepted.")]
    [InlineData("yes >&2 & sleep 0.1; kill $!; exit 2", "ended with status 2: y.")]
    public async Task A_program_that_fails_fails_in_words(string script, string words)
    {
        using var fetcher = Fetcher(FetchLimits.Default with { ContentBytes = 1024 * 1024 });

        var result = await fetcher.FetchAsync(new FetchRequest($"exec:{Script(script)}"), Token);

        Assert.Equal((FetchStatus.Failed, $"The program sh {words}"), (result.Status, result.Error));
    }

    [Theory]
    [InlineData("", "This address names no program, or a quotation mark is missing in it.")]
    [InlineData("/bin/echo \"x", "This address names no program, or a quotation mark is missing in it.")]
    [InlineData("/no/such/program", "The program program was not found; give its full path.")]
    [InlineData("bin/program", "The program program was not found; give its full path.")]
    [InlineData("/etc/passwd", "The program passwd cannot be started; check that it may be executed.")]
    public async Task What_is_no_program_is_said_to_be_none(string address, string sentence) =>
        Assert.Equal(sentence, (await FetchAsync(address)).Error);

    [Fact]
    public async Task A_program_in_the_search_path_needs_no_path() =>
        Assert.Equal("hello\n", Encoding.UTF8.GetString((await FetchAsync("echo hello")).Content.Span));

    [Fact]
    public async Task A_program_that_does_not_end_is_ended_with_its_children()
    {
        var started = Path.Combine(_folder.FullName, "started");
        var fetching = FetchAsync(Script($"sleep 1000 & echo $! > '{started}.tmp'; mv '{started}.tmp' '{started}.pid'; wait"));
        while (!File.Exists(started + ".pid"))
            await Task.Yield();

        _clock.Advance(TimeSpan.FromSeconds(31));
        var result = await fetching;

        Assert.EndsWith("did not end within 30 s.", result.Error, StringComparison.Ordinal);
        var child = (await File.ReadAllTextAsync(started + ".pid", Token)).Trim();
        while (File.Exists($"/proc/{child}/stat") && !(await File.ReadAllTextAsync($"/proc/{child}/stat", Token)).Contains(") Z"))
            await Task.Yield();
    }

    [Fact]
    public async Task A_program_is_found_and_subscribed_to_as_any_feed()
    {
        var address = $"exec:{Script("printf 'feed\\nMade\\none\\n%s' \"$1\"")} 'two  words'";
        var feeds = new FakeFeedRepository();
        var subscriber = new FeedSubscriber(feeds, _fetcher, LineFeed.Read, _clock);

        var preview = await subscriber.PreviewAsync($" {address} ", Token);
        var feed = await subscriber.SubscribeAsync(preview, null, [], Token);

        Assert.Equal((address, address), (preview.FeedUrl, feed.FeedUrl));
        Assert.Equal(["one", "two  words"], preview.Headlines);
        Assert.True(FeedAddress.IsSame(address, feed.FeedUrl));
        Assert.False(FeedAddress.IsSame("exec:/bin/a #1", "exec:/bin/a #2"));
    }

    [Fact]
    public async Task A_page_that_a_program_writes_leads_to_no_other_program()
    {
        var trace = Path.Combine(_folder.FullName, "trace");
        var other = Script($"touch '{trace}'");
        var page = Script($"echo '<!doctype html><link rel=alternate type=application/rss+xml href=\"exec:{other}\">'");
        var subscriber = new FeedSubscriber(new FakeFeedRepository(), _fetcher, LineFeed.Read, _clock);

        var fault = await Assert.ThrowsAsync<NewsException>(() => subscriber.PreviewAsync($"exec:{page}", Token));

        Assert.StartsWith("No feed was found", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(trace));
    }

    [Fact]
    public void Stories_do_not_lead_to_programs() => Assert.Null(SafeLinks.Resolve("exec:/bin/true", null));

    [Theory]
    [InlineData("exec:/bin/true a b")]
    [InlineData("exec:~/bin/make-feed")]
    [InlineData("exec://example.org/x")]
    public void Programs_queue_for_no_host(string address)
    {
        Feed[] feeds = [new() { Id = 1, FeedUrl = address, Title = "1" }, new() { Id = 2, FeedUrl = address + "?", Title = "2" }];

        Assert.Equal(2, FeedChoice.ByHost(feeds, new HostGate(_clock)).Count());
    }

    private Task<FetchResult> FetchAsync(string program) => _fetcher.FetchAsync(new FetchRequest($"exec:{program}"), Token);

    private FeedFetcher Fetcher(FetchLimits limits) =>
        new(_clock, new FetchSettings { AllowsPrograms = true }, new HostGate(_clock), limits);

    /// <summary>A program made of lines for the shell, which is a program like any other here.</summary>
    private string Script(string lines)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.sh");
        File.WriteAllText(path, lines + "\n");
        return $"/bin/sh {path}";
    }
}
