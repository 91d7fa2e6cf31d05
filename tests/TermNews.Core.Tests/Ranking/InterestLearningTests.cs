using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Ranking;

public sealed class InterestLearningTests : InterestTest
{
    [Fact]
    public void A_feed_that_is_opened_more_often_than_others_is_of_interest()
    {
        var interests = Learn([.. ManyOfOne(), .. OneOfEach()]);
        var feed = Assert.Single(interests.All);
        Assert.Equal((InterestSubject.Feed(1), "Feed 1", 13), (feed.Subject, feed.Name, feed.Stories));
        Assert.InRange(feed.Strength, 1, 2);
        Assert.Equal(A.Noon.AddDays(-2), feed.Since);
        Assert.Equal("you often open Feed 1", feed.Words);
    }

    [Fact]
    public void Who_opens_all_feeds_alike_has_no_interest_in_any() =>
        Assert.Empty(Learn([.. OneOfEach(100), .. OneOfEach(200), .. OneOfEach(300)]).All);

    [Fact]
    public void The_only_feed_there_is_says_nothing()
    {
        var notes = InterestNotes.None with { Deeds = [.. ManyOfOne()] };
        var tally = InterestTally.Of(notes, A.Noon);
        var learnt = InterestLearning.Learn(notes, tally, Counts(tally), new Dictionary<long, double> { [1] = 20 }, A.Noon);
        Assert.Empty(learnt.All);
    }

    [Fact]
    public void A_word_of_headlines_is_of_interest_whatever_feed_it_is_from()
    {
        List<StoryDeeds> deeds =
            [.. Enumerable.Range(1, 6).Select(id => Opened(id, id, $"Linux {id}{id} is out for x{id}")), .. OneOfEach()];
        var term = Assert.Single(Learn(deeds, ("is", 300), ("for", 300), ("out", 200)).All);
        Assert.Equal((InterestSubject.Term("linux"), "you often read about 'linux'", 6), (term.Subject, term.Words, term.Stories));
    }

    [Fact]
    public void A_word_that_stands_in_many_headlines_tells_nothing()
    {
        List<StoryDeeds> deeds = [.. Enumerable.Range(1, 9).Select(id => Opened(id, id, $"After x{id}"))];
        Assert.NotNull(In(Learn(deeds, ("after", 5)), InterestSubject.Term("after")));
        Assert.Null(In(Learn(deeds, ("after", 50)), InterestSubject.Term("after")));
    }

    [Fact]
    public void Who_reads_one_of_several_languages_does_not_care_for_its_every_word()
    {
        List<StoryDeeds> deeds = [.. Enumerable.Range(1, 20).Select(id =>
            Opened(id, (id % 10) + 1, id % 2 == 0 ? $"Bericht nach x{id}" : $"Nachricht y{id}") with { Language = "de" })];
        var tally = InterestTally.Of(InterestNotes.None with { Deeds = deeds }, A.Noon);
        Interests With(int stories) => InterestLearning.Learn(InterestNotes.None with { Deeds = deeds }, tally,
            Counts(tally, ("nach", 35), ("bericht", 1)) with { Languages = new Dictionary<string, int> { ["de"] = stories } }, TenFeeds,
            A.Noon);
        Assert.NotNull(In(With(1000), InterestSubject.Term("nach")));
        Assert.Null(In(With(100), InterestSubject.Term("nach")));
        Assert.NotNull(In(With(100), InterestSubject.Term("bericht")));
    }

    [Theory]
    [InlineData("Новости о Линуксе {0}", "линуксе")]
    [InlineData("Linux-Kernel {0} veröffentlicht", "veroffentlicht")]
    [InlineData("東京で地震 第{0}報", "東京")]
    [InlineData("서울의 밤 {0}", "서울")]
    [InlineData("أخبار لينكس {0}", "لينكس")]
    public void Words_of_any_script_are_learnt(string title, string term)
    {
        var deeds = Enumerable.Range(1, 5)
            .Select(id => Opened(id, id, string.Format(System.Globalization.CultureInfo.InvariantCulture, title, id)));
        Assert.NotNull(In(Learn([.. deeds, .. OneOfEach()]), InterestSubject.Term(term)));
    }

    [Fact]
    public void Categories_are_learnt_without_case()
    {
        List<StoryDeeds> deeds =
            [.. Enumerable.Range(1, 6).Select(id => Opened(id, id, $"own{id}", 2, id % 2 == 0 ? "Technology" : "technology")),
                .. OneOfEach()];
        var category = Assert.Single(Learn(deeds).All);
        Assert.Equal(
            (InterestSubject.Category("TECHNOLOGY"), "you often read in technology", 6),
            (category.Subject, category.Words, category.Stories));
    }

    [Fact]
    public void Deeds_say_more_and_more()
    {
        static double With(Func<StoryDeeds, StoryDeeds> deed) => FeedStrength(Learn([.. ManyOfOne(4).Select(deed), .. OneOfEach()]));
        var opened = With(story => story);
        var finished = With(story => story with { FinishedAt = story.OpenedAt });
        var saved = With((story) => story with { SavedAt = story.OpenedAt!.Value.AddMinutes(story.StoryId) });
        var commented = With(story => story with { CommentedAt = story.OpenedAt });
        Assert.True(opened < finished && finished < saved && saved < commented, $"{opened} {finished} {saved} {commented}");
    }

    [Fact]
    public void The_words_say_what_is_mostly_done()
    {
        var saved = ManyOfOne().Select(story => story with { SavedAt = story.OpenedAt!.Value.AddMinutes(story.StoryId) });
        var commented = ManyOfOne().Select(story => story with { CommentedAt = story.OpenedAt });
        Assert.Equal("you often save stories from Feed 1", Learn([.. saved, .. OneOfEach()]).All[0].Words);
        Assert.Equal("you often comment on stories from Feed 1", Learn([.. commented, .. OneOfEach()]).All[0].Words);
    }

    [Fact]
    public void What_is_hidden_again_and_again_is_disliked_and_what_is_undone_was_never_learnt()
    {
        List<StoryDeeds> hidden = [.. Enumerable.Range(1, 5).Select(id =>
            Opened(id, title: $"own{id}") with { OpenedAt = null, HiddenAt = A.Noon.AddMinutes(-id) })];
        var disliked = Assert.Single(Learn([.. hidden, .. OneOfEach()]).All);
        Assert.InRange(disliked.Strength, -3, -0.5);
        Assert.Equal("you often hide stories from Feed 1", disliked.Words);
        Assert.Empty(Learn([.. hidden.Select(story => story with { HiddenAt = null }), .. OneOfEach()]).All);
    }

    [Fact]
    public void Stories_hidden_in_bulk_count_as_a_few()
    {
        static StoryDeeds Hidden(int id) => Opened(id, title: $"own{id}") with { OpenedAt = null, HiddenAt = A.Noon.AddHours(-1) };
        static double With(int count) => FeedStrength(Learn([.. Enumerable.Range(1, count).Select(Hidden), .. OneOfEach()]));
        Assert.Equal(With(5), With(500), 3);
        Assert.True(With(2) > With(5));
    }

    [Fact]
    public void What_was_done_long_ago_fades()
    {
        var now = Learn([.. ManyOfOne(20, daysAgo: 1), .. OneOfEach()]);
        var then = Learn([.. ManyOfOne(20, daysAgo: 60), .. OneOfEach()]);
        Assert.True(FeedStrength(then) < FeedStrength(now), $"{FeedStrength(then)} {FeedStrength(now)}");
        Assert.True(FeedStrength(then) > 0);
    }

    [Fact]
    public void Nothing_up_to_an_erasure_counts_and_what_follows_does()
    {
        List<StoryDeeds> deeds = [.. ManyOfOne(), .. OneOfEach()];
        var erased = InterestNotes.None with { Deeds = deeds, ErasedAt = A.Noon.AddDays(-1) };
        Assert.Empty(Learn(erased).All);
        var anew = erased with { Deeds = [.. deeds, .. Enumerable.Range(500, 12).Select(id => Opened(id, 2, $"own{id}", 0.5))] };
        Assert.Equal([InterestSubject.Feed(2)], Learn(anew).All.Select(one => one.Subject));
    }

    [Fact]
    public void What_the_reader_says_outlasts_what_is_learnt_until_it_is_forgotten()
    {
        List<StoryDeeds> deeds = [.. ManyOfOne(), .. OneOfEach()];
        InterestEdit Edit(double? strength) => new(InterestSubject.Feed(1), "Feed 1", strength, A.Noon.AddDays(-1));
        var disliked = Assert.Single(Learn(InterestNotes.None with { Deeds = deeds, Edits = [Edit(-2)] }).All);
        Assert.Equal((-2, "you dislike Feed 1", 13), (disliked.Strength, disliked.Words, disliked.Stories));
        Assert.Empty(Learn(InterestNotes.None with { Deeds = deeds, Edits = [Edit(null)] }).All);
        var again = Enumerable.Range(500, 12).Select(id => Opened(id, 1, $"own{id}", 0.5));
        var relearnt = Assert.Single(Learn(InterestNotes.None with { Deeds = [.. deeds, .. again], Edits = [Edit(null)] }).All);
        Assert.Equal(12, relearnt.Stories);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void More_of_a_deed_never_lowers_what_it_speaks_for(int seed)
    {
        var random = new Random(seed);
        List<StoryDeeds> deeds = [.. Enumerable.Range(1, 80).Select(id =>
            Opened(id, random.Next(1, 11), $"word{random.Next(20)} word{random.Next(20)}", random.Next(0, 90)))];
        for (var at = 0; at < deeds.Count; at += 3)
        {
            var story = A.Story(1000, deeds[at].Title, deeds[at].FeedId);
            var before = Learn(deeds).EvidenceOf(story)?.Points ?? 0;
            StoryDeeds[] additions =
            [
                deeds[at] with { SavedAt = A.Noon.AddMinutes(-at) },
                deeds[at] with { CommentedAt = A.Noon },
                deeds[at] with { FinishedAt = deeds[at].OpenedAt },
                deeds[at] with { OpenedAt = A.Noon },
            ];
            foreach (var more in additions)
            {
                List<StoryDeeds> changed = [.. deeds];
                changed[at] = more;
                var after = Learn(changed).EvidenceOf(story)?.Points ?? 0;
                Assert.True(after >= before, $"{more} lowered {before} to {after}");
            }
        }
    }

    [Theory]
    [InlineData("linux", new[] { "linux" })]
    [InlineData("Élections", new[] { "election" })]
    [InlineData("東京都", new[] { "東京", "京都" })]
    public void A_word_is_read_as_headlines_are(string word, string[] terms) =>
        Assert.Equal(terms.Select(InterestSubject.Term), Interest.TermsOf(word));

    [Theory]
    [InlineData("new york")]
    [InlineData("…")]
    public void What_is_no_single_word_is_refused(string word) =>
        Assert.Equal(NewsFault.WrongUse, Assert.Throws<NewsException>(() => Interest.TermsOf(word)).Fault);
}
