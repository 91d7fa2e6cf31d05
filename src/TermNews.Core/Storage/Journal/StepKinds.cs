using static TermNews.Core.Storage.Journal.JournalTable;

namespace TermNews.Core.Storage.Journal;

/// <summary>All kinds of changes that the reader makes, and their words. Drafts are none: they are words on their way.</summary>
internal static class StepKinds
{
    /// <summary>Marks of stories: read, saved, pinned, hidden. Each mark is put back alone.</summary>
    public static readonly StepKind Mark = new("mark", [.. Status.UpdatesOf("read_at", "saved_at", "pinned_at", "hidden_at")])
    {
        Noun = null,   // The marks wait in the reader: RescuedMark.
    };

    /// <summary>A story taken out of its cluster, or put back.</summary>
    public static readonly StepKind Split = new("split", [.. Status.UpdatesOf("cluster_id"), Splits.Inserts, Splits.Deletes])
    {
        Noun = "a story taken out of its cluster or put back",
        ChangesLists = true,
    };

    /// <summary>A mute added, changed or removed. Which stories it covers is found out anew.</summary>
    public static readonly StepKind Mute = new("mute", Mutes.Inserts, Mutes.Deletes)
    {
        Noun = "a change of the mutes",
        ChangesLists = true,
    };

    /// <summary>A comment sent, edited or deleted. One that was sent and taken back leaves a tombstone: others may have got it.</summary>
    public static readonly StepKind Comment = new("comment", Comments.Inserts, Comments.Deletes, Comments.UpdatesOfAll())
    {
        Noun = "a comment sent, edited or deleted",
    };

    /// <summary>Comments imported. What is taken back is still on the machine that it came from, and may come again.</summary>
    public static readonly StepKind CommentImport = new("comment_import",
        Comments.Inserts, Comments.Deletes, Comments.UpdatesOfAll(), Tombstones.Inserts, Tombstones.Deletes, Tombstones.UpdatesOfAll(),
        WaitingComments.Inserts, WaitingComments.Deletes, WaitingComments.UpdatesOfAll())
    {
        Noun = "an import of comments",
        LeavesTombstones = false,
    };

    /// <summary>
    /// Feeds added, imported or removed, with all that was theirs. A feed that is added again is a row that changes; what is fetched of a
    /// feed meanwhile belongs to it, so only deleted stories are recorded: they come back with the feed and go with it.
    /// </summary>
    public static readonly StepKind Feeds = new("feeds",
        JournalTable.Feeds.Inserts, JournalTable.Feeds.Deletes, Removals,
        FeedTags.Inserts, FeedTags.Deletes, JournalTable.Stories.Deletes, Status.Deletes, Categories.Deletes, DeletedTexts,
        TextBlocks.Deletes, Splits.Deletes, Unclustered.Deletes)
    {
        Noun = "feeds added or removed",
        ChangesLists = true,
    };

    /// <summary>A feed renamed.</summary>
    public static readonly StepKind Rename = new("rename", [.. JournalTable.Feeds.UpdatesOf("own_title")])
    {
        Noun = "a name of a feed",
        ChangesLists = true,
    };

    /// <summary>A feed tagged or moved.</summary>
    public static readonly StepKind Tag = new("tag", FeedTags.Inserts, FeedTags.Deletes) { Noun = "tags of a feed", ChangesLists = true };

    /// <summary>Interests set, forgotten or erased.</summary>
    public static readonly StepKind Interest = new("interest", Interests.Inserts, Interests.Deletes, Interests.UpdatesOfAll())
    {
        Noun = "a change of the interests",
        ChangesLists = true,
    };

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<StepKind> All { get; } = [Mark, Split, Mute, Comment, CommentImport, Feeds, Rename, Tag, Interest];

    /// <summary>Stories marked.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isOne">One story was named, whatever else is in its cluster.</param>
    public static Step<IReadOnlyList<StatusBefore>> Marking(StatusChange change, bool isOne) => new(Mark, before =>
        isOne ? MarkWords.Of(change) : $"{Plural.Stories(before.Count)} {MarkWords.Of(change)}");

    /// <summary>A story taken out of its cluster.</summary>
    public static Step<ClusterSplit?> Splitting { get; } = new(Split, static _ => "taken out as other news");

    /// <summary>A story put back into its cluster.</summary>
    public static Step<int> Rejoining { get; } = new(Split, static _ => "put back to the same news");

    /// <summary>A mute added.</summary>
    public static Step<MuteChange> Muting { get; } = new(Mute, static change => $"{change.Now.Name} muted");

    /// <summary>A mute removed.</summary>
    public static Step<int?> Unmuting(Mute mute) => new(Mute, _ => $"{mute.Name} no longer muted");

    /// <summary>A comment sent.</summary>
    public static Step<Comment> Commenting { get; } = new(Comment, static comment => $"comment {comment.Id} sent");

    /// <summary>A comment edited.</summary>
    public static Step<Comment> EditingComment { get; } = new(Comment, static comment => $"comment {comment.Id} edited");

    /// <summary>A comment deleted.</summary>
    public static Step<int> DeletingComment(long id) => new(Comment, _ => $"comment {id} deleted");

    /// <summary>Comments imported; the change gives how many.</summary>
    public static Step<int> ImportingComments { get; } = new(CommentImport, static count => $"{Plural.Of(count, "comment")} imported");

    /// <summary>Feeds added; known ones gained tags. The change gives the new ones.</summary>
    public static Step<IReadOnlyList<Feed>> Adding { get; } = new(Feeds, static added => added switch
    {
        [] => "feeds tagged",
        [var feed] => $"{feed.Title} added",
        _ => $"{Plural.Of(added.Count, "feed")} added",
    });

    /// <summary>A feed removed; the change gives its title.</summary>
    public static Step<string> Removing { get; } = new(Feeds, static title => $"{title} removed");

    /// <summary>A feed renamed; the change gives the title before.</summary>
    public static Step<string> Renaming { get; } = new(Rename, static title => $"{title} renamed");

    /// <summary>A feed put into other folders; the change gives its title.</summary>
    public static Step<string> Tagging { get; } = new(Tag, static title => $"{title} put into folders");

    /// <summary>An interest set or forgotten.</summary>
    public static Step<int> SettingInterest(string name, bool isForgotten) =>
        new(Interest, _ => isForgotten ? $"interest in {name} forgotten" : $"interest in {name} set");

    /// <summary>All interests erased.</summary>
    public static Step<int> ErasingInterests { get; } = new(Interest, static _ => "all interests erased");
}
