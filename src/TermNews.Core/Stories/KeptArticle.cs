namespace TermNews.Core.Stories;

/// <summary>The full text of a story from its page, or the reason why there is none.</summary>
public sealed record KeptArticle : ArticleFacts
{
    /// <summary>A page without known facts.</summary>
    public KeptArticle()
    {
    }

    /// <summary>Copies the facts of an article.</summary>
    public KeptArticle(ArticleFacts facts)
        : base(facts)
    {
    }

    /// <summary>The story.</summary>
    public required long StoryId { get; init; }

    /// <summary>The time its page was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The text as HTML; null if the page has no readable article.</summary>
    public string? Html { get; init; }

    /// <summary>The sentence about why there is no text; null if there is one.</summary>
    public string? Fault { get; init; }
}

/// <summary>Stores full texts, so that each page is fetched once and can be read offline.</summary>
public interface IArticleRepository
{
    /// <summary>The full text of a story; null if none is stored.</summary>
    Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Stores a full text. Beyond a limit the oldest ones that are neither saved nor pinned are dropped.</summary>
    Task KeepAsync(KeptArticle article, CancellationToken cancellationToken);
}
