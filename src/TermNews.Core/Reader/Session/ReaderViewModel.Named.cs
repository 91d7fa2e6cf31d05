using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Session;

/// <summary>What a view asks for that names stories instead of selecting them.</summary>
public sealed partial class ReaderViewModel
{
    /// <summary>A story as it is now, or null where there is none.</summary>
    public Task<Story?> FindStoryAsync(long storyId, CancellationToken cancellationToken) => _edition.FindAsync(storyId, cancellationToken);

    /// <summary>Opens a story.</summary>
    public Task OpenStoryAsync(long storyId, CancellationToken cancellationToken) => OnNamedAsync(storyId, OpenAsync, cancellationToken);

    /// <summary>Changes the status of a story.</summary>
    public Task MarkStoryAsync(long storyId, StatusChange change, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => MarkAsync(story, change, token), cancellationToken);

    /// <summary>Runs a command that lists and articles have in common on a story.</summary>
    public Task ExecuteOnStoryAsync(ReaderCommand command, long storyId, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => OnThisStoryAsync(command, story, token), cancellationToken);

    /// <summary>Opens the comment box: for a new comment, or for one to be changed.</summary>
    public Task BeginCommentAsync(long storyId, Comment? editing, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => WriteCommentAsync(story, editing, token), cancellationToken);

    /// <summary>Asks whether a comment is to be deleted.</summary>
    public Task AskToDeleteAsync(Comment comment, CancellationToken cancellationToken) =>
        OnNamedAsync(comment.StoryId, (_, _) => AskToDelete(comment), cancellationToken);

    /// <summary>Opens an address in the browser.</summary>
    public Task BrowseToAsync(string address, CancellationToken cancellationToken) =>
        TellingAsync(token => BrowseAsync(address, "", token), cancellationToken);

    /// <summary>Copies a text.</summary>
    public Task CopyTextAsync(string text, CancellationToken cancellationToken) =>
        TellingAsync(token => CopyAsync(text, token), cancellationToken);

    private Task OnNamedAsync(long storyId, Func<Story, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        TellingAsync(async token =>
        {
            if (await _edition.FindAsync(storyId, token) is { } story)
                await work(story, token);
            else
                Warn("This story is no longer there.");
        }, cancellationToken);

    private Task TellingAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        State = State with { Notice = null, IsWarning = false };
        return TryAsync(work, cancellationToken);
    }
}
