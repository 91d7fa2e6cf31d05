using TermNews.Core.Rescue;

namespace TermNews.Core.UseCases;

/// <summary>Changes the status of stories: read, saved, pinned, hidden.</summary>
/// <param name="stories">The stories of the edition that is shown.</param>
/// <param name="clock">The time; null for that of the system.</param>
public sealed class MarkStories(Func<IStoryRepository> stories, TimeProvider? clock = null) : IUnwritten
{
    private const int PageSize = 1000;   // Rows read at once by a bulk change, to bound memory.
    private readonly Lock _gate = new();
    private readonly List<RescueEntry> _underWay = [];   // Not on the disk yet, in their order.
    private Task _lastMark = Task.CompletedTask;

    /// <summary>Changes the status of one story.</summary>
    public async Task<Outcome> MarkAsync(long storyId, StatusChange change, CancellationToken cancellationToken)
    {
        var outcome = await MarkAsync([storyId], change, _ => MarkWords.Of(change), cancellationToken);
        return outcome with { Words = $"{Sentences.Capital(MarkWords.Of(change))}." };
    }

    /// <summary>Changes the status of stories; <see cref="Outcome.Now"/> has those that did change.</summary>
    public async Task<Outcome> MarkAsync(IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken)
    {
        var outcome = await MarkAsync(storyIds, change, count => $"{Plural.Stories(count)} {MarkWords.Of(change)}", cancellationToken);
        return outcome.Now.Count > 0 || change != StatusChange.Read ? outcome : new Outcome("All stories here are read already.");
    }

    private async Task<Outcome> MarkAsync(
        IReadOnlyList<long> storyIds, StatusChange change, Func<int, string> wordsFor, CancellationToken cancellationToken)
    {
        var before = storyIds.Count == 0 ? [] : await WriteAsync(storyIds, change, cancellationToken);
        var words = wordsFor(before.Count);
        return new Outcome($"{words}; {{key:undo}} takes it back.")
        {
            Now = [.. before.Select(one => one with { Status = one.Status.After(change) })],
        };
    }

    /// <summary>Waits until all marks are on the disk, or failed.</summary>
    public async Task SaveAsync() => await _lastMark.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <inheritdoc/>
    public IReadOnlyList<RescueEntry> Unwritten()
    {
        lock (_gate)
            return [.. _underWay];
    }

    private async Task<IReadOnlyList<StatusBefore>> WriteAsync(
        IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken)
    {
        var mark = RescuedMark.Of(storyIds, change, (clock ?? TimeProvider.System).GetUtcNow());
        lock (_gate)
            _underWay.Add(mark);
        try
        {
            var writing = stories().MarkAsync(storyIds, change, cancellationToken);
            _lastMark = writing;   // Writes are done in their order.
            return await writing;
        }
        finally
        {
            lock (_gate)
                _underWay.Remove(mark);
        }
    }

    /// <summary>The ids, of those given, that a change would change, and those that no story has.</summary>
    public async Task<(IReadOnlyList<long> Changing, IReadOnlyList<long> Missing)> SelectAsync(
        IEnumerable<long> storyIds, StatusChange change, CancellationToken cancellationToken)
    {
        List<long> changing = [], missing = [];
        foreach (var id in storyIds)
        {
            if (await stories().FindAsync(id, cancellationToken) is not { } story)
                missing.Add(id);
            else if (Changes(change, story))
                changing.Add(id);
        }
        return (changing, missing);
    }

    /// <summary>The stories that a query matches and a change would change.</summary>
    /// <param name="query">The query.</param>
    /// <param name="most">How many stories of the query are looked at, at most.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<long>> SelectAsync(
        StoryQuery query, int most, StatusChange change, CancellationToken cancellationToken)
    {
        var changing = new List<long>();
        StoryCursor? next = null;
        while (most > 0)
        {
            var page = await stories().PageAsync(query, next, Math.Min(PageSize, most), cancellationToken);
            changing.AddRange(page.Stories.Where(story => Changes(change, story)).Select(static story => story.Id));
            if (page.Next is null)
                break;
            (most, next) = (most - page.Stories.Count, page.Next);
        }
        return changing;
    }

    private static bool Changes(StatusChange change, Story story) => story.Status.After(change) != story.Status;
}
