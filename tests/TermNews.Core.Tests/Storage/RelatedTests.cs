using TermNews.Core.Storage;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class RelatedTests : TemporaryDatabase
{
    private long _feed;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _feed = await FeedAsync();
    }

    [Fact]
    public async Task Related_stories_share_telling_words_and_are_neither_read_nor_hidden_nor_itself()
    {
        await HaveAsync("Volcano erupts on Iceland", "Iceland closes airport after volcano", "A volcano seen from space",
            "Volcano tourism on Iceland", "Football tonight");
        await Stories.MarkAsync([await IdAsync("A volcano seen from space")], StatusChange.Read, Token);
        await Stories.MarkAsync([await IdAsync("Volcano tourism on Iceland")], StatusChange.Hidden, Token);

        Assert.Equal(["Iceland closes airport after volcano: Iceland, Volcano"], await RelatedAsync("Volcano erupts on Iceland"));
        Assert.Empty(await RelatedAsync("Football tonight"));
    }

    [Fact]
    public async Task What_the_title_has_too_is_nearer_than_what_the_text_has_and_the_newer_of_two_as_near_comes_first()
    {
        await StoreAsync(_feed, A.Incoming("1", "Glacier retreats"), A.Incoming("2", "A walk", text: "We saw the glacier."),
            A.Incoming("3", "On the glacier"), A.Incoming("4", "Below the glacier"));   // A feed begins with the newest.

        Assert.Equal(["On the glacier: Glacier", "Below the glacier: Glacier"], await RelatedAsync("Glacier retreats"));
    }

    [Fact]
    public async Task A_word_that_many_stories_have_leads_nowhere()
    {
        await HaveAsync(
            [.. Enumerable.Range(1, 40).Select(n => $"Parliament votes {n}"), "Parliament hears beekeepers", "Beekeepers march"]);

        Assert.Equal(["Beekeepers march: beekeepers"], await RelatedAsync("Parliament hears beekeepers"));
    }

    [Fact]
    public async Task Of_a_cluster_there_is_one()
    {
        await HaveAsync("Comet passes Earth", "Else");
        foreach (var place in new[] { "a", "b", "c" })
            await StoreAsync(await FeedAsync($"https://{place}"), A.Incoming("same page", "Comet photographed", A.Noon));
        await new StoryClusters(Database).CatchUpAsync(Token);

        Assert.Single(await RelatedAsync("Comet passes Earth"));
    }

    [Theory]
    [InlineData("How the NHS works", "NHS: a winter", "NHS")]
    [InlineData("The EU speaks", "Law of the eu", "EU")]
    [InlineData("G7 meets", "After the G7", "G7")]
    [InlineData("Économie en crise", "ECONOMIE", "Économie")]
    [InlineData("東京で新しい駅", "駅は東京の", "東京")]
    [InlineData("人工知能の未来", "人工知能", "人工知能")]
    [InlineData("서울 지하철", "오늘 서울은", "서울")]
    [InlineData("ข่าวรถไฟ", "รถไฟ", "รถไฟ")]
    [InlineData("زلزال في المغرب", "المغرب اليوم", "المغرب")]
    [InlineData("Землетрясение в Марокко", "Марокко сегодня", "Марокко")]
    [InlineData("हिन्दी समाचार", "आज हिन्दी", "हिन्दी")]
    public async Task Words_of_every_script_lead_to_others_and_short_ones_in_capitals(string title, string other, string shared)
    {
        await HaveAsync(title, other, "1", "2", "3");
        Assert.Equal([$"{other}: {shared}"], await RelatedAsync(title));
    }

    [Theory]
    [InlineData("Who is it", "It is who it is")]
    [InlineData("THE END OF IT", "It is the end of us")]
    [InlineData("Budget 2026", "Prices 2026")]
    [InlineData("ですが新", "ですが新")]
    [InlineData("\" OR \"", "\" OR \"")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public async Task Short_words_years_and_endings_lead_nowhere(string? title, string? other)
    {
        await StoreAsync(_feed, A.Incoming("1", title), A.Incoming("2", other), A.Incoming("3", "Else"));
        var first = (await ListAsync(new StoryQuery())).Single(story => story.EntryGuid == "1");
        Assert.Empty(await Stories.RelatedAsync(first, 5, Token));
    }

    [Fact]
    public async Task Stories_of_the_same_category_are_those_with_the_most_of_them_then_the_newest_without_what_was_read()
    {
        await StoreAsync(_feed, A.Incoming("1", "One", A.Noon, categories: ["Space", "Mars"]),
            A.Incoming("2", "Two", A.Noon.AddHours(-1), categories: ["Space"]),
            A.Incoming("3", "Three", A.Noon.AddHours(-2), categories: ["Mars", "Space"]),
            A.Incoming("4", "Four", A.Noon, categories: ["Space"]),
            A.Incoming("5", "Five", A.Noon, categories: ["Mars"]), A.Incoming("6", "Six", A.Noon, categories: ["Food"]),
            A.Incoming("7", "Seven", A.Noon));
        await Stories.MarkAsync([await IdAsync("Five")], StatusChange.Read, Token);

        Assert.Equal(["3", "4", "2"], await SameCategoryAsync("One", 5));
        Assert.Equal(["3"], await SameCategoryAsync("One", 1));
        Assert.Empty(await SameCategoryAsync("Seven", 5));
    }

    private Task HaveAsync(params string[] titles) =>
        StoreAsync(_feed, [.. titles.Select((title, at) => A.Incoming($"{at}", title, A.Noon.AddSeconds(at)))]);

    /// <summary>"Title: shared words".</summary>
    private async Task<IReadOnlyList<string>> RelatedAsync(string title)
    {
        await Index.CatchUpAsync(IndexPace.AtOnce, Token);
        var near = await Stories.RelatedAsync((await Stories.FindAsync(await IdAsync(title), Token))!, 5, Token);
        return [.. near.Select(row => $"{row.Story.Title}: {string.Join(", ", row.Words)}")];
    }

    private async Task<IReadOnlyList<string>> SameCategoryAsync(string title, int limit)
    {
        var found = await Stories.SameCategoryAsync((await Stories.FindAsync(await IdAsync(title), Token))!, limit, Token);
        return [.. found.Select(story => story.EntryGuid)];
    }
}
