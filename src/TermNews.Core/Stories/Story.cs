using TermNews.Core.Html;

namespace TermNews.Core.Stories;

/// <summary>An entry of a feed as it is kept and shown, without its heavy text (<see cref="StoryText"/>).</summary>
public sealed record Story : Candidate
{
    /// <summary>RSS <c>guid</c>, Atom <c>id</c>, or a substitute; identifies the story within its feed.</summary>
    public required string EntryGuid { get; init; }

    /// <summary>The address of the page, http(s), gopher or gemini; null if there is none.</summary>
    public string? Link { get; init; }

    /// <summary>The first author's e-mail address; null if unknown.</summary>
    public string? AuthorEmail { get; init; }

    /// <summary>When the publisher says it was published; null if unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the publisher says it was changed; null if unknown.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>RSS 2.0 <c>enclosure</c>, Atom <c>link rel="enclosure"</c>, JSON Feed <c>attachments</c>.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The lead picture, or null.</summary>
    public StoryImage? Image { get; init; }

    /// <summary>BCP 47 tag, or null if the feed does not say.</summary>
    public string? Language { get; init; }

    /// <summary>The address of the publisher's own discussion (RSS <c>comments</c>), or null.</summary>
    public string? DiscussionLink { get; init; }

    /// <summary>The end of its last mute, which may have passed; null if no mute ever covered it.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>Whether a time or a list of it could not be read; it has the nearest time, or none, and no such list.</summary>
    public bool IsDamaged { get; init; }

    /// <summary>The title, else the beginning of the text, else the link; "(no title)" where the entry has none of them.</summary>
    public string Headline => Title ?? Lead ?? Link ?? "(no title)";

    /// <summary>True if a mute covers it at a time.</summary>
    public bool IsMuted(DateTimeOffset now) => MutedUntil > now;

    /// <summary>The story with the marks of a status: read, saved, pinned, hidden.</summary>
    public Story WithMarksOf(StoryStatus marks) => this with
    {
        Status = Status with { IsRead = marks.IsRead, IsSaved = marks.IsSaved, IsPinned = marks.IsPinned, IsHidden = marks.IsHidden },
    };
}

/// <summary>
/// What a feed says of an entry. The parser's entry and the entry on its way into the database both carry these facts, so that a new fact
/// passes from one to the other by itself. It needs a property of the same name in <see cref="Story"/>, beside this type.
/// </summary>
public abstract record EntryFacts
{
    /// <summary>Plain text of one line, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the page, or null.</summary>
    public string? Link { get; init; }

    /// <summary>The names of the authors, joined with ", "; null if unknown.</summary>
    public string? Author { get; init; }

    /// <summary>The first e-mail address of an author; null if unknown.</summary>
    public string? AuthorEmail { get; init; }

    /// <summary>When the publisher says it was published; null if unknown.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When the publisher says it was changed; null if unknown.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Plain text; labels where the feed has them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>RSS 2.0 <c>enclosure</c>, Atom <c>link rel="enclosure"</c>, JSON Feed <c>attachments</c>.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The lead picture, or null.</summary>
    public StoryImage? Image { get; init; }

    /// <summary>BCP 47 tag of the entry, else of its feed; null if neither has one.</summary>
    public string? Language { get; init; }

    /// <summary>The address of the publisher's own discussion (RSS <c>comments</c>, Atom <c>link rel="replies"</c>), or null.</summary>
    public string? DiscussionLink { get; init; }

    /// <summary>The counters that the feed publishes with the entry.</summary>
    public PublishedCounters Counters { get; init; } = PublishedCounters.None;
}

/// <summary>Names a feed in a story.</summary>
/// <param name="Id">The feed's id.</param>
/// <param name="Title">The reader's own title, else the feed's.</param>
/// <param name="Url">Its address.</param>
public sealed record FeedReference(long Id, string Title, string Url)
{
    /// <summary>The reader's own title, else the feed's, else its address without a password.</summary>
    public string Title { get; init; } = ShownAddress.Of(Title);

    /// <summary>Its address without a password (<see cref="ShownAddress"/>): references are for output.</summary>
    public string Url { get; init; } = ShownAddress.Of(Url);
}

/// <summary>A file that belongs to an entry (RSS 2.0 <c>enclosure</c>).</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="MediaType">Its media type, or null.</param>
/// <param name="Length">Its size in bytes, or null.</param>
public sealed record Enclosure(string Url, string? MediaType, long? Length);

/// <summary>A story's lead picture.</summary>
/// <param name="Url">Its address, http(s).</param>
/// <param name="Caption">Plain text with the credit at its end, or null.</param>
public sealed record StoryImage(string Url, string? Caption);

/// <summary>Names the cluster of a story. A lone story has a cluster of its own.</summary>
/// <param name="Id">The cluster's id.</param>
/// <param name="Size">The number of its stories, 1 or more.</param>
public sealed record ClusterReference(long Id, int Size)
{
    /// <summary>
    /// The number of their sources, 1 or more. Several stories of one feed count once, and so do feeds of one site with the same title.
    /// </summary>
    public int Sources { get; init; } = Size;

    /// <summary>The feeds and times; null if not read.</summary>
    public ClusterCoverage? Coverage { get; init; }
}

/// <summary>The coverage of the news of a cluster: the feeds, and the first and last report.</summary>
/// <param name="Feeds">The titles of the feeds, by their first report.</param>
/// <param name="First">The time of the first report, by <see cref="Candidate.SortAt"/>.</param>
/// <param name="Last">The time of the last report.</param>
public sealed record ClusterCoverage(IReadOnlyList<string> Feeds, DateTimeOffset First, DateTimeOffset Last);

/// <summary>Counters that feeds publish with an entry; null if a feed does not.</summary>
/// <param name="Comments"><c>slash:comments</c>, <c>thr:total</c>, or the number in the text of a Hacker News or Reddit feed.</param>
/// <param name="Points">Points or score.</param>
/// <param name="Views"><c>media:statistics views</c>.</param>
/// <param name="Rating"><c>media:starRating average</c> times its count.</param>
public sealed record PublishedCounters(long? Comments, long? Points, long? Views, double? Rating)
{
    /// <summary>A feed that publishes no counters.</summary>
    public static PublishedCounters None { get; } = new(null, null, null, null);

    /// <summary>True if one counter is above 0.</summary>
    public bool HasAny => Comments > 0 || Points > 0 || Views > 0 || Rating > 0;
}

/// <summary>The counters that a feed publishes for one of its stories.</summary>
public sealed record FeedCounters(long FeedId, PublishedCounters Counters);

/// <summary>The heavy text of a story, apart from what lists show.</summary>
/// <param name="Summary">Safe HTML with absolute links, or null.</param>
/// <param name="Content">Safe HTML with absolute links, or null.</param>
public sealed record StoryText(string? Summary, string? Content)
{
    /// <summary>The fuller of the two, or null if the entry has no text.</summary>
    public string? Body => Content ?? Summary;

    /// <summary>The longer of the two, markup counted, or null if the entry has no text.</summary>
    public string? Longer => (Content?.Length ?? 0) >= (Summary?.Length ?? 0) ? Content : Summary;

    /// <summary>The words of the longer one on one line, without markup; empty where there are none.</summary>
    public string ToWords() => Longer is { } html ? PlainText.FromHtml(html) : "";
}
