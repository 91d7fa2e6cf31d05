using System.Diagnostics;
using TermNews.Core;
using TermNews.Tui.Desktop;

namespace TermNews.Tui.Tests.Desktop;

public sealed class ArticleOutletTests
{
    private static readonly string Large = new('x', 360_000);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_program_writes_is_read() =>
        Assert.Equal("cat took the article.", await new ArticleOutlet().PipeAsync("cat", Large, Token));

    [Fact]
    public async Task A_program_that_does_not_read_is_ended_at_the_limit()
    {
        var before = Stopwatch.GetTimestamp();

        var fault = await Assert.ThrowsAsync<NewsException>(
            () => new ArticleOutlet(TimeSpan.FromSeconds(1)).PipeAsync("sleep 47", Large, Token));

        Assert.Equal("sleep took longer than 1 s and was ended.", fault.Message);
        Assert.InRange(Stopwatch.GetElapsedTime(before).TotalSeconds, 0, 20);
    }

    [Theory]
    [InlineData("false", "false failed.")]
    [InlineData("no-such-program-here", "no-such-program-here is not there or may not be run.")]
    public async Task A_program_that_fails_or_is_missing_is_named(string command, string words) =>
        Assert.Equal(words, (await Assert.ThrowsAsync<NewsException>(() => new ArticleOutlet().PipeAsync(command, "x", Token))).Message);
}
