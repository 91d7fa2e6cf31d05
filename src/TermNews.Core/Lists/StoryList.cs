namespace TermNews.Core.Lists;

/// <summary>
/// The definition of a list of stories. Storage (conditions, order, counts), ranking, tabs, key table, command line and digest read it and
/// have no table of lists of their own. Definitions are compared by reference; <see cref="ListCatalog"/> registers them.
/// </summary>
public sealed class StoryList
{
    /// <summary>The word on the command line and in <c>[keys]</c>: lowercase, unique.</summary>
    public required string Word { get; init; }

    /// <summary>The title, as tabs, documents and reasons show it.</summary>
    public required string Title { get; init; }

    /// <summary>The default keys that show the list; empty if no key does.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>What the keys show, for the help screen: "the list Latest".</summary>
    public string KeyWords { get; init; } = "";

    /// <summary>Whether the list has a tab. Tabs are in the order of the catalog.</summary>
    public bool IsTab { get; init; }

    /// <summary>What holds for each story of the list; <see cref="StoryNeeds.None"/>: every story is in it.</summary>
    public StoryNeeds Needs { get; init; }

    /// <summary>Whether muted stories are in the list.</summary>
    public bool KeepsMuted { get; init; }

    /// <summary>Whether a pinned story is in the list even if it is muted, older than the query asks for, or of a removed feed.</summary>
    public bool KeepsPinned { get; init; }

    /// <summary>Whether a cluster has one row, its first report that is in the list; false: each of its stories has a row.</summary>
    public bool HasRowPerCluster { get; init; }

    /// <summary>The order of the rows of a list that is not ranked.</summary>
    public ListOrder Order { get; init; } = ListOrder.NewestFirst;

    /// <summary>How the list is ranked; <see cref="ListRanking.None"/>: it is read in pages, in its <see cref="Order"/>.</summary>
    public ListRanking Ranking { get; init; }

    /// <summary>Whether the list is ranked as a whole.</summary>
    public bool IsRanked => Ranking != ListRanking.None;

    /// <summary>Whether the reader counts new stories while the list is shown; a list that only the reader fills has no arrivals.</summary>
    public bool CountsArrivals { get; init; } = true;

    /// <summary>
    /// Paragraphs for an empty list: the state, then what to do. <c>{key:NAME}</c> stands for the key of the command NAME.
    /// </summary>
    public required IReadOnlyList<string> WhenEmpty { get; init; }

    /// <summary>A sentence below the last row; null for none.</summary>
    public string? AtEnd { get; init; }

    /// <summary>The place of its section in the digest, from 1; 0: it has none.</summary>
    public int DigestPlace { get; init; }

    /// <summary>Rows of its section in the digest, at most.</summary>
    public int DigestRows { get; init; } = 5;

    /// <inheritdoc cref="LatestList"/>
    public static StoryList Latest => LatestList.Definition;

    /// <inheritdoc cref="PopularList"/>
    public static StoryList Popular => PopularList.Definition;

    /// <inheritdoc cref="MustReadList"/>
    public static StoryList MustRead => MustReadList.Definition;

    /// <inheritdoc cref="UnreadList"/>
    public static StoryList Unread => UnreadList.Definition;

    /// <inheritdoc cref="SavedList"/>
    public static StoryList Saved => SavedList.Definition;

    /// <inheritdoc cref="CommentedList"/>
    public static StoryList Commented => CommentedList.Definition;

    /// <inheritdoc cref="AllList"/>
    public static StoryList All => AllList.Definition;

    /// <inheritdoc/>
    public override string ToString() => Word;
}

/// <summary>Conditions on the stories of a list; all of them hold.</summary>
[Flags]
public enum StoryNeeds
{
    /// <summary>No condition.</summary>
    None = 0,

    /// <summary>The story is not hidden.</summary>
    Shown = 1,

    /// <summary>The story is unread.</summary>
    Unread = 2,

    /// <summary>The story is saved.</summary>
    Saved = 4,

    /// <summary>The feed of the story is subscribed to.</summary>
    Subscribed = 8,

    /// <summary>The story has counters, views, comments or a cluster: something that Popular is ranked by.</summary>
    Evidence = 16,
}

/// <summary>The order of a list that is read in pages; ties are broken by id in the same direction.</summary>
public enum ListOrder
{
    /// <summary>The newest story first.</summary>
    NewestFirst,

    /// <summary>The oldest story first.</summary>
    OldestFirst,

    /// <summary>The story with the latest comment of the reader first; stories without comments are not in the list.</summary>
    LatestCommentFirst,
}

/// <summary>The rankings.</summary>
public enum ListRanking
{
    /// <summary>The list is not ranked.</summary>
    None,

    /// <summary>What many are talking about.</summary>
    Popular,

    /// <summary>What the reader would regret to have missed.</summary>
    MustRead,
}
