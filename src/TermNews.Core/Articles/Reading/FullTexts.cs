using TermNews.Core.Stories;

namespace TermNews.Core.Articles.Reading;

/// <summary>Gives the full text of stories: kept ones at once, others from their pages, which are then kept.</summary>
/// <param name="pages">Fetches pages; null where the network is not to be touched.</param>
/// <param name="kept">Keeps them; null where nothing is kept.</param>
/// <param name="clock">The time.</param>
public sealed class FullTexts(IPageSource? pages, IArticleRepository? kept, TimeProvider clock)
{
    private static readonly TimeSpan FaultLasts = TimeSpan.FromDays(1);

    /// <summary>Pages can be fetched.</summary>
    public bool HasNetwork => pages is not null;

    /// <summary>The full text as it is kept, or null; the network is not touched.</summary>
    public async Task<ArticleDocument?> FindKeptAsync(long storyId, CancellationToken cancellationToken) =>
        kept is not null && await kept.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is { Html: not null } found
            ? DocumentOf(found, null)
            : null;

    /// <summary>The full text of a story.</summary>
    /// <exception cref="NewsException">There is none; the sentence says why.</exception>
    public async Task<ArticleDocument> GetAsync(Story story, CancellationToken cancellationToken)
    {
        var link = story.Link ?? throw new NewsException(NewsFault.WrongUse, "This story has no page of its own.");
        var known = kept is null ? null : await kept.FindAsync(story.Id, cancellationToken).ConfigureAwait(false);
        if (known is { Html: not null })
            return DocumentOf(known, link);
        if (pages is null)
            throw new NewsException(NewsFault.Network, $"Offline: {link} was not fetched.");
        return await FetchAsync(pages, story.Id, link, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The full text of a story from its page, also where one is kept.</summary>
    /// <exception cref="NewsException">It cannot be had; the sentence says why, and what is kept stays.</exception>
    public async Task<ArticleDocument> FetchAgainAsync(Story story, CancellationToken cancellationToken)
    {
        var link = story.Link ?? throw new NewsException(NewsFault.WrongUse, "This story has no page of its own.");
        if (pages is null)
            throw new NewsException(NewsFault.Network, $"Offline: {link} was not fetched.");
        var found = await ExtractAsync(pages, link, cancellationToken).ConfigureAwait(false);
        await KeepAsync(KeptOf(story.Id, found), cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Fetches the full text of stories that have none yet, one after the other; what cannot be had is left for later.</summary>
    public async Task FetchAheadAsync(IEnumerable<Story> stories, CancellationToken cancellationToken)
    {
        if (pages is null || kept is null)
            return;
        foreach (var story in stories.Where(story => story.Link is not null))
        {
            var known = await kept.FindAsync(story.Id, cancellationToken).ConfigureAwait(false);
            if (known is not null && (known.Html is not null || clock.GetUtcNow() - known.FetchedAt < FaultLasts))
                continue;
            try
            {
                await FetchAsync(pages, story.Id, story.Link!, cancellationToken).ConfigureAwait(false);
            }
            catch (NewsException)
            {
                // Nobody waits for it; whoever asks for it is told.
            }
        }
    }

    private async Task<ArticleDocument> FetchAsync(IPageSource source, long storyId, string link, CancellationToken cancellationToken)
    {
        try
        {
            var found = await ExtractAsync(source, link, cancellationToken).ConfigureAwait(false);
            await KeepAsync(KeptOf(storyId, found), cancellationToken).ConfigureAwait(false);
            return found;
        }
        catch (NewsException ex) when (ex.Fault == NewsFault.Unreadable)
        {
            await KeepAsync(new KeptArticle { StoryId = storyId, FetchedAt = clock.GetUtcNow(), Fault = ex.Message }, cancellationToken)
                .ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Finding the article takes too long for the thread that draws.</summary>
    private static Task<ArticleDocument> ExtractAsync(IPageSource source, string link, CancellationToken cancellationToken) =>
        Task.Run(() => PagesOfArticle.ReadAsync(source, link, cancellationToken), cancellationToken);

    private Task KeepAsync(KeptArticle article, CancellationToken cancellationToken) =>
        kept is null ? Task.CompletedTask : kept.KeepAsync(article, cancellationToken);

    private KeptArticle KeptOf(long storyId, ArticleDocument document) => new(document)
    {
        StoryId = storyId,
        FetchedAt = clock.GetUtcNow(),
        Html = ArticleRenderer.ToKeptHtml(document.Blocks),
    };

    private static ArticleDocument DocumentOf(KeptArticle found, string? link) => new(found)
    {
        Blocks = HtmlArticleReader.Read(found.Html!, Uri.TryCreate(link, UriKind.Absolute, out var address) ? address : null),
    };
}
