namespace TermNews.Core.Storage.Database;

/// <summary>The figures of a database.</summary>
public sealed record DatabaseStats
{
    /// <summary>The file, or <see cref="NewsDatabase.MemoryPath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>Bytes of the file and its log.</summary>
    public required long Bytes { get; init; }

    /// <summary>The schema's version.</summary>
    public required int Schema { get; init; }

    /// <summary>Subscriptions.</summary>
    public required long Feeds { get; init; }

    /// <summary>Stories.</summary>
    public required long Stories { get; init; }

    /// <summary>Unread stories, neither hidden nor muted.</summary>
    public required long Unread { get; init; }

    /// <summary>Saved stories.</summary>
    public required long Saved { get; init; }

    /// <summary>Pinned stories.</summary>
    public required long Pinned { get; init; }

    /// <summary>Hidden stories.</summary>
    public required long Hidden { get; init; }

    /// <summary>Muted stories.</summary>
    public required long Muted { get; init; }

    /// <summary>The reader's comments.</summary>
    public required long Comments { get; init; }

    /// <summary>Drafts of comments.</summary>
    public required long Drafts { get; init; }

    /// <summary>The size of the compressed texts of stories, in bytes.</summary>
    public required long TextBytes { get; init; }
}

/// <summary>The figures as one row.</summary>
internal sealed class DatabaseStatsRow
{
    public long Schema { get; set; }
    public long Feeds { get; set; }
    public long Stories { get; set; }
    public long Unread { get; set; }
    public long Saved { get; set; }
    public long Pinned { get; set; }
    public long Hidden { get; set; }
    public long Muted { get; set; }
    public long Comments { get; set; }
    public long Drafts { get; set; }
    public long TextBytes { get; set; }
    public long Pages { get; set; }

    public DatabaseStats ToStats(string path, long bytes) => new()
    {
        Path = path,
        Bytes = bytes,
        Schema = (int)Schema,
        Feeds = Feeds,
        Stories = Stories,
        Unread = Unread,
        Saved = Saved,
        Pinned = Pinned,
        Hidden = Hidden,
        Muted = Muted,
        Comments = Comments,
        Drafts = Drafts,
        TextBytes = TextBytes,
    };
}
