namespace TermNews.Core.Stories;

/// <summary>The full text of a story as it was found on its page, or why there is none.</summary>
public sealed record KeptArticle : ArticleFacts
{
    /// <summary>A page of which nothing is known yet.</summary>
    public KeptArticle()
    {
    }

    /// <summary>Takes over what is known.</summary>
    public KeptArticle(ArticleFacts facts)
        : base(facts)
    {
    }

    /// <summary>The story.</summary>
    public required long StoryId { get; init; }

    /// <summary>When its page was fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>The text as HTML; null where the page has no readable article.</summary>
    public string? Html { get; init; }

    /// <summary>The sentence that says why there is no text; null where there is one.</summary>
    public string? Fault { get; init; }
}

/// <summary>Keeps full texts, so that each page is fetched once and can be read without a network.</summary>
public interface IArticleRepository
{
    /// <summary>The full text of a story, or null where none is kept.</summary>
    Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken);

    /// <summary>Keeps a full text. The oldest of those that are neither saved nor pinned go where there are too many.</summary>
    Task KeepAsync(KeptArticle article, CancellationToken cancellationToken);
}
