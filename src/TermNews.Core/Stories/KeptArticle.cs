namespace TermNews.Core.Stories;

/// <summary>The full text of a story as it was found on its page, or why there is none.</summary>
public sealed record KeptArticle
{
    /// <summary>The story.</summary>
    public required long StoryId { get; init; }

    /// <summary>When its page was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The text as HTML; null where the page has no readable article.</summary>
    public string? Html { get; init; }

    /// <summary>The sentence that says why there is no text; null where there is one.</summary>
    public string? Fault { get; init; }

    /// <summary>The headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The name of the site, or null.</summary>
    public string? SiteName { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether its script runs from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The picture that stands for it, or null.</summary>
    public StoryImage? LeadImage { get; init; }
}

/// <summary>Keeps full texts, so that each page is fetched once and can be read without a network.</summary>
public interface IArticleRepository
{
    /// <summary>The full text of a story, or null where none is kept.</summary>
    Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Keeps a full text. The oldest of those that are neither saved nor pinned go where there are too many.</summary>
    Task KeepAsync(KeptArticle article, CancellationToken cancellationToken);
}
