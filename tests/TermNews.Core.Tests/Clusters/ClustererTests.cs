using TermNews.Core.Clusters;

namespace TermNews.Core.Tests.Clusters;

public sealed class ClustererTests
{
    private readonly List<ClusterItem> _items = [];

    private void Have(
        long feed, string title, double hours = 0, string? link = null, string? language = null, long? text = null, string? lead = null) =>
        _items.Add(new ClusterItem(_items.Count + 1, feed, 1_700_000_000 + (long)(hours * 3600), title)
        {
            Link = link,
            Language = language,
            TextFingerprint = text,
            Lead = lead,
        });

    /// <summary>The cluster of each story, in the order of the ids.</summary>
    private long[] Clusters(IEnumerable<ClusterItem>? order = null)
    {
        var clusterer = new Clusterer(new TermCounts());
        var clusters = _items.ToDictionary(item => item.Id, item => item.Id);
        foreach (var (story, cluster) in clusterer.Add(clusterer.Read([.. order ?? _items]), A.Token))
            clusters[story] = cluster;
        return [.. _items.Select(item => clusters[item.Id])];
    }

    [Fact]
    public void Different_headlines_on_the_same_event_are_one_cluster_and_others_are_not()
    {
        Have(1, "Storm Ella closes ports along the northern coast");
        Have(2, "Northern coast ports closed as storm Ella nears", 1);
        Have(3, "Ports on the northern coast shut by Storm Ella", 3);
        Have(4, "Parliament debates a new law on forests", 3);
        Have(5, "New law on forests divides parliament", 5);
        Have(6, "Striker scores twice in cup final", 6);

        Assert.Equal([1L, 1, 1, 4, 4, 6], Clusters());
    }

    [Fact]
    public void The_same_page_is_the_same_news_and_a_sites_front_page_is_not()
    {
        Have(1, "A completely different headline", link: "https://news.example/2024/story.html");
        Have(2, "Nothing in common with it", 1, "https://news.example/2024/story.html");
        Have(3, "Alpha", link: "https://other.example/");
        Have(4, "Beta", link: "https://other.example/");

        Assert.Equal([1L, 1, 3, 4], Clusters());
    }

    [Fact]
    public void A_place_in_a_page_is_a_story_of_its_own_and_what_counts_visitors_is_none()
    {
        Have(1, "The first post of the day", link: "https://weblog.example/2017/06/26.html#a094223");
        Have(1, "Something else altogether", 1, "https://weblog.example/2017/06/26.html#a101500");
        Have(2, "Alpha", link: "https://news.example/story");
        Have(3, "Beta", 1, "https://news.example/story#xtor=RSS-1");

        Assert.Equal([1L, 2, 3, 3], Clusters());
    }

    [Fact]
    public void A_copy_of_the_text_is_the_same_news()
    {
        Have(1, "What the agency called it", text: 77);
        Have(2, "How an editor renamed it", 2, text: 77);
        Have(3, "Weeks later the same words", 500, text: 77);

        Assert.Equal([1L, 1, 3], Clusters());
    }

    [Fact]
    public void A_copy_of_the_text_with_a_dateline_or_another_end_is_the_same_news_and_the_phrase_of_a_feed_is_no_copy()
    {
        const string agency =
            "A ferry with 300 people aboard ran aground in dense fog near the mouth of the Tejo, the coast guard said, and tugs were sent "
            + "to pull it free";
        const string phrase =
            "Subscribe to our newsletter and read every morning what moves the region, written by our editors and delivered before "
            + "breakfast to your desk.";
        Have(1, "Ferry runs aground", lead: $"LISBON (Agency) - {agency} at high tide.");
        Have(2, "Passengers wait for rescue on sandbank", 2, lead: $"{agency}. Read on.");
        Have(3, "New mayor for Fennmouth", 2, lead: phrase);
        Have(3, "Museum opens its cellar", 3, lead: phrase);
        Have(4, "Bakers run out of flour", 4, lead: phrase);

        Assert.Equal([1L, 1, 3, 4, 5], Clusters());
    }

    [Fact]
    public void Headlines_that_are_equal_stay_apart_where_leads_tell_of_something_else()
    {
        Have(1, "Man jailed for ten years for robbery",
            lead: "Judge Ferris told Colin Webb that he had terrorised the staff of a jeweller in Bath for a watch.");
        Have(2, "Man jailed for ten years for robbery", 3,
            lead: "A post office van near Truro was stopped with a tractor; Peter Lyle had planned it in a pub.");
        Have(3, "Man jailed for ten years for robbery", 3);

        var clusters = Clusters();

        Assert.NotEqual(clusters[0], clusters[1]);
        Assert.Contains(clusters[2], clusters[..2]);
    }

    [Fact]
    public void A_lead_that_only_repeats_the_title_says_nothing()
    {
        Have(1, "Storm Ella closes ports along the northern coast", lead: "Storm Ella closes ports along the northern coast - The Gazette");
        Have(2, "Northern coast ports closed as storm Ella nears", 1,
            lead: "Article URL: https://news.example/ella Comments URL: https://talk.example/77 Points: 12");

        Assert.Equal([1L, 1], Clusters());
    }

    [Theory]
    [InlineData("Weather forecast for Tuesday", "Weather forecast for Wednesday")]
    [InlineData("Daily crossword puzzle No. 1204", "Daily crossword puzzle No. 1205")]
    [InlineData("The Morning Report, 12 May 2024", "The Morning Report, 13 May 2024")]
    [InlineData("오늘의 날씨 5월 12일", "오늘의 날씨 5월 13일")]
    public void Issues_of_a_series_stay_apart(string first, string second)
    {
        Have(1, first);
        Have(1, second, 24);

        Assert.Equal([1L, 2], Clusters());
    }

    [Theory]
    [InlineData("Trapped in Syria, Part 1: A Father’s Fight", "Trapped in Syria, Part 2: A Plea to Parliament")]
    [InlineData("Friday, Jan. 19, 2018", "Thursday, Jan. 18, 2018")]
    [InlineData("Ulisses Costa: Lexical analysis of Wikipedia in Haskell", "Ulisses Costa: Lexical combinators in Haskell")]
    [InlineData("Picture of the Day › Sumo New Year ritual", "Picture of the Day › Nishikori into final")]
    [InlineData("专栏：首相访美与首脑会谈前景", "专栏：首相访美之后的首脑会谈")]
    [InlineData("Acme (NYSE:ACME) director sells 39655 shares of stock", "Acme (NYSE:ACME) insider sells 99342 shares of stock")]
    public void Columns_and_parts_of_a_series_stay_apart_in_a_feed(string first, string second)
    {
        Have(1, first);
        Have(1, second, 24);

        Assert.Equal([1L, 2], Clusters());
    }

    [Fact]
    public void What_comes_before_a_colon_parts_no_reports_of_several_feeds_and_no_copies()
    {
        Have(1, "Storm Ella: ports on the northern coast closed");
        Have(2, "Storm Ella: northern coast closes its ports", 1);
        Have(1, "Storm Ella: ports on the northern coast closed", 2);

        Assert.Equal([1L, 1, 1], Clusters());
    }

    [Fact]
    public void Issues_with_other_numbers_stay_apart_across_feeds()
    {
        Have(1, "Lottery results for draw 4711");
        Have(2, "Lottery results for draw 4712", 12);

        Assert.Equal([1L, 2], Clusters());
    }

    [Fact]
    public void Languages_and_scripts_do_not_mix()
    {
        Have(1, "Apple iPhone 15 Pro Max event in Cupertino", language: "en");
        Have(2, "Apple iPhone 15 Pro Max evento en Cupertino", 1, language: "es-MX");
        Have(3, "Apple iPhone 15 Pro Max 발표 행사 쿠퍼티노에서 개최", 1);

        Assert.Equal([1L, 2, 3], Clusters());
    }

    [Fact]
    public void Scripts_without_blanks_are_grouped_too()
    {
        Have(1, "首相が訪米へ 来週首脳会談の見通し");
        Have(2, "来週の首脳会談へ首相が訪米", 2);
        Have(3, "台風が九州に接近 交通に影響", 2);

        Assert.Equal([1L, 1, 3], Clusters());
    }

    [Fact]
    public void Headlines_of_words_that_fell_together_by_chance_stay_apart()
    {
        const int feeds = 6, stories = 50;
        var random = new Random(4711);
        string[] words = [.. Enumerable.Range(0, 60).Select(n => $"word{(char)('a' + (n % 26))}{(char)('a' + (n / 26))}")];
        for (var n = 0; n < feeds * stories; n++)
            Have(1 + (n % feeds), string.Join(' ', random.GetItems(words, 8)), n / 4.0);

        Assert.Equal(_items.Select(item => item.Id), Clusters());
    }

    [Fact]
    public void What_columns_of_many_feeds_are_called_is_no_news()
    {
        string[] topics =
            ["gardens", "chess", "railways", "bread", "volcanoes", "opera", "bicycles", "glaciers", "bees", "locks", "ferries", "kites"];
        for (var round = 0; round < 5; round++)
        {
            foreach (var (feed, topic) in topics.Index())
                Have(feed, $"Opinion: {topic} {feed * 31 % 12}{round}th {topics[(feed + round + 1) % topics.Length]}", (round * 12) + feed);
        }

        Assert.True(Clusters().CountBy(cluster => cluster).All(group => group.Value < 3));
    }

    [Fact]
    public void Two_characters_of_a_script_without_blanks_are_less_than_two_words()
    {
        Have(1, "東京の朝 市場は静かに始まる");
        Have(2, "東京の朝 新しい図書館が開館", 2);
        Have(3, "東京の朝 祭りの準備が進む", 4);

        Assert.Equal([1L, 2, 3], Clusters());
    }

    [Fact]
    public void News_that_goes_on_is_followed_up_by_other_news()
    {
        for (var day = 0; day < 8; day++)
            Have(1 + day, $"Search for missing submarine Aurelia continues off Cape Torrent{new string('!', day)}", day * 24);

        Assert.NotEqual(Clusters()[0], Clusters()[^1]);
    }

    [Fact]
    public void Old_news_is_not_joined_by_new()
    {
        Have(1, "Storm Ella closes ports along the northern coast");
        Have(2, "Storm Ella closes ports along the northern coast again", 24 * 14);

        Assert.Equal([1L, 2], Clusters());
    }

    [Fact]
    public void What_was_found_without_a_date_joins_by_its_page_or_text_and_not_by_its_headline()
    {
        Have(1, "Storm Ella closes ports along the northern coast");
        Have(2, "Northern coast ports closed as storm Ella nears", 1);
        Have(3, "Ports on the northern coast shut by Storm Ella", 1, "https://news.example/ella");
        Have(4, "Storm Ella: ports closed along the northern coast", 1, "https://news.example/ella");
        foreach (var at in new[] { 1, 2 })
            _items[at] = _items[at] with { IsOfUnknownAge = true };

        Assert.Equal([1L, 2, 3, 3], Clusters());
    }

    [Fact]
    public void A_headline_that_belongs_to_two_clusters_joins_them_under_the_lower_id()
    {
        Have(1, "Volcano Katla erupts in Iceland");
        Have(2, "Flights cancelled across Europe over ash cloud", 1);
        Have(3, "Katla volcano eruption in Iceland: flights cancelled across Europe over ash cloud", 2);

        Assert.Equal([1L, 1, 1], Clusters());
    }

    [Fact]
    public void The_same_stories_give_the_same_groups_in_any_order_of_a_day()
    {
        Have(1, "Storm Ella closes ports along the northern coast");
        Have(2, "Northern coast ports closed as storm Ella nears", 1);
        Have(3, "Ports on the northern coast shut by Storm Ella", 3);
        Have(4, "Parliament debates a new law on forests", 3);
        Have(5, "New law on forests divides parliament", 5);
        var expected = Groups(Clusters());

        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Assert.Equal(expected, Groups(Clusters(_items.OrderBy(_ => random.Next()).ToList())));
        }
    }

    [Fact]
    public void Clusters_go_on_after_a_restart()
    {
        Have(1, "Storm Ella closes ports along the northern coast");
        Have(2, "Northern coast ports closed as storm Ella nears", 1);
        Have(3, "Ports on the northern coast shut by Storm Ella", 3);
        var clusterer = new Clusterer(new TermCounts());
        clusterer.Load(_items[0] with { ClusterId = 1 });
        clusterer.Load(_items[1] with { ClusterId = 1 });

        Assert.Equal(new KeyValuePair<long, long>(3, 1), Assert.Single(clusterer.Add(clusterer.Read([_items[2]]), A.Token)));
    }

    [Fact]
    public void Clusters_that_the_reader_parted_are_not_joined_by_a_story_that_belongs_to_both()
    {
        Have(1, "Volcano Katla erupts in Iceland");
        Have(2, "Flights cancelled across Europe over ash cloud", 1);
        Have(3, "Katla volcano eruption in Iceland: flights cancelled across Europe over ash cloud", 2);
        var clusterer = new Clusterer(new TermCounts());
        clusterer.Load(_items[0]);
        clusterer.Load(_items[1] with { ApartFrom = [1] });

        Assert.Equal(2, clusterer.Add(clusterer.Read([_items[2]]), A.Token).Count);
    }

    [Fact]
    public void Whoever_leaves_does_not_wait_for_the_clusters()
    {
        Have(1, "Storm Ella closes ports along the northern coast");

        var clusterer = new Clusterer(new TermCounts());

        Assert.Throws<OperationCanceledException>(() => clusterer.Add(clusterer.Read([_items[0]]), new CancellationToken(canceled: true)));
    }

    private static string Groups(long[] clusters) => string.Join(' ', clusters.Select(cluster => Array.IndexOf(clusters, cluster)));
}
