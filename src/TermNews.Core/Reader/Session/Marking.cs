namespace TermNews.Core.Reader.Session;

/// <summary>
/// Marks in all rooms: shown at once, told when they are on the disk. Where the disk does not take them, the rooms show what it has.
/// </summary>
internal sealed class Marking(ReaderSession session, MarkStories marks)
{
    /// <summary>Changes the status of one story.</summary>
    public Task MarkAsync(Story story, StatusChange change, CancellationToken cancellationToken) => MarkAsync(
        [story.Id], change, () => marks.MarkAsync(story.Id, change, cancellationToken),
        new Outcome("") { Now = [new StatusBefore(story.Id, story.Status)] }, cancellationToken);

    /// <summary>Changes the status of stories.</summary>
    public Task MarkAsync(IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken) => MarkAsync(
        storyIds, change, () => marks.MarkAsync(storyIds, change, cancellationToken),
        new Outcome("") { ChangesLists = true }, cancellationToken);

    private async Task MarkAsync(IReadOnlyList<long> storyIds, StatusChange change, Func<Task<Outcome>> writeAsync, Outcome asBefore,
        CancellationToken cancellationToken)
    {
        foreach (var room in session.All<IShowsStories>())
            room.ShowMark(storyIds, change);
        Outcome outcome;
        try
        {
            outcome = await writeAsync();
        }
        catch (NewsException)
        {
            await session.ApplyAsync(asBefore, cancellationToken);
            throw;
        }
        await session.ApplyAsync(outcome, cancellationToken);
    }
}
