using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>
/// The front door of this room: lists of stories with scores and reasons, for commands and view models alike. Everything else here is its
/// implementation, a reader for each purpose. Instances may be used by several threads at once. All methods throw
/// <see cref="NewsException"/> if the database cannot be read.
/// </summary>
public sealed class StoryLists
{
    private readonly RowDetails _details;
    private readonly ListReader _pages;
    private readonly WhyReader _why;
    private readonly RelatedReader _related;

    /// <param name="stories">The stories.</param>
    /// <param name="clock">The time and its zone.</param>
    /// <param name="rules">The reader's rules for Must-Read.</param>
    /// <param name="settings">Weights, half-lives and windows; null: the defaults.</param>
    /// <param name="mutes">The mutes, to name them in the reasons of muted stories; null: they are not named.</param>
    /// <param name="learnt">The learnt interests; null: nothing is learnt.</param>
    public StoryLists(
        IStoryRepository stories, TimeProvider clock, MustReadRules rules, RankingSettings? settings = null,
        IMuteRepository? mutes = null, LearntInterests? learnt = null)
    {
        var evidence = new EvidenceReader(stories, rules, learnt);
        var ranker = new ListRanker(stories, evidence, rules, settings ?? RankingSettings.Default);
        var rankings = new RankingCache(stories, clock, ranker);
        _details = new RowDetails(stories, clock, mutes);
        _pages = new ListReader(stories, clock, rankings, _details);
        _why = new WhyReader(stories, clock, evidence, ranker, rankings, _details);
        _related = new RelatedReader(stories);
    }

    /// <summary>A page of a list.</summary>
    /// <param name="query">The list and its filters.</param>
    /// <param name="after">The end of the page before; null: the first page.</param>
    /// <param name="size">Rows at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<RankedPage> PageAsync(StoryQuery query, StoryCursor? after, int size, CancellationToken cancellationToken) =>
        _pages.PageAsync(query, after, size, cancellationToken);

    /// <summary>
    /// The number of stories that a query matches (<see cref="IStoryReader.CountAsync"/>), cached until something is written.
    /// </summary>
    public Task<int> CountAsync(StoryQuery query, CancellationToken cancellationToken) => _pages.CountAsync(query, cancellationToken);

    /// <summary>The stories that a search finds, best match first, at most <paramref name="limit"/>.</summary>
    public Task<IReadOnlyList<RankedStory>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        _pages.SearchAsync(search, query, limit, cancellationToken);

    /// <summary>
    /// "You may also like": stories with similar text, then stories of the same categories, at most <paramref name="limit"/>.
    /// </summary>
    public Task<IReadOnlyList<RankedStory>> RelatedAsync(long storyId, int limit, CancellationToken cancellationToken) =>
        _related.RelatedAsync(storyId, limit, cancellationToken);

    /// <summary>The same rows; those of clusters have the names of their sources.</summary>
    public Task<IReadOnlyList<RankedStory>> WithSourcesAsync(IReadOnlyList<RankedStory> rows, CancellationToken cancellationToken) =>
        _details.WithSourcesAsync(rows, cancellationToken);

    /// <summary>All evidence for a story; null if there is no such story.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="withRanks">With its places in the ranked lists, for which these are ranked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoryWhy?> WhyAsync(long storyId, bool withRanks, CancellationToken cancellationToken) =>
        _why.WhyAsync(storyId, withRanks, cancellationToken);
}
