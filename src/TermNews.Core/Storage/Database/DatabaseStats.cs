namespace TermNews.Core.Storage.Database;

/// <summary>The figures of a database.</summary>
public sealed record DatabaseStats
{
    /// <summary>The file, or <see cref="NewsDatabase.MemoryPath"/>.</summary>
    public string Path { get; init; } = "";

    /// <summary>Bytes of the file and its log.</summary>
    public long Bytes { get; init; }

    /// <summary>The schema's version.</summary>
    public int Schema { get; init; }

    /// <summary>Subscriptions.</summary>
    public long Feeds { get; init; }

    /// <summary>Stories.</summary>
    public long Stories { get; init; }

    /// <summary>Unread stories, neither hidden nor muted.</summary>
    public long Unread { get; init; }

    /// <summary>Saved stories.</summary>
    public long Saved { get; init; }

    /// <summary>Pinned stories.</summary>
    public long Pinned { get; init; }

    /// <summary>Hidden stories.</summary>
    public long Hidden { get; init; }

    /// <summary>Muted stories.</summary>
    public long Muted { get; init; }

    /// <summary>The reader's comments.</summary>
    public long Comments { get; init; }

    /// <summary>Drafts of comments.</summary>
    public long Drafts { get; init; }

    /// <summary>Stories that were dropped by age or number, as far as they are remembered.</summary>
    public long Dropped { get; init; }

    /// <summary>The size of the compressed texts of stories, in bytes.</summary>
    public long TextBytes { get; init; }
}
