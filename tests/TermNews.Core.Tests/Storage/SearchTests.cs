using TermNews.Core.Lists;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Tests.Storage;

public sealed class SearchTests : TemporaryDatabase
{
    private long _feed;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _feed = await FeedAsync(title: "Daily Wire");
        var other = await FeedAsync("https://b", "Le Monde");
        await StoreAsync(_feed,
            A.Incoming("1", "Apples and pears", text: "Fruit is sold by the orchard near the river.", author: "Ann Lee",
                categories: ["Garden"]),
            A.Incoming("2", "Bank raises rates", text: "The river bank is wet. Apples cost more.", author: "Bob", categories: ["Economy"]));
        await StoreAsync(other, A.Incoming("3", "Économie: la rentrée", text: "Les marchés sont calmes.", categories: ["Economy"]),
            A.Incoming("4", "東京で新しい駅が開業", text: "首都の交通が便利になる。"), A.Incoming("5", "한국 뉴스를 읽다", text: "서울에서"));
    }

    private async Task<string> FoundAsync(string search, StoryQuery? query = null) =>
        string.Join(' ', (await Stories.SearchAsync(search, query ?? new StoryQuery(), 10, Token)).Select(story => story.EntryGuid)
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("apples", "1 2")]
    [InlineData("APPLES river", "1 2")]
    [InlineData("apples orchard", "1")]
    [InlineData("\"river bank\"", "2")]
    [InlineData("\"bank river\"", "")]
    [InlineData("orchard OR rentree", "1 3")]
    [InlineData("apples orchard OR wet", "1 2")]
    [InlineData("apples -wet", "1")]
    [InlineData("-apples", "3 4 5")]
    [InlineData("-\"river bank\" apples", "1")]
    [InlineData("title:apples", "1")]
    [InlineData("TITLE:apples", "1")]
    [InlineData("-title:apples apples", "2")]
    [InlineData("author:ann", "1")]
    [InlineData("category:economy", "2 3")]
    [InlineData("feed:monde economie", "3")]
    [InlineData("feed:\"daily wire\" apples", "1 2")]
    [InlineData("feed:nothing", "")]
    [InlineData("monde", "")]
    [InlineData("orch*", "1")]
    [InlineData("marches", "3")]
    [InlineData("東京", "4")]
    [InlineData("新しい駅", "4")]
    [InlineData("京東", "")]
    [InlineData("뉴스", "5")]
    [InlineData("", "1 2 3 4 5")]
    [InlineData("  ", "1 2 3 4 5")]
    [InlineData("++ !!", "")]
    public async Task Words_phrases_columns_and_exclusions_find_what_they_say(string search, string found) =>
        Assert.Equal(found, await FoundAsync(search));

    [Theory]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("apples AND")]
    [InlineData("OR")]
    [InlineData("OR OR OR")]
    [InlineData("apples OR")]
    [InlineData("apples OR -wet")]
    [InlineData("NEAR(apples river, 5)")]
    [InlineData("title:")]
    [InlineData("title:\"")]
    [InlineData("nocolumn:apples")]
    [InlineData("(apples")]
    [InlineData("apples)")]
    [InlineData("^apples {title} : x")]
    [InlineData("* ** apples**")]
    [InlineData("- -- ---apples")]
    [InlineData("-\"")]
    [InlineData("a\0b")]
    [InlineData("'; DROP TABLE stories; --")]
    [InlineData("feed:\" OR \"")]
    [InlineData("\u0301\u200D \uD800")]
    [InlineData("12345678901234567890 3.14 a+b c++ @x #y $z %")]
    public async Task No_text_is_an_error(string search)
    {
        await FoundAsync(search);
        await Stories.CountAsync(new StoryQuery { Search = search }, Token);
    }

    [Fact]
    public async Task A_search_has_bounds()
    {
        Assert.Equal("", await FoundAsync(string.Join(' ', Enumerable.Range(0, 64).Select(i => $"w{i}"))));
        foreach (var search in new[]
                 {
                     string.Join(' ', Enumerable.Range(0, 65).Select(i => $"w{i}")), new string('w', 1001),
                     $"\"{string.Join(' ', Enumerable.Range(0, 65).Select(i => $"w{i}"))}\"",
                 })
            Assert.Equal(NewsFault.WrongUse, (await Assert.ThrowsAsync<NewsException>(() => FoundAsync(search))).Fault);
    }

    [Fact]
    public async Task The_title_counts_more_than_the_text() =>
        Assert.Equal("1", (await Stories.SearchAsync("apples", new StoryQuery(), 1, Token))[0].EntryGuid);

    [Fact]
    public async Task Hidden_stories_are_found_only_in_all()
    {
        await Stories.MarkAsync([await IdAsync("Apples and pears")], StatusChange.Hidden, Token);
        Assert.Equal("2", await FoundAsync("apples"));
        Assert.Equal("1 2", await FoundAsync("apples", new StoryQuery { List = StoryList.All }));
        Assert.Equal("1", await FoundAsync("apples", new StoryQuery { List = StoryList.All, Search = "orchard" }));
    }

    [Fact]
    public async Task Renaming_a_feed_is_searched_at_once()
    {
        await Feeds.RenameAsync(_feed, "Gazette", Token);
        Assert.Equal("1 2", await FoundAsync("feed:gazette"));
        Assert.Equal("", await FoundAsync("feed:wire"));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("日本go", " 日 本 go")]
    [InlineData("go日本", "go 日 本")]
    [InlineData("สวัสดี", " ส ว ั ส ด ี")]
    public void Scripts_without_spaces_are_separated(string text, string separated) =>
        Assert.Equal(separated.Replace(" ั", "ั", StringComparison.Ordinal).Replace(" ี", "ี", StringComparison.Ordinal),
            SearchText.Separate(text));
}
