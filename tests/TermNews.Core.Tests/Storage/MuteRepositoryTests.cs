using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Storage;

public sealed class MuteRepositoryTests : TemporaryDatabase
{
    private static readonly StoryQuery Latest = new(), Muted = new() { MutedOnly = true }, Unread = new() { List = StoryList.Unread };

    private long _wire, _blog;

    private async Task HaveAsync()
    {
        (_wire, _blog) = (await FeedAsync("https://a/feed", "Wire"), await FeedAsync("https://b/feed", "Blog"));
        await StoreAsync(_wire, A.Incoming("1", "Election night", A.Noon.AddHours(-1), "Ballots are counted.", ["Politics"], "Jane Doe"),
            A.Incoming("2", "A storm is near", A.Noon.AddHours(-2), "Ports close.", ["Weather"], "Ann Ray"));
        await StoreAsync(_blog, A.Incoming("1", "Selection of seeds", A.Noon.AddHours(-3), "Garden work.", ["Garden"]),
            A.Incoming("2", "Rain at last", A.Noon.AddHours(-4), "After the election it rained.", ["Garden"], "Jane Doe"));
    }

    private Task<MuteChange> MuteAsync(MuteKind kind, string text, int? days = null, long? feedId = null) =>
        Mutes.AddAsync(new Mute(kind, text) { Until = days is { } some ? A.Noon.AddDays(some) : null, FeedId = feedId }, Token);

    [Fact]
    public async Task Each_kind_takes_its_stories_out_of_the_lists_and_all_keeps_them()
    {
        await HaveAsync();

        Assert.Equal(2, (await MuteAsync(MuteKind.Word, "election")).Stories);
        Assert.Equal(["A storm is near", "Selection of seeds"], await TitlesAsync(Latest));
        Assert.Equal(["Election night", "Rain at last"], await TitlesAsync(Muted));
        Assert.Equal(1, (await MuteAsync(MuteKind.Author, "ann ray")).Stories);
        Assert.Equal(["Selection of seeds"], await TitlesAsync(Unread));
        Assert.Equal(2, (await MuteAsync(MuteKind.Category, "GARDEN")).Stories);
        Assert.Empty(await TitlesAsync(Latest));
        Assert.Equal(4, (await TitlesAsync(new StoryQuery { List = StoryList.All })).Length);
    }

    [Fact]
    public async Task A_feed_is_muted_by_its_id_whatever_it_is_called_later()
    {
        await HaveAsync();
        Assert.Equal(2, (await MuteAsync(MuteKind.Feed, "Blog", feedId: _blog)).Stories);
        await Feeds.RenameAsync(_blog, "Garden", Token);

        await StoreAsync(_blog, A.Incoming("3", "More seeds", A.Noon));

        Assert.Equal(["Election night", "A storm is near"], await TitlesAsync(Latest));
        Assert.Equal("Garden", Assert.Single(await Mutes.ListAsync(Token)).Text);
    }

    [Fact]
    public async Task A_feed_that_is_muted_by_its_title_is_muted_as_long_as_it_is_called_so()
    {
        await HaveAsync();
        await MuteAsync(MuteKind.Feed, "garden");
        Assert.Empty(await TitlesAsync(Muted));

        await Feeds.RenameAsync(_blog, "Garden", Token);
        Assert.Equal(2, (await TitlesAsync(Muted)).Length);

        await Feeds.RenameAsync(_blog, null, Token);
        await Feeds.StoreAsync([A.Update(_blog, A.Incoming("3", "More seeds", A.Noon)) with { Title = "Garden" }], Token);
        Assert.Equal(3, (await TitlesAsync(Muted)).Length);
        await Feeds.StoreAsync([A.Update(_blog) with { Title = "Blog" }], Token);
        Assert.Empty(await TitlesAsync(Muted));
    }

    [Fact]
    public async Task Stories_that_come_later_are_muted_as_they_are_stored()
    {
        await HaveAsync();
        await MuteAsync(MuteKind.Word, "flood");

        await StoreAsync(_wire, A.Incoming("3", "Flood in the north", A.Noon), A.Incoming("2", "A flood is near", A.Noon.AddHours(-2)));
        Assert.Equal(["Flood in the north", "A flood is near"], await TitlesAsync(Muted));

        await StoreAsync(_wire, A.Incoming("2", "All is well", A.Noon.AddHours(-2)));
        Assert.Equal(["Flood in the north"], await TitlesAsync(Muted));
        Assert.Contains("All is well", await TitlesAsync(Latest));
    }

    [Fact]
    public async Task A_mute_that_ends_needs_no_work_to_end()
    {
        await HaveAsync();
        await MuteAsync(MuteKind.Word, "election", days: 1);
        await MuteAsync(MuteKind.Author, "Doe", days: 3);

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(2, await Stories.CountAsync(Muted, Token));
        Assert.Equal([new MuteCount(new Mute(MuteKind.Author, "Doe") { Until = A.Noon.AddDays(3) }, 2)], await Mutes.CountAsync(Token));

        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Stories.CountAsync(Muted, Token));
        Assert.Equal(4, await Stories.CountAsync(Unread, Token));
        Assert.Empty(await Mutes.ListAsync(Token));
        await StoreAsync(_wire, A.Incoming("3", "Election over", A.Noon));
        Assert.Equal(5, await Stories.CountAsync(Latest, Token));
    }

    [Fact]
    public async Task Taking_a_mute_back_brings_stories_that_no_other_covers()
    {
        await HaveAsync();
        var election = (await MuteAsync(MuteKind.Word, "election")).Now;
        await MuteAsync(MuteKind.Category, "Politics", days: 5);

        Assert.Equal(1, await Mutes.RemoveAsync(election, Token));

        Assert.Equal(["Election night"], await TitlesAsync(Muted));
        Assert.Equal(A.Noon.AddDays(5), (await ListAsync(Muted))[0].MutedUntil);
        Assert.Null(await Mutes.RemoveAsync(election, Token));
    }

    [Fact]
    public async Task A_mute_of_the_same_takes_the_new_end()
    {
        await HaveAsync();
        await MuteAsync(MuteKind.Word, "Election");

        var change = await MuteAsync(MuteKind.Word, "election", days: 1);

        Assert.Equal((new Mute(MuteKind.Word, "Election"), A.Noon.AddDays(1)), (change.Before, change.Now.Until));
        Assert.Single(await Mutes.ListAsync(Token));
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Stories.CountAsync(Muted, Token));
    }

    [Fact]
    public async Task What_the_reader_kept_stays_where_it_was_kept()
    {
        await HaveAsync();
        var (night, rain) = (await IdAsync("Election night"), await IdAsync("Rain at last"));
        await Stories.MarkAsync([night], StatusChange.Saved, Token);
        await Stories.MarkAsync([rain], StatusChange.Pinned, Token);
        await Comments.AddAsync(night, "Ann", CommentText.Create("Worth it."), null, Token);
        await MuteAsync(MuteKind.Word, "election");

        Assert.Equal(["Election night"], await TitlesAsync(new StoryQuery { List = StoryList.Saved }));
        Assert.Equal(["Election night"], await TitlesAsync(new StoryQuery { List = StoryList.Commented }));
        Assert.Contains(rain, (await Stories.CandidatesAsync(
            new StoryQuery { List = StoryList.MustRead }, 10, CandidateText.Headline, Token)).Select(story => story.Id));
        Assert.DoesNotContain(night, (await Stories.CandidatesAsync(
            new StoryQuery { List = StoryList.MustRead }, 10, CandidateText.Headline, Token)).Select(story => story.Id));
        Assert.Empty(await Stories.CandidatesAsync(new StoryQuery { List = StoryList.Popular }, 10, CandidateText.Headline, Token));
    }

    [Fact]
    public async Task A_search_finds_what_is_muted_and_what_is_related_does_not()
    {
        await HaveAsync();
        await StoreAsync(_wire, A.Incoming("5", "Harbour storm", A.Noon, "Storm warnings in the harbour."),
            A.Incoming("6", "Harbour ferry", A.Noon, "Ferry leaves the harbour."));
        await MuteAsync(MuteKind.Word, "ferry");

        Assert.Contains("Harbour ferry", (await Stories.SearchAsync("ferry", Latest, 10, Token)).Select(story => story.Title));
        var storm = (await Stories.FindAsync(await IdAsync("Harbour storm"), Token))!;
        Assert.DoesNotContain("Harbour ferry", (await Stories.RelatedAsync(storm, 10, Token)).Select(near => near.Story.Title));
        Assert.Empty(await ListAsync(new StoryQuery { Search = "ferry" }));
    }

    [Fact]
    public async Task Counts_leave_muted_stories_out()
    {
        await HaveAsync();
        await MuteAsync(MuteKind.Feed, "Blog", feedId: _blog);
        await MuteAsync(MuteKind.Word, "night");

        Assert.Equal(1, await Stories.CountAsync(Unread, Token));
        Assert.Equal([("Blog", 0, 2), ("Wire", 1, 2)],
            (await Feeds.ListAsync(Token)).Select(feed => (feed.Title, feed.UnreadCount, feed.StoryCount)));
        Assert.Equal([new NamedCount("Wire", 1)], await Stories.CountByAsync(Unread, StoryGrouping.Feed, Token));
        Assert.Equal([2, 1], (await Mutes.CountAsync(Token)).Select(count => count.Stories).OrderDescending());
        var stats = await Database.StatsAsync(Token);
        Assert.Equal((1, 3), (stats.Unread, stats.Muted));
    }

    [Fact]
    public async Task Another_story_stands_for_a_cluster_whose_first_is_muted()
    {
        await HaveAsync();
        await StoreAsync(_wire, A.Incoming("7", "Storm Ella closes ports along the northern coast", A.Noon.AddHours(-3)));
        await StoreAsync(_blog, A.Incoming("7", "Northern coast ports closed as storm Ella nears", A.Noon.AddHours(-1)));
        await new StoryClusters(Database).CatchUpAsync(Token);
        Assert.DoesNotContain("Northern coast ports closed as storm Ella nears", await TitlesAsync(Latest));

        await MuteAsync(MuteKind.Word, "along");

        Assert.Contains("Northern coast ports closed as storm Ella nears", await TitlesAsync(Latest));
        await MuteAsync(MuteKind.Word, "Ella");
        Assert.Equal(2, await Stories.CountAsync(Muted, Token));
    }

    [Fact]
    public async Task What_the_configuration_mutes_counts_and_goes_with_it()
    {
        await HaveAsync();
        Mute[] configured = [new(MuteKind.Word, "election"), new(MuteKind.Feed, "https://a/feed") { Until = A.Noon.AddDays(1) },
            new(MuteKind.Author, "Nobody") { Until = A.Noon }];
        await Mutes.ConfigureAsync(configured, Token);
        Assert.Equal(3, await Stories.CountAsync(Muted, Token));
        Assert.Equal([true, true], (await Mutes.ListAsync(Token)).Select(mute => mute.IsConfigured));
        await MuteAsync(MuteKind.Word, "storm");

        await Mutes.ConfigureAsync([configured[0]], Token);

        Assert.Equal(["Election night", "A storm is near", "Rain at last"], await TitlesAsync(Muted));
        Assert.Null(await Mutes.RemoveAsync(new Mute(MuteKind.Word, "election"), Token));
        await Mutes.ConfigureAsync([], Token);
        Assert.Equal(["A storm is near"], await TitlesAsync(Muted));
    }

    [Fact]
    public async Task A_configuration_that_is_the_same_writes_nothing()
    {
        await HaveAsync();
        Mute[] configured = [new(MuteKind.Word, "election") { Until = A.Noon.AddDays(9) }];
        await Mutes.ConfigureAsync(configured, Token);
        using var other = await NewsDatabase.OpenFileAsync(File, Clock, Token);
        await new CommentRepository(other).AddAsync(await IdAsync("Rain at last"), "Ann", CommentText.Create("So."), null, Token);
        await other.WasWrittenElsewhereAsync(Token);

        await Mutes.ConfigureAsync(configured, Token);

        Assert.False(await other.WasWrittenElsewhereAsync(Token));
        await Mutes.ConfigureAsync([], Token);
        Assert.True(await other.WasWrittenElsewhereAsync(Token));
    }
}
