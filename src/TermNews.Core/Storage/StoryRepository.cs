using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Marking;
using TermNews.Core.Storage.Reading;
using TermNews.Core.Storage.Searching;

namespace TermNews.Core.Storage;

/// <summary>
/// Stories, their status and their text in a <see cref="NewsDatabase"/>: the front door of <c>Reading</c> (pages, candidates, search) and
/// <c>Marking</c> (status, splits of clusters), whose types do the work. Entries are written by <see cref="FeedRepository.StoreAsync"/>.
/// </summary>
public sealed class StoryRepository : IStoryRepository
{
    private readonly StoryPages _pages;
    private readonly StoryCandidates _candidates;
    private readonly TextSearch _search;
    private readonly RelatedStories _related;
    private readonly StatusWriter _status;
    private readonly ClusterSplits _splits;

    /// <param name="database">The database.</param>
    /// <param name="readsTogether">Reading one story of a cluster marks all of it as read.</param>
    public StoryRepository(NewsDatabase database, bool readsTogether = true)
    {
        var index = new SearchIndex(database);
        var reads = new FilteredReads(database, index);
        (_pages, _candidates, _search) = (new StoryPages(database, reads), new StoryCandidates(database, reads), new TextSearch(reads));
        (_related, _status, _splits) =
            (new RelatedStories(database, index), new StatusWriter(database, reads, readsTogether), new ClusterSplits(database));
    }

    /// <inheritdoc/>
    public Task<StoryPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken) =>
        _pages.PageAsync(query, after, size, cancellationToken);

    /// <inheritdoc/>
    public Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken) => _pages.CountAsync(query, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<NamedCount>> CountByAsync(StoryQuery query, StoryGrouping grouping, CancellationToken cancellationToken) =>
        _pages.CountByAsync(query, grouping, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> ListAsync(IReadOnlyList<long> storyIds, CancellationToken cancellationToken) =>
        _pages.ListAsync(storyIds, cancellationToken);

    /// <inheritdoc/>
    public Task<Story?> FindAsync(long storyId, CancellationToken cancellationToken) => _pages.FindAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task<StoryText> ReadTextAsync(long storyId, CancellationToken cancellationToken) =>
        _pages.ReadTextAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Candidate>> CandidatesAsync(StoryQuery query, int share, CandidateText text,
        CancellationToken cancellationToken) =>
        _candidates.CandidatesAsync(query, share, text, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedCounters>> ListCountersAsync(CancellationToken cancellationToken) =>
        _candidates.ListCountersAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, double>> StoriesPerDayAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        _candidates.StoriesPerDayAsync(now, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, ClusterCoverage>> ListCoverageAsync(IReadOnlyList<long> clusterIds,
        CancellationToken cancellationToken) =>
        _candidates.ListCoverageAsync(clusterIds, cancellationToken);

    /// <inheritdoc/>
    public Task<DatabaseState> StateAsync(CancellationToken cancellationToken) => _candidates.StateAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        _search.SearchAsync(search, query, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken) =>
        _related.RelatedAsync(story, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken) =>
        _related.SameCategoryAsync(story, limit, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusBefore>> MarkAsync(IReadOnlyList<long> storyIds, StatusChange change,
        CancellationToken cancellationToken) =>
        _status.MarkAsync(storyIds, change, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatusBefore>> MarkAllAsync(StoryQuery query, StatusChange change, CancellationToken cancellationToken) =>
        _status.MarkAllAsync(query, change, cancellationToken);

    /// <inheritdoc/>
    public Task RecordViewAsync(long storyId, CancellationToken cancellationToken) => _status.RecordViewAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task RecordEndAsync(long storyId, CancellationToken cancellationToken) => _status.RecordEndAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task SavePositionAsync(long storyId, int position, bool isFullText, CancellationToken cancellationToken) =>
        _status.SavePositionAsync(storyId, position, isFullText, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> ListClusterAsync(long storyId, CancellationToken cancellationToken) =>
        _splits.ListClusterAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterSplit?> SplitAsync(long storyId, CancellationToken cancellationToken) =>
        _splits.SplitAsync(storyId, cancellationToken);

    /// <inheritdoc/>
    public Task RejoinAsync(ClusterSplit split, CancellationToken cancellationToken) => _splits.RejoinAsync(split, cancellationToken);

    /// <inheritdoc/>
    public Task<ClusterSplit?> FindSplitAsync(long storyId, CancellationToken cancellationToken) =>
        _splits.FindSplitAsync(storyId, cancellationToken);
}
