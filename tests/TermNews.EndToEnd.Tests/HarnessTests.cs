using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The harness itself; these run also where neither tmux nor a published program is there.</summary>
public sealed class HarnessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_feed_server_answers_with_what_it_was_given_and_404_otherwise()
    {
        await using var server = new FeedServer();
        var address = server.Serve("/a.xml", Feeds.Rss("A", "One"));
        using var client = new HttpClient();

        var document = await client.GetStringAsync(new Uri(address), Token);
        using var missing = await client.GetAsync(new Uri(server.Address + "/b.xml"), Token);

        Assert.Contains("<title>One</title>", document, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_program_is_given_its_input_and_its_exit_status_and_streams_are_told_apart()
    {
        var ended = await Processes.RunAsync("sh", ["-c", "cat; echo no >&2; exit 7"], null, "yes", Token);

        Assert.Equal(new Ended(7, "yes", "no\n"), ended);
    }
}
