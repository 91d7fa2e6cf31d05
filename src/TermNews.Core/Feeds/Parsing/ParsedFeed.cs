namespace TermNews.Core.Feeds.Parsing;

/// <summary>A parsed feed document. Foreign text is clean, HTML is safe, links are absolute, unknown values are null.</summary>
public sealed record ParsedFeed
{
    /// <summary>Plain text of one line.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// The web site the feed belongs to (RSS <c>link</c>, Atom <c>link rel="alternate"</c>, JSON Feed <c>home_page_url</c>).
    /// </summary>
    public string? SiteUrl { get; init; }

    /// <summary>The feed's own identifier (Atom <c>id</c>).</summary>
    public string? Id { get; init; }

    /// <summary>The description of the feed, as safe HTML.</summary>
    public string? Description { get; init; }

    /// <summary>Names of the feed's authors, joined with ", ".</summary>
    public string? Author { get; init; }

    /// <summary>BCP 47 tag.</summary>
    public string? Language { get; init; }

    /// <summary>RSS channel <c>pubDate</c>.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>RSS <c>lastBuildDate</c>, Atom <c>updated</c>.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The least time between fetches that the feed asks for (RSS <c>ttl</c>, the syndication module).</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>The hours and days at which the feed asks for no fetches (RSS <c>skipHours</c>, <c>skipDays</c>).</summary>
    public SkippedTimes Skipped { get; init; }

    /// <summary>The address that the feed gives for itself (<c>link rel="self"</c>, JSON Feed <c>feed_url</c>).</summary>
    public string? SelfUrl { get; init; }

    /// <summary>A WebSub hub (<c>link rel="hub"</c>).</summary>
    public string? HubUrl { get; init; }

    /// <summary>The entries in document order.</summary>
    public IReadOnlyList<ParsedEntry> Entries { get; init; } = [];

    /// <summary>Sentences about the defects of the document; empty if it has none.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A parsed entry of a feed document.</summary>
public sealed record ParsedEntry : EntryFacts
{
    /// <summary>RSS <c>guid</c>, Atom <c>id</c>; null if the entry has none.</summary>
    public string? EntryGuid { get; init; }

    /// <summary>The short text, safe HTML, or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The full text, safe HTML, or null.</summary>
    public string? Content { get; init; }
}
