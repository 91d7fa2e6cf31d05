namespace TermNews.Core.Stories;

/// <summary>A list with the filters of the command line. All filters must hold.</summary>
public sealed record StoryQuery
{
    /// <summary>The list.</summary>
    public StoryList List { get; init; } = StoryList.Latest;

    /// <summary>Not before, by <see cref="Candidate.SortAt"/>; inclusive.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before, by <see cref="Candidate.SortAt"/>; exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only this feed.</summary>
    public long? FeedId { get; init; }

    /// <summary>Only feeds with this tag (folder), case ignored.</summary>
    public string? Tag { get; init; }

    /// <summary>Only this category, case ignored.</summary>
    public string? Category { get; init; }

    /// <summary>Only authors whose name contains this, case ignored.</summary>
    public string? Author { get; init; }

    /// <summary>Only unread stories.</summary>
    public bool UnreadOnly { get; init; }

    /// <summary>Only saved stories.</summary>
    public bool SavedOnly { get; init; }

    /// <summary>Only stories that are muted, each of a cluster, instead of those that are not.</summary>
    public bool MutedOnly { get; init; }

    /// <summary>Only stories that this search finds (see <see cref="IStorySearch.SearchAsync"/>).</summary>
    public string? Search { get; init; }
}

/// <summary>The position after which the next page of a list starts: the key of the last story of the page before.</summary>
/// <param name="Key">The sort key, in Unix seconds.</param>
/// <param name="Id">The story's id, which breaks ties.</param>
public sealed record StoryCursor(long Key, long Id);

/// <summary>A page of a list.</summary>
/// <param name="Stories">In the order of the list.</param>
/// <param name="Next">The start of the next page; null at the end.</param>
public sealed record StoryPage(IReadOnlyList<Story> Stories, StoryCursor? Next);

/// <summary>The grouping of counts.</summary>
public enum StoryGrouping
{
    /// <summary>By feed title.</summary>
    Feed,

    /// <summary>By category.</summary>
    Category,
}

/// <summary>A name with its number of stories.</summary>
/// <param name="Name">A feed's title or a category.</param>
/// <param name="Count">The number of stories.</param>
public sealed record NamedCount(string Name, int Count);
