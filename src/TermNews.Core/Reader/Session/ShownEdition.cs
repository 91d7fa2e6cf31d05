namespace TermNews.Core.Reader.Session;

/// <summary>Stands before the repositories, so that the sample edition can be shown in their place and step back later.</summary>
/// <param name="ownStories">The reader's own stories.</param>
/// <param name="ownComments">Comments on them.</param>
/// <param name="ownMutes">What the reader muted.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws: a mute looks at every story.</param>
internal sealed class ShownEdition(
    IStoryRepository ownStories, ICommentRepository ownComments, IMuteRepository ownMutes, Func<Func<Task>, Task> runBehind)
    : IStoryRepository, ICommentRepository, IMuteRepository
{
    private SampleEdition? _sample;

    /// <summary>The sample edition is shown.</summary>
    public bool IsSample => _sample is not null;

    private IStoryRepository Stories => _sample?.Stories ?? ownStories;

    private ICommentRepository Comments => _sample?.Comments ?? ownComments;

    private IMuteRepository Mutes => _sample?.Mutes ?? ownMutes;

    /// <summary>Shows the sample edition.</summary>
    public void Show(SampleEdition sample) => _sample = sample;

    /// <summary>Raised after <see cref="ShowOwn"/>: ids mean other stories from now on.</summary>
    public event Action? LeftSample;

    /// <summary>Shows the reader's own stories.</summary>
    public void ShowOwn()
    {
        _sample = null;
        LeftSample?.Invoke();
    }

    /// <summary>The number of the reader's own stories.</summary>
    public Task<int> CountOwnAsync(CancellationToken cancellationToken) => ownStories.CountAsync(new StoryQuery(), cancellationToken);

    public Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken) =>
        Stories.PageAsync(query, after, size, cancellationToken);

    public Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken) => Stories.CountAsync(query, cancellationToken);

    public Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken) =>
        Stories.CountByAsync(query, grouping, cancellationToken);

    public Task<IReadOnlyList<Candidate>> CandidatesAsync(
        StoryQuery query, int share, CandidateText text, CancellationToken cancellationToken) =>
        Stories.CandidatesAsync(query, share, text, cancellationToken);

    public Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken) =>
        Stories.ListCountersAsync(cancellationToken);

    public Task<DatabaseState> StateAsync(CancellationToken cancellationToken) => Stories.StateAsync(cancellationToken);

    public Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken) =>
        Stories.ListAsync(storyIds, cancellationToken);

    public Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(
        IReadOnlyList<long> clusterIds, CancellationToken cancellationToken) => Stories.ListCoverageAsync(clusterIds, cancellationToken);

    public Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        Stories.StoriesPerDayAsync(now, cancellationToken);

    public Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        Stories.SearchAsync(search, query, limit, cancellationToken);

    public Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken) =>
        Stories.RelatedAsync(story, limit, cancellationToken);

    public Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken) =>
        Stories.SameCategoryAsync(story, limit, cancellationToken);

    public Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken) =>
        Stories.ListClusterAsync(storyId, cancellationToken);

    public Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken) =>
        Stories.SplitAsync(storyId, cancellationToken);

    public Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken) => Stories.RejoinAsync(split, cancellationToken);

    public Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken) =>
        Stories.FindSplitAsync(storyId, cancellationToken);

    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) => Stories.FindAsync(storyId, cancellationToken);

    public Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken) =>
        Stories.ReadTextAsync(storyId, cancellationToken);

    public Task<IReadOnlyList<StatusBefore>> MarkAsync(
        IReadOnlyList<long> storyIds, StatusChange change, CancellationToken cancellationToken) =>
        Stories.MarkAsync(storyIds, change, cancellationToken);

    public Task<IReadOnlyList<StatusBefore>> MarkAllAsync(StoryQuery query, StatusChange change, CancellationToken cancellationToken) =>
        Stories.MarkAllAsync(query, change, cancellationToken);

    public Task<IReadOnlyList<StatusBefore>> RestoreAsync(IReadOnlyList<StatusBefore> before, CancellationToken cancellationToken) =>
        Stories.RestoreAsync(before, cancellationToken);

    public Task RecordViewAsync(long storyId, CancellationToken cancellationToken) => Stories.RecordViewAsync(storyId, cancellationToken);

    public Task RecordEndAsync(long storyId, CancellationToken cancellationToken) => Stories.RecordEndAsync(storyId, cancellationToken);

    public Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken) =>
        Stories.SavePositionAsync(storyId, position, isFullText, cancellationToken);

    public Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken) =>
        Comments.ListAsync(storyId, cancellationToken);

    Task<Comment?> ICommentRepository.FindAsync(long commentId, CancellationToken cancellationToken) =>
        Comments.FindAsync(commentId, cancellationToken);

    public Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken) =>
        Comments.AddAsync(storyId, author, text, replyTo, cancellationToken);

    public Task RestoreAsync(Comment comment, CancellationToken cancellationToken) => Comments.RestoreAsync(comment, cancellationToken);

    public Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken) =>
        Comments.EditAsync(commentId, text, cancellationToken);

    public Task DeleteAsync(long commentId, CancellationToken cancellationToken) => Comments.DeleteAsync(commentId, cancellationToken);

    public Task<string?> FindDraftAsync(long storyId, CancellationToken cancellationToken) =>
        Comments.FindDraftAsync(storyId, cancellationToken);

    public Task SaveDraftAsync(long storyId, string text, CancellationToken cancellationToken) =>
        Comments.SaveDraftAsync(storyId, text, cancellationToken);

    Task<IReadOnlyList<Mute>> IMuteRepository.ListAsync(CancellationToken cancellationToken) => Mutes.ListAsync(cancellationToken);

    public Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken) =>
        BehindAsync(() => Mutes.CountAsync(cancellationToken));

    public Task<MuteChange> AddAsync(Mute mute, CancellationToken cancellationToken) =>
        BehindAsync(() => Mutes.AddAsync(mute, cancellationToken));

    public Task<int?> RemoveAsync(Mute mute, CancellationToken cancellationToken) =>
        BehindAsync(() => Mutes.RemoveAsync(mute, cancellationToken));

    public Task ConfigureAsync(IReadOnlyList<Mute> configured, CancellationToken cancellationToken) =>
        Mutes.ConfigureAsync(configured, cancellationToken);

    private async Task<T> BehindAsync<T>(Func<Task<T>> work)
    {
        T? result = default;
        await runBehind(async () => result = await work().ConfigureAwait(false));
        return result!;
    }
}
