using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Listing;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

/// <summary>An article without a terminal, of a story with two links.</summary>
public abstract class ArticleTest : IDisposable
{
    private protected FakeStories Stories { get; } = new();

    private protected FakeComments Comments { get; }

    private protected FakeTimeProvider Clock { get; } = new(A.Noon);

    private protected ArticleViewModel Article { get; }

    private protected ArticleTest()
    {
        Comments = new FakeComments(Stories);
        Clock.SetLocalTimeZone(TimeZoneInfo.CreateCustomTimeZone("here", TimeSpan.FromHours(9), "here", "here"));
        Article = new ArticleViewModel(Stories, Comments, new StoryLists(Stories, Clock, MustReadRules.None), Clock, RunBehindAsync)
        {
            Keys = ReaderKeys.Default,
        };
        Article.Resize(80, 20);
        Stories.All.Add(A.Story(1, "BMW's next-generation EV", feed: "Motor1", author: "Adrian Padeanu") with
        {
            AuthorEmail = "adrian@example.org",
            PublishedAt = new DateTimeOffset(2024, 11, 18, 0, 30, 0, TimeSpan.Zero),
            Counters = new PublishedCounters(null, null, 40, null),
            Image = new StoryImage("https://example.org/i.jpg", "The new car. BMW"),
        });
        Stories.Texts[1] = new StoryText(null,
            "<p>It has <a href='https://example.org/a'>a link</a> and <a href='https://example.org/b'>another</a>.</p>");
    }

    public void Dispose()
    {
        Article.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What is done behind the screen waits for it, where it is not null.</summary>
    private protected TaskCompletionSource? Held { get; set; }

    private protected async Task RunBehindAsync(Func<Task> workAsync)
    {
        if (Held is { } held)
            await held.Task;
        await workAsync();
    }

    private protected Task OpenAsync(long id = 1, long? row = null) =>
        Article.OpenAsync(StoryOf(id), StoryOf(row ?? id), _ => Task.CompletedTask, A.Token);

    private Story StoryOf(long id) => Stories.All.First(story => story.Id == id);

    private protected List<string> Page() => [.. Article.State.Page.Lines.Select(line => line.ToString())];

    private protected void HaveLongText() => Stories.Texts[1] = new StoryText(null, string.Concat(
        Enumerable.Range(1, 60).Select(n => $"<p>Paragraph {n} {string.Join(' ', Enumerable.Repeat("word", 40))}</p>")));
}
