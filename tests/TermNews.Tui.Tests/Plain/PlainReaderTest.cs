using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Stories;
using TermNews.Core.Tests;
using TermNews.Core.Tests.Feeds;
using TermNews.Core.Tests.Reader;
using TermNews.Tui.Plain;

namespace TermNews.Tui.Tests.Plain;

/// <summary>A plain reader without a terminal: lines in, lines out.</summary>
public abstract class PlainReaderTest
{
    private readonly List<string> _subscribed = [];

    private protected PlainReaderTest()
    {
        (Comments, Mutes) = (new FakeComments(Stories), new FakeMutes(Stories));
        Parts = new ReaderParts
        {
            Stories = Stories,
            Comments = Comments,
            Feeds = Feeds,
            Mutes = Mutes,
            Journal = Stories.Journal,
            Clock = Clock,
            Clipboard = Desktop,
            Browser = Desktop,
            Author = "Ann",
            Refresher = Refresher,
            Subscriber = new FakeSubscriber(_subscribed.Add),
        };
    }

    private protected FakeStories Stories { get; } = new();

    private protected FakeComments Comments { get; }

    private protected FakeMutes Mutes { get; }

    private protected FakeFeedRepository Feeds { get; } = new();

    private protected FakeDesktop Desktop { get; } = new();

    private protected FakeRefresher Refresher { get; } = new();

    private protected FakeTimeProvider Clock { get; } = new(A.Noon);

    private protected ReaderParts Parts { get; set; }

    private protected PlainOptions Options { get; set; } = new() { IsInteractive = false };

    private protected IReadOnlyList<string> Subscribed => _subscribed;

    private protected string Error { get; private set; } = "";

    private protected bool HasFailed { get; private set; }

    private protected void Have(int count) => Stories.All.AddRange(Enumerable.Range(1, count).Select(id =>
        A.Story(id, $"Headline {id}", at: A.Noon.AddMinutes(-id))));

    private protected void HaveText(long id, string html) => Stories.Texts[id] = new StoryText(null, html);

    private protected StoryStatus StatusOf(long id) => Stories.All.First(story => story.Id == id).Status;

    /// <summary>Types lines, ends the input, and gives the lines of the answers.</summary>
    private protected async Task<IReadOnlyList<string>> TypeAsync(params string[] lines) =>
        (await RunAsync(new StringReader(string.Join('\n', lines)), A.Token)).Split('\n');

    private protected async Task<string> RunAsync(TextReader input, CancellationToken token)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        using var reader = new PlainReader(Parts, output, error, Options);
        try
        {
            await reader.RunAsync(input, token);
        }
        finally
        {
            (Error, HasFailed) = (error.ToString(), reader.HasFailed);
        }
        return output.ToString();
    }
}
