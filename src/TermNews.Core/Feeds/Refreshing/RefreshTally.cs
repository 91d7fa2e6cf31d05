using TermNews.Core.Stories;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Counts what a refresh brings; used by one thread at a time.</summary>
/// <param name="total">Feeds to visit.</param>
/// <param name="progress">Told after each visit, or null.</param>
internal sealed class RefreshTally(int total, IProgress<RefreshProgress>? progress)
{
    private readonly List<RefreshError> _errors = [];
    private RefreshSummary _sum = new();

    /// <summary>Counts a visit whose outcome is stored.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="newStories">How many of its stories were new.</param>
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

    /// <summary>Counts new stories of a visit that is not over.</summary>
    public void AddStories(int newStories) => _sum = _sum with { NewStories = _sum.NewStories + newStories };

    /// <summary>The sum.</summary>
    public RefreshSummary Summary(TimeSpan elapsed) => _sum with { Elapsed = elapsed, Errors = _errors };
}
