using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Article;

/// <summary>Writes, changes and deletes the comments below an article; the overlay of the comment box.</summary>
internal sealed class ArticleComments(
    ReaderSession session, ArticleViewModel article, FrontPageViewModel list, CommentBoxViewModel box, WriteComment writing)
    : IOverlay
{
    /// <inheritdoc/>
    public event EventHandler? Changed
    {
        add => box.Changed += value;
        remove => box.Changed -= value;
    }

    /// <inheritdoc/>
    public KeyScope Scope => KeyScope.Comment;

    /// <inheritdoc/>
    public bool IsOpen => box.State.IsOpen;

    /// <summary>Goes to the comments of a story.</summary>
    public async Task GoToAsync(Story story, CancellationToken cancellationToken)
    {
        await OpenAsync(story, cancellationToken);
        article.ScrollToComments();
    }

    /// <summary>Opens the comment box for a new comment.</summary>
    public async Task WriteAsync(Story story, CancellationToken cancellationToken)
    {
        await OpenAsync(story, cancellationToken);
        await box.OpenAsync(article.State.Story ?? story, cancellationToken);
    }

    /// <summary>Opens the box for a change of the chosen comment.</summary>
    public Task EditAsync(CancellationToken cancellationToken) => OnChosenAsync(box.EditAsync, cancellationToken);

    /// <summary>Opens the box for an answer to the chosen comment.</summary>
    public Task AnswerAsync(CancellationToken cancellationToken) => OnChosenAsync(box.AnswerAsync, cancellationToken);

    private Task OnChosenAsync(Func<Story, Comment, CancellationToken, Task> openAsync, CancellationToken cancellationToken)
    {
        if (Chosen is { } comment && article.State.Story is { } story)
            return openAsync(story, comment, cancellationToken);
        TellNone();
        return Task.CompletedTask;
    }

    /// <summary>Deletes the chosen comment.</summary>
    public Task DeleteAsync(CancellationToken cancellationToken)
    {
        if (Chosen is { } comment)
            return DeleteAsync(comment, cancellationToken);
        TellNone();
        return Task.CompletedTask;
    }

    /// <summary>Deletes a comment.</summary>
    public async Task DeleteAsync(Comment comment, CancellationToken cancellationToken) =>
        await session.ApplyAsync(await writing.DeleteAsync(comment, cancellationToken), cancellationToken);

    /// <summary>Keeps the comment in the box.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (await box.SendAsync(cancellationToken) is not { } kept)
            return;
        session.Tell(kept);
        await article.ReloadCommentsAsync(cancellationToken);
        article.ScrollToComments();
        await list.ReReadAsync(kept.Value.StoryId, cancellationToken);
    }

    /// <summary>Closes the box; a draft is kept.</summary>
    public async Task CancelAsync(CancellationToken cancellationToken) => session.Tell(await box.LeaveAsync());

    /// <summary>The selected comment, else the last one.</summary>
    private Comment? Chosen => article.State.Current is { Kind: ArticleTargetKind.Comment, Id: var id }
        ? article.State.Comments.FirstOrDefault(comment => comment.Id == id)
        : article.State.Comments is [.., var last] ? last : null;

    private Task OpenAsync(Story story, CancellationToken cancellationToken) =>
        session.Screen is ArticleScreen && article.State.Story?.Id == story.Id
            ? Task.CompletedTask
            : session.Room<IStoryOpener>().OpenAsync(story, cancellationToken);

    private void TellNone() => session.Tell("You have written no comment here; {key:comment} writes one.");
}
