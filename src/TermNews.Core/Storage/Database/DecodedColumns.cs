using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Database;

/// <summary>A column whose values have a form that SQLite does not check.</summary>
/// <param name="Table">The table, which may have no rowid.</param>
/// <param name="Name">The column.</param>
/// <param name="IsBad">The condition in SQL that a value is not in its form.</param>
/// <param name="Instead">The value in SQL that takes its place, with @1 for the time; null: the row is deleted.</param>
/// <param name="Fault">What is wrong, as the end of a sentence.</param>
internal sealed record DecodedColumn(string Table, string Name, string IsBad, string? Instead, string Fault)
{
    /// <summary>The column of the table that has the story; null if rows belong to none.</summary>
    public string? Story { get; init; }

    /// <summary>The table has a rowid.</summary>
    public bool HasRowId { get; init; } = true;

    /// <summary>The id of the row, in SQL; 0 in a table without.</summary>
    public string RowId => HasRowId ? "rowid" : "0";

    /// <summary>The id of the story, in SQL.</summary>
    public string StoryId => Story ?? "NULL";

    /// <summary>Its full name.</summary>
    public string Subject => $"{Table}.{Name}";
}

/// <summary>The columns that are decoded when they are read: times, lists in JSON, words for kinds.</summary>
internal static class DecodedColumns
{
    private const string Now = "@1";
    private const string Empty = "NULL";

    /// <summary>All of them. What they are replaced by may depend on the columns before.</summary>
    public static IReadOnlyList<DecodedColumn> All { get; } =
    [
        Time("feeds", "fetched_at", Empty), Time("feeds", "next_fetch_at", Empty), Time("feeds", "paused_until", Empty),
        Time("feeds", "gone_at", Empty), Time("feeds", "added_at", Now), Time("feeds", "removed_at", Now),
        Span("feeds", "rhythm"), Span("feeds", "time_to_live"),
        Time("stories", "published_at", Empty, "id"), Time("stories", "updated_at", Empty, "id"),
        Time("stories", "first_seen_at", Now, "id"),
        Json("stories", "categories", "is_list_of_texts", "id"), Json("stories", "enclosures", "is_list_of_files", "id"),
        Time("story_status", "sort_at",
            "(SELECT min(coalesce(s.published_at, s.updated_at, s.first_seen_at), @1) FROM stories s WHERE s.id = story_id)", "story_id"),
        .. new[] { "read_at", "saved_at", "pinned_at", "hidden_at", "viewed_at", "finished_at" }
            .Select(static name => Time("story_status", name, Now, "story_id")),
        Time("comments", "created_at", Now, "story_id"), Time("comments", "edited_at", Now, "story_id"),
        Time("comment_versions", "written_at", Now) with { HasRowId = false },
        Time("comment_tombstones", "deleted_at", Now) with { HasRowId = false },
        Time("waiting_comments", "created_at", Now) with { HasRowId = false },
        Time("waiting_comments", "edited_at", Now) with { HasRowId = false },
        Time("drafts", "saved_at", Now, "story_id"),
        Time("articles", "fetched_at", Now, "story_id"), Time("articles", "published_at", Empty, "story_id"),
        Time("pictures", "fetched_at", Now),
        Time("interest_edits", "edited_at", Now) with { HasRowId = false },
        Time("journal_steps", "at", Now), Time("journal_steps", "undone_at", Now),
        new("mutes", "kind", "kind NOT IN (" + string.Join(", ", MuteKinds.All.Select(static kind => $"'{MuteKinds.WordOf(kind)}'")) + ")",
            null, "is no kind of mute"),
    ];

    /// <summary>Gives a connection the functions that the conditions call.</summary>
    public static void Prepare(SqliteConnection connection)
    {
        connection.CreateFunction("is_list_of_texts", static (string? json) => json is not null && StorageJson.AreTexts(json), true);
        connection.CreateFunction("is_list_of_files", static (string? json) => json is not null && StorageJson.AreEnclosures(json), true);
    }

    private static DecodedColumn Time(string table, string name, string instead, string? story = null) => new(table, name,
        string.Create(CultureInfo.InvariantCulture, $"{name} NOT BETWEEN {UnixTime.First} AND {UnixTime.Last}"), instead,
        "is no time that there is")
    {
        Story = story,
    };

    private static DecodedColumn Span(string table, string name) => new(table, name,
        string.Create(CultureInfo.InvariantCulture, $"{name} NOT BETWEEN 0 AND {UnixTime.Last}"), Empty, "is no length of time");

    private static DecodedColumn Json(string table, string name, string function, string story) => new(table, name,
        $"{name} IS NOT NULL AND NOT {function}({name})", Empty, "is no list")
    {
        Story = story,
    };
}
