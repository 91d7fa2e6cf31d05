namespace TermNews.Core.Stories;

/// <summary>The facts of an article besides its text. All text is free of control characters.</summary>
public abstract record ArticleFacts
{
    /// <summary>The headline, plain text of one line, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The authors, without "By", or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The name of the site, or null.</summary>
    public string? SiteName { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>True if its script runs from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The lead picture with its caption, or null.</summary>
    public StoryImage? LeadImage { get; init; }
}
