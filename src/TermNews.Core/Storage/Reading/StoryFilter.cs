using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Reading;

/// <summary>
/// A query as a condition over <c>story_status t</c>: the only place where SQL is put together from parts, all of
/// them constants.
/// </summary>
internal sealed class StoryFilter
{
    /// <summary>The first half is asked once for all rows: most readers have no feed that ended.</summary>
    private const string Subscribed = $"(NOT EXISTS (SELECT 1 FROM feeds WHERE removed_at IS NOT NULL) OR NOT {IsRemoved})";

    private const string IsRemoved = "t.feed_id IN (SELECT id FROM feeds WHERE removed_at IS NOT NULL)";
    private const string IsUnread = "t.read_at IS NULL AND t.hidden_at IS NULL";
    private const string IsUnmuted = "t.muted_until <= @Now";
    private const string IsMuted = "t.muted_until > 0 AND t.muted_until > @Now";   // The first half leads to the index.

    /// <summary>In the words of the index <c>status_with_evidence</c>.</summary>
    public const string IsEvident = "(t.cluster_id IS NOT NULL OR t.is_counted > 0 OR t.views > 0)";

    private const string HasEvidence = $"({IsEvident} OR t.story_id IN (SELECT story_id FROM comments))";

    /// <summary>The filter's values, and those of the query around it.</summary>
    public StoryParameters Parameters { get; }

    /// <summary>The tables; <c>t</c> leads.</summary>
    public string From { get; }

    /// <summary>What the list is ordered by.</summary>
    public string Key { get; }

    /// <summary>The direction of the order: <c>DESC</c>, or <c>ASC</c> if the oldest story comes first.</summary>
    public string Direction { get; }

    /// <summary>The comparison of key and id with the cursor that holds after it.</summary>
    public string After { get; }

    /// <summary>The condition.</summary>
    public string Where { get; }

    /// <summary>The condition, which holds for all stories of a cluster though one row stands for them.</summary>
    public string Each { get; }

    /// <summary>The number of rows: the stories that <see cref="Each"/> holds for, of each cluster one.</summary>
    public string Count { get; }

    /// <summary>The condition, whatever speaks for a story.</summary>
    public string Candidates { get; }

    /// <summary>What is asked besides <see cref="Candidates"/> of stories that are chosen for being new alone.</summary>
    public string Newest { get; }

    /// <summary>The index that has them in order, feed by feed.</summary>
    public string NewestIndex { get; }

    /// <param name="query">What is asked for.</param>
    /// <param name="search">Its search, compiled; null where it has none.</param>
    /// <param name="now">The time, in Unix seconds: mutes that have ended mute nothing.</param>
    /// <param name="takes">What it takes beyond the rows of a list.</param>
    public StoryFilter(StoryQuery query, CompiledSearch? search, long now, FilterReach takes = FilterReach.Rows)
    {
        var list = query.List;
        (From, Key) = Source(list.Order);
        (Direction, After, var start) = list.Order == ListOrder.OldestFirst ? ("ASC", ">", long.MinValue) : ("DESC", "<", long.MaxValue);
        Candidates = string.Join(" AND ", Conditions(query, search, takes == FilterReach.Muted));
        (Newest, NewestIndex) = NewestOf(list.Needs);
        var conditions = list.Needs.HasFlag(StoryNeeds.Evidence) ? $"{Candidates} AND {HasEvidence}" : Candidates;
        var isEach = takes == FilterReach.Clusters || query.MutedOnly || list.IsRanked || !list.HasRowPerCluster;
        Where = isEach ? conditions : $"{conditions} AND {IsFirst(conditions)}";
        Each = conditions;
        var isWhole = !isEach && IsNearlyAll(list) && query == new StoryQuery { List = list };
        Count = isWhole ? CountOfAll(list.Needs.HasFlag(StoryNeeds.Unread)) : $"(SELECT count(*) FROM {From} WHERE {Each})";
        if (!isEach)
        {
            Count += " - (SELECT coalesce(sum(n - 1), 0) FROM "
                + $"(SELECT count(*) AS n FROM {From} WHERE {Each} AND t.cluster_id IS NOT NULL GROUP BY t.cluster_id))";
        }
        Parameters = new StoryParameters
        {
            Since = query.Since?.ToUnixTimeSeconds(),
            Earliest = query.Since?.ToUnixTimeSeconds() ?? long.MinValue,
            Until = query.Until?.ToUnixTimeSeconds(),
            FeedId = query.FeedId,
            Tag = query.Tag is null ? null : Folded.Of(query.Tag),
            Category = query.Category is null ? null : Folded.Of(query.Category),
            Author = query.Author is null ? null : Folded.Of(query.Author),
            Match = search?.Match,
            Without = search?.Without,
            Now = now,
            Key = start,
            Id = start,
        };
    }

    /// <summary>The tables of a list and the column it is ordered by.</summary>
    private static (string From, string Key) Source(ListOrder order) => order switch
    {
        ListOrder.NewestFirst or ListOrder.OldestFirst => ("story_status t", "t.sort_at"),
        ListOrder.LatestCommentFirst => (
            "(SELECT story_id, max(created_at) AS commented_at FROM comments GROUP BY story_id) c "
                + "CROSS JOIN story_status t ON t.story_id = c.story_id",
            "c.commented_at"),
    };

    /// <summary>The narrowest index that has the stories of a list by feed, and the condition that lets SQLite use it.</summary>
    private static (string Newest, string Index) NewestOf(StoryNeeds needs)
    {
        if (needs.HasFlag(StoryNeeds.Evidence))
            return (IsEvident, "status_with_evidence");
        return ("true", needs.HasFlag(StoryNeeds.Unread) ? "status_unread_by_feed" : "status_by_feed");
    }

    /// <summary>Whether a list is all stories, or all unread ones, except the few that are hidden, muted or of removed feeds.</summary>
    private static bool IsNearlyAll(StoryList list) =>
        list is { KeepsMuted: false, KeepsPinned: false, Order: not ListOrder.LatestCommentFirst }
            && (list.Needs | StoryNeeds.Unread) == (StoryNeeds.Shown | StoryNeeds.Subscribed | StoryNeeds.Unread);

    /// <summary>The number of stories of such a list: all rows of an index minus the exceptions, which have indexes of their own.</summary>
    private static string CountOfAll(bool isUnread)
    {
        // Without INDEXED BY, SQLite prefers to scan the table, although the index has the wanted rows and no others.
        var (among, and) = isUnread ? ($"INDEXED BY status_unread WHERE {IsUnread}", $"AND {IsUnread}") : ("", "");
        string[] leftOut = isUnread ? [IsMuted, IsRemoved] : ["t.hidden_at IS NOT NULL", IsMuted, IsRemoved];
        return $"(SELECT count(*) FROM story_status t {among}) - (SELECT count(*) FROM ("
            + string.Join(" UNION ", leftOut.Select(condition => $"SELECT t.story_id FROM story_status t WHERE {condition} {and}")) + "))";
    }

    /// <summary>
    /// Of a cluster the first story that the conditions hold for stands for all, so that the row does not move when more report it.
    /// </summary>
    private static string IsFirst(string conditions) =>
        "(t.cluster_id IS NULL OR NOT EXISTS (SELECT 1 FROM story_status u WHERE u.cluster_id = t.cluster_id "
        + $"AND (u.sort_at, u.story_id) < (t.sort_at, t.story_id) AND {conditions.Replace("t.", "u.", StringComparison.Ordinal)}))";

    private static IEnumerable<string> Conditions(StoryQuery query, CompiledSearch? search, bool takesMuted)
    {
        var list = query.List;
        yield return Condition(list);
        if (query.MutedOnly)
            yield return IsMuted;
        else if (!takesMuted && !list.KeepsMuted)
            yield return OrPinned(list, IsUnmuted);
        if (query.Since is not null)
            yield return OrPinned(list, "t.sort_at >= @Since");
        if (query.Until is not null)
            yield return "t.sort_at < @Until";
        if (query.FeedId is not null)
            yield return "t.feed_id = @FeedId";
        if (query.Tag is not null)
            yield return "t.feed_id IN (SELECT feed_id FROM feed_tags WHERE folded = @Tag)";
        if (query.Category is not null)
            yield return "t.story_id IN (SELECT sc.story_id FROM categories g "
                + "JOIN story_categories sc ON sc.category_id = g.id WHERE g.folded = @Category)";
        if (query.Author is not null)
            yield return "EXISTS (SELECT 1 FROM stories a WHERE a.id = t.story_id AND contains_folded(a.author, @Author))";
        if (query.UnreadOnly)
            yield return "t.read_at IS NULL";
        if (query.SavedOnly)
            yield return "t.saved_at IS NOT NULL";
        if (search?.Match is not null)
            yield return "t.story_id IN (SELECT rowid FROM story_index WHERE story_index MATCH @Match)";
        if (search?.Without is not null)
            yield return "t.story_id NOT IN (SELECT rowid FROM story_index WHERE story_index MATCH @Without)";
    }

    /// <summary>The condition, which a pinned story need not meet if the list keeps pins; the pin last, as no index has it.</summary>
    private static string OrPinned(StoryList list, string condition) =>
        list.KeepsPinned ? $"({condition} OR t.pinned_at IS NOT NULL)" : condition;

    /// <summary>The condition of a list; every row meets that of a list which needs nothing.</summary>
    private static string Condition(StoryList list)
    {
        List<string> all = [];
        if (list.Needs.HasFlag(StoryNeeds.Unread))
            all.Add("t.read_at IS NULL");
        if (list.Needs.HasFlag(StoryNeeds.Saved))
            all.Add("t.saved_at IS NOT NULL");
        if (list.Needs.HasFlag(StoryNeeds.Shown))
            all.Add("t.hidden_at IS NULL");
        if (list.Needs.HasFlag(StoryNeeds.Subscribed))
            all.Add(OrPinned(list, Subscribed));
        return all.Count == 0 ? "t.story_id > 0" : string.Join(" AND ", all);
    }
}

/// <summary>What a filter takes beyond the rows of its list.</summary>
internal enum FilterReach
{
    /// <summary>Nothing.</summary>
    Rows,

    /// <summary>All stories of each cluster, not one for each.</summary>
    Clusters,

    /// <summary>Muted stories: who searches asks for them.</summary>
    Muted,
}

/// <summary>
/// What the queries over stories are given. No token: Dapper's generator cannot take one where SQL is put together;
/// <see cref="NewsDatabase"/> interrupts instead.
/// </summary>
internal sealed class StoryParameters
{
    public long? Since { get; set; }
    public long Earliest { get; set; }
    public long? Until { get; set; }
    public long? FeedId { get; set; }
    public string? Tag { get; set; }
    public string? Category { get; set; }
    public string? Author { get; set; }
    public string? Match { get; set; }
    public string? Without { get; set; }
    public string? Found { get; set; }
    public string? Forbidden { get; set; }
    public long Key { get; set; }
    public long Id { get; set; }
    public long Size { get; set; }
    public long Text { get; set; }
    public long Now { get; set; }
}
