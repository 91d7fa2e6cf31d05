using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class ArticleRepositoryTests : TemporaryDatabase
{
    private readonly string _text = string.Concat(
        Enumerable.Repeat("<p>The page tells far more than its feed does, at length, with commas, "
        + "and in whole sentences that go on for a while.</p>", 20));

    private async Task<Story[]> StoriesAsync(int count)
    {
        await StoreAsync(await FeedAsync(), [.. Enumerable.Range(1, count).Select(n =>
            A.Incoming($"{n}", $"story {n}") with { Link = $"https://example.org/{n}/story" })]);
        return [.. (await ListAsync(new StoryQuery { List = StoryList.All })).OrderBy(story => story.Link, StringComparer.Ordinal)];
    }

    private static KeptArticle Kept(long storyId, int size) =>
        new() { StoryId = storyId, FetchedAt = A.Noon, Html = new string('x', size) };

    [Fact]
    public async Task A_page_is_fetched_once_and_then_read_without_the_network()
    {
        var story = (await StoriesAsync(1))[0];
        var articles = new ArticleRepository(Database);
        var found = await new FullTexts(new OnePage(_text), articles, Clock).GetAsync(story, Token);
        var again = await new FullTexts(null, articles, Clock).GetAsync(story, Token);

        Assert.StartsWith("The page tells far more", ArticleRenderer.ToText(found), StringComparison.Ordinal);
        Assert.Equal(ArticleRenderer.ToText(found), ArticleRenderer.ToText(again));
        Assert.Equal("T", again.Title);
    }

    [Fact]
    public async Task The_oldest_go_where_there_are_too_many_but_those_of_saved_stories_stay()
    {
        var stories = await StoriesAsync(5);
        await Stories.MarkAsync([stories[0].Id], StatusChange.Saved, Token);
        var articles = new ArticleRepository(Database, mostArticles: 3, mostCharacters: 250);
        foreach (var (minute, story) in stories.Index())
            await articles.KeepAsync(Kept(story.Id, 100) with { FetchedAt = A.Noon.AddMinutes(minute) }, Token);

        var isKept = await Task.WhenAll(stories.Select(async story => await articles.FindAsync(story.Id, Token) is not null));
        Assert.Equal([true, false, false, true, true], isKept);
    }

    [Fact]
    public async Task What_is_fetched_ahead_is_kept_and_a_page_without_article_is_not_asked_for_again_today()
    {
        var stories = await StoriesAsync(2);
        var articles = new ArticleRepository(Database);
        var pages = new OnePage("", fails: "https://example.org/2/story", body: _text);
        var texts = new FullTexts(pages, articles, Clock);
        await texts.FetchAheadAsync(stories, Token);
        await texts.FetchAheadAsync(stories, Token);

        Assert.Equal(2, pages.Fetched);
        Assert.NotNull(await texts.FindKeptAsync(stories[0].Id, Token));
        Assert.Contains("no readable article", (await articles.FindAsync(stories[1].Id, Token))!.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_of_an_article_are_joined()
    {
        var story = (await StoriesAsync(1))[0];
        var pages = new OnePage(_text + "<p>The end of part one is here, as everyone can see.</p><a rel='next' href='/1/story/2'>Next</a>",
            fails: "https://example.org/1/story/2", body: null, other: _text.Replace("far more", "even more", StringComparison.Ordinal));
        var found = ArticleRenderer.ToText(await new FullTexts(pages, null, Clock).GetAsync(story, Token));

        Assert.Contains("far more", found, StringComparison.Ordinal);
        Assert.Contains("even more", found, StringComparison.Ordinal);
        Assert.Equal(2, pages.Fetched);
    }

    [Fact]
    public async Task A_wall_is_called_one()
    {
        var story = (await StoriesAsync(1))[0];
        var pages = new OnePage(
            "<script type='application/ld+json'>{\"isAccessibleForFree\": false}</script><p>Subscribe to go on reading this story, "
            + "which is long, and good, and costs money.</p>");
        var refused = await Assert.ThrowsAsync<NewsException>(() => new FullTexts(pages, null, Clock).GetAsync(story, Token));

        Assert.Equal("The site shows this article to its subscribers only; open it in a browser to sign in.", refused.Message);
    }

    /// <summary>One text behind every address but one.</summary>
    private sealed class OnePage(string text, string? fails = null, string? body = null, string other = "") : IPageSource
    {
        public int Fetched { get; private set; }

        public Task<FetchedPage> FetchPageAsync(string url, CancellationToken cancellationToken)
        {
            Fetched++;
            var html = url == fails ? other : body ?? text;
            return Task.FromResult(new FetchedPage(url, System.Text.Encoding.UTF8.GetBytes(
                $"<html><head><title>T</title></head><body><article>{html}</article></body></html>"), "text/html"));
        }
    }
}
