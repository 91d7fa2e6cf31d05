using TermNews.Core.Lists;
using TermNews.Core.Stories;
using TermNews.Core.Undoing;
using TermNews.Core.Words;

namespace TermNews.Core.Tests.Reader;

/// <summary>Stories in a list, written by hand; a page can be held back to see what a slow database does.</summary>
internal sealed class FakeStories : IStoryRepository
{
    private TaskCompletionSource? _gate;
    private TaskCompletionSource? _textGate;

    public List<Story> All { get; } = [];

    /// <summary>The time by which mutes end.</summary>
    public DateTimeOffset Now { get; set; } = A.Noon;

    public Dictionary<long, StoryText> Texts { get; } = [];

    public Dictionary<long, double> PerDay { get; } = [];

    public List<Story> Related { get; } = [];

    public List<(long Story, int Position)> Positions { get; } = [];

    public List<long> Ends { get; } = [];

    public int PagesRead { get; private set; }

    /// <summary>Thrown by every call that reads a page.</summary>
    public NewsException? Fault { get; set; }

    /// <summary>Views cannot be written.</summary>
    public bool IsFull { get; set; }

    /// <summary>The next text waits until it is let go.</summary>
    public TaskCompletionSource HoldNextText() => _textGate = new TaskCompletionSource();

    /// <summary>The next page waits until it is let go.</summary>
    public TaskCompletionSource HoldNextPage() => _gate = new TaskCompletionSource();

    public async Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken)
    {
        PagesRead++;
        var (gate, found) = (_gate, Of(query));
        _gate = null;
        if (gate is not null)
            await gate.Task;
        if (Fault is { } fault)
            throw fault;
        var rest = after is null ? found : [.. found.Where(story => IsAfter(story, after))];
        List<Story> page = [.. rest.Take(size)];
        return new StoryPage(page, rest.Count > page.Count ? new StoryCursor(page[^1].SortAt.ToUnixTimeSeconds(), page[^1].Id) : null);
    }

    public int Counts { get; private set; }

    public Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken)
    {
        Counts++;
        return Task.FromResult(Of(query).Count);
    }

    public Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<NamedCount>>([]);

    public int CandidatesRead { get; private set; }

    public CandidateText? TextRead { get; private set; }

    public Task<IReadOnlyList<Candidate>> CandidatesAsync(
        StoryQuery query, int share, CandidateText text, CancellationToken cancellationToken)
    {
        (CandidatesRead, TextRead) = (CandidatesRead + 1, text);
        return Task.FromResult<IReadOnlyList<Candidate>>([.. Of(query).Take(share)]);
    }

    /// <summary>What the stories are in; null where they are said to change all the time.</summary>
    public DatabaseState? State { get; set; }

    public Task<DatabaseState> StateAsync(CancellationToken cancellationToken) =>
        Task.FromResult(State ?? new DatabaseState(new object(), 0, 0));

    public Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FeedCounters>>([.. All.Select(story => new FeedCounters(story.Feed.Id, story.Counters))]);

    public Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. storyIds.Select(id => All.Find(story => story.Id == id)).OfType<Story>()]);

    public Dictionary<long, ClusterCoverage> Coverage { get; } = [];

    public Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(
        IReadOnlyList<long> clusterIds, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, ClusterCoverage>>(
            Coverage.Where(pair => clusterIds.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value));

    public Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<long, double>>(PerDay);

    public Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>(
            [.. Of(query).Where(story => story.Title!.Contains(search, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    public Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RelatedStory>>([.. Related.Take(limit).Select(other => new RelatedStory(other, ["words"]))]);

    /// <summary>Stories of the same categories.</summary>
    public List<Story> SameCategory { get; } = [];

    public Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. SameCategory.Take(limit)]);

    /// <summary>Stories that were taken out of their clusters.</summary>
    public List<ClusterSplit> Splits { get; } = [];

    public Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Story>>([.. All.Where(story => story.Cluster.Id == All.Find(one => one.Id == storyId)?.Cluster.Id)]);

    public Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken)
    {
        var cluster = All.Find(story => story.Id == storyId)?.Cluster;
        List<long> others = [.. All.Where(story => story.Cluster.Id == cluster?.Id && story.Id != storyId).Select(story => story.Id)];
        if (others.Count == 0)
            return Task.FromResult<ClusterSplit?>(null);
        var split = new ClusterSplit(storyId, others);
        Part(split);
        Journal.Add("taken out as other news", () => Join(split), () => Part(split));
        return Task.FromResult<ClusterSplit?>(Splits[^1]);
    }

    public Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken)
    {
        Put([split.StoryId, .. split.Others]);
        Splits.Remove(split);
        return Task.CompletedTask;
    }

    private JournalTurn Part(ClusterSplit split)
    {
        Put([split.StoryId]);
        Put([.. split.Others]);
        Splits.Add(split);
        return new JournalTurn("") { ChangesLists = true };
    }

    private JournalTurn Join(ClusterSplit split)
    {
        Put([split.StoryId, .. split.Others]);
        Splits.Remove(split);
        return new JournalTurn("") { ChangesLists = true };
    }

    public Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken) =>
        Task.FromResult(Splits.Find(split => split.StoryId == storyId));

    private void Put(List<long> together)
    {
        for (var at = 0; at < All.Count; at++)
        {
            if (together.Contains(All[at].Id))
                All[at] = All[at] with { Cluster = new ClusterReference(together.Min(), together.Count) };
        }
    }

    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) =>
        Task.FromResult(All.Find(story => story.Id == storyId));

    public async Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken)
    {
        var gate = _textGate;
        _textGate = null;
        if (gate is not null)
            await gate.Task;
        return Texts.GetValueOrDefault(storyId, new StoryText(null, null));
    }

    /// <summary>Marks wait for this; null for no wait. A fault of it is that of the mark.</summary>
    public Task? MarkGate { get; set; }

    public async Task<IReadOnlyList<StatusBefore>> MarkAsync(
        IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken)
    {
        if (MarkGate is { } gate)
            await gate;
        List<StatusBefore> before = [];
        foreach (var id in storyIds)
        {
            var was = All.First(story => story.Id == id).Status;
            Change(id, status => status.After(change));
            if (was != All.First(story => story.Id == id).Status)
                before.Add(new StatusBefore(id, was));
        }
        if (before.Count > 0)
        {
            List<StatusBefore> after = [.. before.Select(one => one with { Status = one.Status.After(change) })];
            var words = storyIds.Count == 1 ? MarkWords.Of(change) : $"{Plural.Stories(before.Count)} {MarkWords.Of(change)}";
            Journal.Add(words, () => Restore(before), () => Restore(after));
        }
        return before;
    }

    public Task<IReadOnlyList<StatusBefore>> MarkAllAsync(StoryQuery query, StatusChange change, CancellationToken cancellationToken) =>
        MarkAsync([.. Of(query).Select(story => story.Id)], change, cancellationToken);

    /// <summary>What was done here and to the comments and mutes of these stories.</summary>
    public FakeJournal Journal { get; } = new();

    private JournalTurn Restore(IReadOnlyList<StatusBefore> marks)
    {
        foreach (var one in marks)
            Change(one.StoryId, _ => one.Status);
        return new JournalTurn("") { Now = marks };
    }

    public Task RecordViewAsync(long storyId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (IsFull)
            throw new NewsException(NewsFault.Unreadable, "The disk is full.");
        Change(storyId, status => status with { IsRead = true, Views = status.Views + 1 });
        return Task.CompletedTask;
    }

    public Task RecordEndAsync(long storyId, CancellationToken cancellationToken)
    {
        Ends.Add(storyId);
        return Task.CompletedTask;
    }

    public Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken)
    {
        Positions.Add((storyId, position));
        Change(storyId, status => isFullText ? status with { FullTextPosition = position } : status with { Position = position });
        return Task.CompletedTask;
    }

    public void Change(long id, Func<StoryStatus, StoryStatus> change)
    {
        var at = All.FindIndex(story => story.Id == id);
        if (at >= 0)
            All[at] = All[at] with { Status = change(All[at].Status) };
    }

    private static bool IsAfter(Story story, StoryCursor cursor) =>
        story.SortAt.ToUnixTimeSeconds() is var key && (key < cursor.Key || (key == cursor.Key && story.Id < cursor.Id));

    private List<Story> Of(StoryQuery query) => [.. All
        .Where(story => (query.List == StoryList.All || !story.Status.IsHidden)
            && (query.MutedOnly ? story.IsMuted(Now) : !story.IsMuted(Now) || query.List.KeepsMuted)
            && (query.FeedId is null || story.Feed.Id == query.FeedId)
            && (query.Since is null || story.SortAt >= query.Since)
            && query.List.Word switch
            {
                "unread" or "must-read" => !story.Status.IsRead,
                "saved" => story.Status.IsSaved,
                "commented" => story.CommentCount > 0,
                "popular" => story.Counters != PublishedCounters.None || story.Status.Views > 0 || story.CommentCount > 0,
                _ => true,
            })
        .OrderByDescending(story => story.SortAt).ThenByDescending(story => story.Id)];
}
