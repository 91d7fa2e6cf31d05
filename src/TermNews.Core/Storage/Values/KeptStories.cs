namespace TermNews.Core.Storage.Values;

/// <summary>The stories that the reader did something with: they are dropped neither with their feed nor by age.</summary>
internal static class KeptStories
{
    /// <summary>The condition, over <c>story_status t</c>, that a story is none of them.</summary>
    public const string AreNot =
        """
        t.saved_at IS NULL AND t.pinned_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM comments c WHERE c.story_id = t.story_id)
        AND NOT EXISTS (SELECT 1 FROM drafts d WHERE d.story_id = t.story_id)
        """;

    /// <summary>The condition that no deleted comment on it can be brought back: the journal inserts it, its story second.</summary>
    public const string HaveNoDeletedComment =
        "t.story_id NOT IN (SELECT j.v2 FROM journal_rows j WHERE j.subject = 'comments' AND j.deed = 'insert' AND j.v2 IS NOT NULL)";
}
