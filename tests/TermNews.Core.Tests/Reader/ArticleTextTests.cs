using SkiaSharp;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Pictures;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Article;
using TermNews.Core.Stories;
using TermNews.Core.Tests.Pictures;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Reader;

public sealed class ArticleTextTests : ArticleTest
{
    [Fact]
    public async Task The_full_text_of_the_page_takes_the_place_of_the_feeds_and_goes_back()
    {
        await OpenAsync();
        await Article.ShowFullTextAsync(FullTextsOf(LongPage), A.Token);
        Assert.True(Article.State.IsFull);
        Assert.Contains(Page(), line => line.StartsWith("1. The page tells far more", StringComparison.Ordinal));
        Article.ShowFeedText();
        Assert.DoesNotContain(Page(), line => line.StartsWith("1. The page tells far more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_text_of_a_story_has_its_own_place()
    {
        HaveLongText();
        var texts = FullTextsOf(LongPage);
        await OpenAsync();
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        await Article.ShowFullTextAsync(texts, A.Token);
        Assert.Equal(0, Article.State.Top);
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("12. The page", StringComparison.Ordinal)));

        Article.ShowFeedText();
        Assert.StartsWith("Paragraph 30 ", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        await Article.ShowFullTextAsync(texts, A.Token);
        Assert.StartsWith("12. The page", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);

        Article.Close();
        await OpenAsync();
        Assert.StartsWith("Paragraph 30 ", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_full_text_is_fetched_again_and_the_paragraph_stays()
    {
        await OpenAsync();
        var kept = new KeptInMemory();
        await Article.ShowFullTextAsync(new FullTexts(new FakePages(LongPage), kept, Clock), A.Token);
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("12. The page", StringComparison.Ordinal)));

        await Article.FetchFullTextAgainAsync(
            new FullTexts(new FakePages(LongPage.Replace("far more", "even more", StringComparison.Ordinal)), kept, Clock), A.Token);

        Assert.StartsWith("12. The page tells even more", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        Assert.Contains("even more", kept.Articles.Single().Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_width_goes_round_the_usual_ones_and_the_paragraph_stays()
    {
        HaveLongText();
        await OpenAsync();
        Article.ScrollTo(Page().FindIndex(line => line.StartsWith("Paragraph 30 ", StringComparison.Ordinal)));
        List<int> widths = [.. Enumerable.Range(0, 4).Select(_ => Article.ChangeWidth())];
        Assert.Equal([40, 60, 78, 40], widths);
        Assert.All(Page(), line => Assert.InRange(TextWidth.Of(line), 0, 40));
        Assert.StartsWith("Paragraph 30 ", Article.Rows()[0].ToString().TrimStart(), StringComparison.Ordinal);
        Article.Resize(150, 20);
        Assert.Equal([60, 78, 100, 120, 148, 40], Enumerable.Range(0, 6).Select(_ => Article.ChangeWidth()));
    }

    [Fact]
    public async Task Lines_are_set_apart_and_together_again()
    {
        HaveLongText();
        await OpenAsync();
        var before = Page();
        Assert.Equal(1, Article.ChangeSpacing());
        Assert.InRange(Page().Count, before.Count + 60, int.MaxValue);
        Assert.Equal(0, Article.ChangeSpacing());
        Assert.Equal(before, Page());
    }

    [Fact]
    public async Task Pictures_are_shown_and_taken_away_and_what_cannot_be_had_is_said()
    {
        var source = new PictureShelfTests.OnePicture(FlagPicture.File(64, 64, SKEncodedImageFormat.Png));
        using var article = new ArticleViewModel(
            Stories, Comments, new StoryLists(Stories, Clock, MustReadRules.None), Clock, RunBehindAsync)
        {
            Pictures = new PictureShelf(source, null, PictureForm.HalfBlocks),
        };
        article.Resize(80, 20);
        Stories.Texts[1] = new StoryText(
            null, "<p>Before.</p><img src='https://e/b.png' alt='b'><img src='https://e/none.png' alt='none'>");
        await article.OpenAsync(Stories.All[0], Stories.All[0], _ => Task.CompletedTask, A.Token);
        Assert.DoesNotContain(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));

        Assert.Equal("There is nothing.", await article.ShowPicturesAsync(A.Token));
        Assert.Equal(8, article.State.Page.Lines.Count(line => line.ToString().Contains('▀', StringComparison.Ordinal)));
        await article.OpenAsync(Stories.All[0], Stories.All[0], _ => Task.CompletedTask, A.Token);
        Assert.Contains(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));

        article.HidePictures();
        Assert.DoesNotContain(article.State.Page.Lines, line => line.ToString().Contains('▀', StringComparison.Ordinal));
        Assert.Contains(article.State.Page.Lines, line => line.ToString() == "[image] none");
    }

    private static readonly string LongPage = string.Concat(
        Enumerable.Range(1, 20).Select(n => $"<p>{n}. The page tells far more than its feed "
        + "does, at length, with commas, and in whole sentences that go on for a while.</p>"));

    private FullTexts FullTextsOf(string page) => new(new FakePages(page), null, Clock);

    private sealed class KeptInMemory : IArticleRepository
    {
        public List<KeptArticle> Articles { get; } = [];

        public Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken) =>
            Task.FromResult(Articles.Find(article => article.StoryId == storyId));

        public Task KeepAsync(KeptArticle article, CancellationToken cancellationToken)
        {
            Articles.RemoveAll(other => other.StoryId == article.StoryId);
            Articles.Add(article);
            return Task.CompletedTask;
        }
    }
}
