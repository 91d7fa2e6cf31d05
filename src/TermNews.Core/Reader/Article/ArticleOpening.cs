using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Article;

/// <summary>Opens stories in the article, and prepares the one that is selected.</summary>
internal sealed class ArticleOpening(
    ReaderSession session, ArticleViewModel article, FrontPageViewModel list, ArticleTexts texts, OpenText opening,
    ShownEdition edition) : IStoryOpener
{
    /// <summary>A story, or null where there is none of this id.</summary>
    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) =>
        edition.Stories.FindAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public async Task OpenAsync(Story story, Story row, CancellationToken cancellationToken)
    {
        session.Push(session.All<ArticleScreen>().First());
        list.ShowOpened(row);
        await article.OpenAsync(story, row, viewed => list.ReReadAsync(row.Id, viewed), cancellationToken);
        if (article.State.Error is not null)
            await list.ReReadAsync(row.Id, cancellationToken);   // The view could not be counted.
        if (!session.State.IsSample && opening.IsAlwaysFull(story) && article.State.Story?.Id == story.Id)
            await texts.ShowFullTextAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task OpenRowAsync(Story row, CancellationToken cancellationToken) =>
        await OpenAsync(await opening.BestOfAsync(row, cancellationToken), row, cancellationToken);

    /// <summary>Prepares what opening the selected story would show, and the rows that pages down would show.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (session.Screen is not FrontPageScreen || list.State.Current is not { } line)
            return;
        try
        {
            var layout = session.All<ArticleScreen>().First().LayoutOf(session.State.Width, session.State.Height, isWriting: false);
            await article.PrepareAsync(await opening.BestOfAsync(line.Story, cancellationToken), layout.PageWidth, cancellationToken);
            await list.LoadAheadAsync(cancellationToken);
        }
        catch (NewsException)
        {
            // Opening the story will say it.
        }
    }
}
