namespace TermNews.Core.Storage.Journal;

/// <summary>A table whose rows the journal can bring back.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The columns that identify a row, also after it was deleted and inserted again.</param>
/// <param name="Others">The other columns, without numbers that only this table knows.</param>
/// <param name="Parents">Foreign keys: the column here, and the table whose <c>id</c> (stories: <c>id</c>) it names.</param>
internal sealed record JournalTable(
    string Name, IReadOnlyList<string> Key, IReadOnlyList<string> Others, params IReadOnlyList<(string Column, string Table)> Parents)
{
    /// <summary>A column of the journal only: what a block of texts is recognised by.</summary>
    public const string BlockMark = "block_mark";

    /// <summary>A column of the journal only: the stories, as a JSON array of ids, that a feed has while it is removed.</summary>
    public const string Kept = "kept";

    public static readonly JournalTable Feeds = new("feeds", ["id"],
    [
        "feed_url", "title", "own_title", "site_url", "etag", "last_modified", "fetched_at", "next_fetch_at", "paused_until", "error",
        "failures", "added_at", "removed_at", "moving_to", "gone_at", "rhythm", "time_to_live", "skip_hours", "skip_days",
    ]);

    public static readonly JournalTable FeedTags = new("feed_tags", ["feed_id", "position"], ["tag", "folded"], ("feed_id", "feeds"));

    public static readonly JournalTable Stories = new("stories", ["id"],
    [
        "feed_id", "entry_guid", "title", "link", "author", "author_email", "published_at", "updated_at", "first_seen_at", "categories",
        "enclosures", "image_url", "image_caption", "language", "discussion_link", "lead", "published_comments", "published_points",
        "published_views", "published_rating", "fingerprint", "text_fingerprint",
    ], ("feed_id", "feeds"));

    public static readonly JournalTable Status = new("story_status", ["story_id"],
    [
        "feed_id", "sort_at", "read_at", "saved_at", "pinned_at", "hidden_at", "viewed_at", "views", "position", "full_text_position",
        "cluster_id", "muted_until", "finished_at", "is_counted",
    ], ("story_id", "stories"));

    public static readonly JournalTable Categories = new("story_categories", ["category_id", "story_id"], [],
        ("category_id", "categories"), ("story_id", "stories"));

    public static readonly JournalTable TextBlocks = new("text_blocks", ["id"], ["texts", "packed"]);

    public static readonly JournalTable Texts = new("story_text", ["story_id"], ["block_id", "place"],
        ("story_id", "stories"), ("block_id", "text_blocks"));

    public static readonly JournalTable Splits = new("cluster_splits", ["story_id", "other_id"], [],
        ("story_id", "stories"), ("other_id", "stories"));

    public static readonly JournalTable Unclustered = new("unclustered", ["story_id"], [], ("story_id", "stories"));

    public static readonly JournalTable Comments = new("comments", ["id"],
        ["story_id", "author", "text", "created_at", "edited_at", "reply_to", "uid"], ("story_id", "stories"));

    public static readonly JournalTable Tombstones = new("comment_tombstones", ["uid"], ["deleted_at"]);

    public static readonly JournalTable WaitingComments = new("waiting_comments", ["uid"],
        ["feed_url", "entry_guid", "link", "headline", "author", "text", "created_at", "edited_at", "reply_to_uid"]);

    /// <summary>Without its id, which is given again to another mute.</summary>
    public static readonly JournalTable Mutes = new("mutes", ["kind", "text", "feed_id", "until", "is_configured"], []);

    public static readonly JournalTable Interests = new("interest_edits", ["kind", "key"], ["name", "strength", "edited_at"]);

    /// <summary>All tables.</summary>
    public static IReadOnlyList<JournalTable> All { get; } =
    [
        Feeds, FeedTags, Stories, Status, Categories, TextBlocks, Texts, Splits, Unclustered, Comments, Tombstones, WaitingComments,
        Mutes, Interests,
    ];

    /// <summary>All columns, those of the key first.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Key, .. Others];

    /// <summary>Records inserted rows: the inverse deletes them.</summary>
    public JournalTrigger Inserts => Trigger("insert", "AFTER INSERT", "delete", Key, Key.Select(static column => $"NEW.{column}"));

    /// <summary>
    /// Records deleted rows: the inverse inserts them. Rows that others refer to come after those, and so are back before them.
    /// </summary>
    public JournalTrigger Deletes => Trigger("delete", "AFTER DELETE", "insert", Columns, Columns.Select(static column => $"OLD.{column}"));

    /// <summary>
    /// Records deleted texts, before their block is deleted. A number of a block is given again, so the block is described: a text comes
    /// back only into the very block that it was in.
    /// </summary>
    public static JournalTrigger DeletedTexts { get; } = Trigger("story_text", "delete", "BEFORE DELETE", "insert",
        [.. Texts.Columns, BlockMark], [.. Texts.Columns.Select(static column => $"OLD.{column}"), MarkOf("OLD.block_id")]);

    /// <summary>Length and last bytes of a compressed block: two blocks have not both in common.</summary>
    public static string MarkOf(string block) =>
        $"(SELECT octet_length(packed) || ':' || hex(substr(packed, -32)) FROM text_blocks WHERE id = {block})";

    /// <summary>Records changes of some columns. Each of them is put back alone: what else happened to the row stays.</summary>
    public IEnumerable<JournalTrigger> UpdatesOf(params IReadOnlyList<string> columns) =>
        columns.Select(column => Updates([column], column));

    /// <summary>Records all columns of a row when one of them changes.</summary>
    public JournalTrigger UpdatesOfAll() => Updates(Others, null);

    /// <summary>
    /// Records all columns of a feed that is removed or added again, and the stories that it has meanwhile: they stay when that is undone.
    /// The trigger runs before the stories of a feed that is added again are fetched, or come back.
    /// </summary>
    public static JournalTrigger Removals { get; } = Feeds.Updates(Feeds.Others, "removed_at",
        (Kept, "(SELECT json_group_array(s.id) FROM stories s WHERE s.feed_id = OLD.id)"));

    private JournalTrigger Updates(IReadOnlyList<string> columns, string? decisive, params (string Name, string Value)[] more)
    {
        var changed = string.Join(" OR ", (decisive is null ? columns : [decisive])
            .Select(static column => $"OLD.{column} IS NOT NEW.{column}"));
        return Trigger($"update_{decisive ?? "all"}", $"AFTER UPDATE OF {decisive ?? string.Join(", ", columns)}", "update",
            [.. Key, .. columns, .. more.Select(static one => one.Name)],
            Key.Concat(columns).Select(static column => $"OLD.{column}").Concat(more.Select(static one => one.Value)), $" WHEN {changed}");
    }

    private JournalTrigger Trigger(
        string name, string moment, string inverse, IReadOnlyList<string> columns, IEnumerable<string> values, string condition = "") =>
        Trigger(Name, name, moment, inverse, columns, values, condition);

    private static JournalTrigger Trigger(string table, string name, string moment, string inverse, IReadOnlyList<string> columns,
        IEnumerable<string> values, string condition = "") =>
        new($"journal_{table}_{name}",
            $"""
            CREATE TEMP TRIGGER journal_{table}_{name} {moment} ON main.{table}{condition} BEGIN
                INSERT INTO journal_rows (deed, subject, columns, {string.Join(", ", columns.Select(static (_, at) => $"v{at + 1}"))})
                VALUES ('{inverse}', '{table}', '{string.Join(",", columns)}', {string.Join(", ", values)});
            END;

            """);
}

/// <summary>A temporary trigger that records the inverse of each change of a row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sql">The statement that creates it.</param>
internal sealed record JournalTrigger(string Name, string Sql);
