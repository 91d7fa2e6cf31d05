using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Articles.Reading;

/// <summary>The full text of stories: from the store, or else from their web pages, which are then stored.</summary>
/// <param name="pages">Fetches pages; null when offline.</param>
/// <param name="kept">Stores articles; null to store nothing.</param>
/// <param name="clock">The clock.</param>
/// <param name="runBehind">Runs work on another thread; null to run it on the caller's.</param>
public sealed class FullTexts(IPageSource? pages, IArticleRepository? kept, TimeProvider clock, Func<Func<Task>, Task>? runBehind = null)
{
    /// <summary>How long a page without a readable article is not fetched ahead again: pages rarely change in a day.</summary>
    private static readonly TimeSpan FaultLasts = TimeSpan.FromDays(1);

    /// <summary>Whether pages can be fetched.</summary>
    public bool HasNetwork => pages is not null;

    /// <summary>The stored full text, or null; never uses the network.</summary>
    public async Task<ArticleDocument?> FindKeptAsync(long storyId, CancellationToken cancellationToken) =>
        kept is not null && await kept.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is { Html: not null } found
            ? DocumentOf(found, null)
            : null;

    /// <summary>The full text of a story.</summary>
    /// <exception cref="NewsException">It has none; the message says why.</exception>
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

    /// <summary>The full text of a story from its page, even if one is stored.</summary>
    /// <exception cref="NewsException">It cannot be fetched; the message says why, and a stored text stays.</exception>
    public async Task<ArticleDocument> FetchAgainAsync(Story story, CancellationToken cancellationToken)
    {
        var link = story.Link ?? throw new NewsException(NewsFault.WrongUse, "This story has no page of its own.");
        if (pages is null)
            throw new NewsException(NewsFault.Network, $"Offline: {link} was not fetched.");
        var found = await ExtractAsync(pages, link, cancellationToken).ConfigureAwait(false);
        await KeepAsync(KeptOf(story.Id, found), cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>Fetches the missing full texts of stories, one after the other; failures are left for later.</summary>
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
                // Prefetching fails silently; a request for the text reports the error.
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

    /// <summary>Extraction is too slow for the UI thread.</summary>
    private async Task<ArticleDocument> ExtractAsync(IPageSource source, string link, CancellationToken cancellationToken)
    {
        ArticleDocument? found = null;
        async Task ReadAsync() => found = await PagesOfArticle.ReadAsync(source, link, cancellationToken).ConfigureAwait(false);
        await (runBehind?.Invoke(ReadAsync) ?? ReadAsync()).ConfigureAwait(false);
        return found!;
    }

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
