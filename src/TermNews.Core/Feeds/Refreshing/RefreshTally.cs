namespace TermNews.Core.Feeds.Refreshing;

/// <summary>The running counts of a refresh. Not thread-safe: one thread uses it at a time.</summary>
/// <param name="total">Feeds to visit.</param>
/// <param name="progress">Reported to after each visit; null for none.</param>
internal sealed class RefreshTally(int total, IProgress<RefreshProgress>? progress)
{
    private readonly List<RefreshError> _errors = [];
    private RefreshSummary _sum = new();

    /// <summary>Counts a visit whose result is stored.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="newStories">The number of its new stories.</param>
    public void Add(FeedVisit visit, int newStories)
    {
        if (visit.Error is { } error)
            _errors.Add(error);
        _sum = _sum with
        {
            Feeds = _sum.Feeds + 1,
            Unchanged = _sum.Unchanged + (visit.Update is not null && !visit.HasContent ? 1 : 0),
            Updated = _sum.Updated + (visit.HasContent ? 1 : 0),
            Failed = _errors.Count,
            NewStories = _sum.NewStories + newStories,
            Bytes = _sum.Bytes + visit.WireBytes,
        };
        progress?.Report(new RefreshProgress(_sum.Feeds, total, _sum.NewStories, visit.Feed.Title, visit.Error));
    }

    /// <summary>Counts new stories of a visit that still goes on.</summary>
    public void AddStories(int newStories) => _sum = _sum with { NewStories = _sum.NewStories + newStories };

    /// <summary>The summary.</summary>
    public RefreshSummary Summary(TimeSpan elapsed) => _sum with { Elapsed = elapsed, Errors = _errors };
}
