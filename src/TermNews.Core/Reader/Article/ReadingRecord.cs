namespace TermNews.Core.Reader.Article;

/// <summary>
/// What is recorded of the reading, behind the screen and in its order: views, places in the text, ends that were reached. It is recorded
/// even if the reader has moved on, and no key waits for it.
/// </summary>
internal sealed class ReadingRecord(Func<IStoryRepository> stories, Func<Func<Task>, Task> runBehind)
{
    private Task _writing = Task.CompletedTask;

    /// <summary>Counts a view and gives the story as it is after it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="row">The story whose row was chosen, which is read with it.</param>
    public async Task<Story> CountAsync(Story story, Story row)
    {
        var counted = story;
        var shown = stories();
        await BehindAsync(async () => counted = await CountNowAsync(shown, story, row).ConfigureAwait(false));
        return counted;
    }

    /// <summary>Records the paragraph at the top of the screen.</summary>
    public void SavePosition(long storyId, int position, bool isFullText) =>
        Start(shown => shown.SavePositionAsync(storyId, position, isFullText, CancellationToken.None));

    /// <summary>Records that a story was read to its end.</summary>
    public void RecordEnd(long storyId) => Start(shown => shown.RecordEndAsync(storyId, CancellationToken.None));

    /// <summary>Waits until all is recorded; a failure was told with the view.</summary>
    public async Task FinishAsync() =>
        await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>The story after it was opened, before the database has it.</summary>
    public static Story Opened(Story story) =>
        story with { Status = story.Status with { IsRead = true, Views = story.Status.Views + 1 } };

    private void Start(Func<IStoryRepository, Task> write)
    {
        var shown = stories();
        _ = BehindAsync(() => write(shown));
    }

    private Task BehindAsync(Func<Task> write)
    {
        var before = _writing;
        return _writing = runBehind(async () =>
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await write().ConfigureAwait(false);
        });
    }

    private static async Task<Story> CountNowAsync(IStoryRepository stories, Story story, Story row)
    {
        await stories.RecordViewAsync(story.Id, CancellationToken.None).ConfigureAwait(false);
        if (row.Id != story.Id)
            await stories.MarkAsync([row.Id], StatusChange.Read, CancellationToken.None).ConfigureAwait(false);
        return await stories.FindAsync(story.Id, CancellationToken.None).ConfigureAwait(false) ?? story;
    }
}
