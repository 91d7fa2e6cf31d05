using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

public sealed class PageAddressesTests
{
    [Theory]
    [InlineData("http://news.example/a/story")]
    [InlineData("https://www.news.example/a/story/")]
    [InlineData("https://m.news.example/a/story#comments")]
    [InlineData("https://amp.news.example/a/story")]
    [InlineData("https://news.example/a/story/amp/")]
    [InlineData("https://NEWS.example/a/story?utm_source=rss&utm_medium=feed")]
    [InlineData("https://news.example/a/story?outputType=amp&fbclid=1")]
    [InlineData("https://news.example:443/a/story?amp")]
    public void One_page_has_one_key(string link) => Assert.Equal("news.example/a/story", new PageAddresses().KeyOf(link));

    [Theory]
    [InlineData("https://news.example/a/Story")]
    [InlineData("https://news.example/a/story?id=7")]
    [InlineData("https://news.example/a/story?page=2")]
    [InlineData("https://news.example:8080/a/story")]
    [InlineData("https://sport.news.example/a/story")]
    [InlineData("https://news.example/a/amp-story")]
    public void Another_page_has_another(string link) => Assert.NotEqual("news.example/a/story", new PageAddresses().KeyOf(link));

    [Theory]
    [InlineData(null)]
    [InlineData("story.html")]
    [InlineData("https://news.example")]
    [InlineData("https://www.news.example/?utm_source=rss#top")]
    public void A_front_page_has_none(string? link) => Assert.Null(new PageAddresses().KeyOf(link));

    [Fact]
    public void The_files_of_a_page_as_AMP_are_that_page() =>
        Assert.Equal(
            new PageAddresses().KeyOf("https://m.example/story.html"), new PageAddresses().KeyOf("https://m.example/story.amp.html"));
}
