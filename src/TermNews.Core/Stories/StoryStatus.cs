namespace TermNews.Core.Stories;

/// <summary>The reader's status of a story; kept apart from the story, so that a refresh never changes it.</summary>
public sealed record StoryStatus
{
    /// <summary>The status of a new story.</summary>
    public static StoryStatus New { get; } = new();

    /// <summary>Its article was opened, or it was marked.</summary>
    public bool IsRead { get; init; }

    /// <summary>Kept in Saved.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Pinned as Must-Read.</summary>
    public bool IsPinned { get; init; }

    /// <summary>Dismissed: shown only in the list of all stories.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The number of times its article was opened.</summary>
    public int Views { get; init; }

    /// <summary>The paragraph (block) at the top of the screen when the reader left, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The same, in the full text of the page.</summary>
    public int FullTextPosition { get; init; }

    /// <summary>The status after a change.</summary>
    public StoryStatus After(StatusChange change) => change switch
    {
        StatusChange.Read => this with { IsRead = true },
        StatusChange.Unread => this with { IsRead = false },
        StatusChange.Saved => this with { IsSaved = true },
        StatusChange.Unsaved => this with { IsSaved = false },
        StatusChange.Pinned => this with { IsPinned = true },
        StatusChange.Unpinned => this with { IsPinned = false },
        StatusChange.Hidden => this with { IsHidden = true },
        StatusChange.Shown => this with { IsHidden = false },
    };
}

/// <summary>A change of status, named as in keys and <c>termnews mark</c>.</summary>
public enum StatusChange
{
    /// <summary>Mark as read.</summary>
    Read,

    /// <summary>Mark as unread.</summary>
    Unread,

    /// <summary>Keep in Saved.</summary>
    Saved,

    /// <summary>Take out of Saved.</summary>
    Unsaved,

    /// <summary>Pin as Must-Read.</summary>
    Pinned,

    /// <summary>Remove the pin.</summary>
    Unpinned,

    /// <summary>Dismiss.</summary>
    Hidden,

    /// <summary>Show a hidden story again.</summary>
    Shown,
}
