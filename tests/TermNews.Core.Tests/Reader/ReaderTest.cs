using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Feeds;

namespace TermNews.Core.Tests.Reader;

/// <summary>A whole reader without a terminal: keys in, rows out.</summary>
public abstract class ReaderTest : IDisposable
{
    private readonly List<string> _subscribed = [];

    private protected ReaderTest() => (Comments, Mutes) = (new FakeComments(Stories), new FakeMutes(Stories));

    private protected FakeStories Stories { get; } = new();

    private protected FakeComments Comments { get; }

    private protected FakeMutes Mutes { get; }

    private protected FakeFeedRepository Feeds { get; } = new();

    private protected FakeDesktop Desktop { get; } = new();

    private protected FakeRefresher Refresher { get; } = new();

    private protected FakeTimeProvider Clock { get; } = new(A.Noon);

    private protected IReadOnlyList<string> Subscribed => _subscribed;

    private protected ReaderViewModel Reader { get; private set; } = null!;

    public void Dispose()
    {
        Reader.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected void Have(int count) => Stories.All.AddRange(Enumerable.Range(1, count).Select(id =>
        A.Story(id, $"Headline {id}", at: A.Noon.AddMinutes(-id))));

    private protected ReaderParts Parts => new()
    {
        Stories = Stories,
        Comments = Comments,
        Feeds = Feeds,
        Mutes = Mutes,
        Journal = Stories.Journal,
        Clock = Clock,
        Clipboard = Desktop,
        Browser = Desktop,
        RunBehind = work => work(),
        Author = "Ann",
        Refresher = Refresher,
        Subscriber = new FakeSubscriber(_subscribed.Add),
    };

    private protected async Task StartAsync(int width = 80, int height = 24, ReaderParts? parts = null)
    {
        Reader = new ReaderViewModel(parts ?? Parts);
        Reader.Resize(width, height);
        await Reader.StartAsync(null, A.Token);
    }

    /// <summary>Presses keys one after the other, written as the key map writes them.</summary>
    private protected async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Reader.PressAsync(KeyPress.Parse(key)!, A.Token);
    }

    private protected async Task TypeAsync(string text)
    {
        await Reader.ChangePromptAsync(text, A.Token);
        await PressAsync("Enter");
    }

    private protected string Status => Reader.StatusRow().ToString().Trim();

    private protected string Title => Reader.TitleRow().ToString();

    private protected long SelectedId => Reader.FrontPage.State.Current!.Story.Id;

    private protected StoryStatus StatusOf(long id) => Stories.All.First(story => story.Id == id).Status;
}
