namespace TermNews.Core.Reader.Article;

/// <summary>Counts the views of stories behind the screen. A view counts even if the reader has moved on.</summary>
internal sealed class ViewCounter(Func<IStoryRepository> stories, Func<Func<Task>, Task> runBehind)
{
    private Task _counting = Task.CompletedTask;

    /// <summary>Counts a view and gives the story as it is after it.</summary>
    /// <param name="story">The story.</param>
    /// <param name="row">The story whose row was chosen, which is read with it.</param>
    public async Task<Story> CountAsync(Story story, Story row)
    {
        var counted = story;
        var counting = runBehind(async () => counted = await CountNowAsync(story, row).ConfigureAwait(false));
        _counting = _counting.IsCompleted ? counting : Task.WhenAll(_counting, counting);
        await counting;
        return counted;
    }

    /// <summary>Waits until all views are counted.</summary>
    public async Task FinishAsync() =>
        await _counting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

    /// <summary>The story after it was opened, before the database has it.</summary>
    public static Story Opened(Story story) =>
        story with { Status = story.Status with { IsRead = true, Views = story.Status.Views + 1 } };

    private async Task<Story> CountNowAsync(Story story, Story row)
    {
        await stories().RecordViewAsync(story.Id, CancellationToken.None).ConfigureAwait(false);
        if (row.Id != story.Id)
            await stories().MarkAsync([row.Id], StatusChange.Read, CancellationToken.None).ConfigureAwait(false);
        return await stories().FindAsync(story.Id, CancellationToken.None).ConfigureAwait(false) ?? story;
    }
}
