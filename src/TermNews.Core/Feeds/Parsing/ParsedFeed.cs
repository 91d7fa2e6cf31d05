using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>A feed document as it was understood: foreign text is clean, HTML is safe, links are absolute, unknown is null.</summary>
public sealed record ParsedFeed
{
    /// <summary>Plain text of one line.</summary>
    public string? Title { get; init; }

    /// <summary>The web site the feed belongs to (RSS <c>link</c>, Atom <c>link rel="alternate"</c>, JSON Feed <c>home_page_url</c>).</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The feed's own identifier (Atom <c>id</c>).</summary>
    public string? Id { get; init; }

    /// <summary>What the feed says about itself, as safe HTML.</summary>
    public string? Description { get; init; }

    /// <summary>Names of the feed's authors, joined with ", ".</summary>
    public string? Author { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>RSS channel <c>pubDate</c>.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>RSS <c>lastBuildDate</c>, Atom <c>updated</c>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How long the feed asks not to be fetched again (RSS <c>ttl</c>, the syndication module).</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>When the feed asks not to be fetched (RSS <c>skipHours</c>, <c>skipDays</c>).</summary>
    public SkippedTimes Skipped { get; init; }

    /// <summary>Where the feed says it lives itself (<c>link rel="self"</c>, JSON Feed <c>feed_url</c>).</summary>
    public string? SelfUrl { get; init; }

    /// <summary>A WebSub hub (<c>link rel="hub"</c>).</summary>
    public string? HubUrl { get; init; }

    /// <summary>The entries in the order of the document.</summary>
    public IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    /// <summary>Sentences about what was wrong with the document; empty for a good one.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>An entry of a feed document as it was understood.</summary>
public sealed record ParsedEntry
{
    /// <summary>RSS <c>guid</c>, Atom <c>id</c>; null where the entry has none.</summary>
    public string? EntryGuid { get; init; }

    /// <summary>Plain text of one line.</summary>
    public string? Title { get; init; }

    /// <summary>The address of the page.</summary>
    public string? Link { get; init; }

    /// <summary>Names of the authors, joined with ", ".</summary>
    public string? Author { get; init; }

    /// <summary>The first author's e-mail address.</summary>
    public string? AuthorEmail { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The short text, safe HTML.</summary>
    public string? Summary { get; init; }

    /// <summary>The full text, safe HTML.</summary>
    public string? Content { get; init; }

    /// <summary>Plain text; labels where the feed has them.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Files that belong to it.</summary>
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>The lead picture.</summary>
    public StoryImage? Image { get; init; }

    /// <summary>BCP 47 tag; the feed's where the entry has none.</summary>
    public string? Language { get; init; }

    /// <summary>The publisher's own discussion.</summary>
    public string? DiscussionLink { get; init; }

    /// <summary>What the publisher counted.</summary>
    public PublishedCounters Counters { get; init; } = PublishedCounters.None;
}
