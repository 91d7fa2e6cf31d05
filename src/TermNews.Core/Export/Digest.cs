using TermNews.Core.Listing;
using TermNews.Core.Ranking;

namespace TermNews.Core.Export;

/// <summary>The front page as one document: its lists one after the other, each cluster once.</summary>
public sealed class Digest
{
    private const string TimeFormat = "d MMM yyyy HH:mm";

    private static readonly StoryList[] Plan =
        [.. ListCatalog.All.Where(static list => list.DigestPlace > 0).OrderBy(static list => list.DigestPlace)];

    /// <summary>The current time in the reader's time zone.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The earliest time of stories that are not pinned; null for no bound.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The sections that have stories.</summary>
    public required IReadOnlyList<DigestSection> Sections { get; init; }

    /// <summary>"TermNews, 14 Mar 2026 12:00 +01:00".</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"TermNews, {Now:d MMM yyyy HH:mm zzz}");

    /// <summary>The sentence below the title: its bound, or why it is empty; null if it needs none.</summary>
    public string? Note => (Since, Sections.Count) switch
    {
        (null, 0) => "There is no story yet; termnews feeds add URL subscribes to a feed, termnews refresh fetches.",
        ({ } since, 0) => $"There is nothing new since {TimeOf(since)}.",
        ({ } since, _) => $"Since {TimeOf(since)}.",
        _ => null,
    };

    /// <summary>Reads the front page.</summary>
    /// <param name="lists">The lists.</param>
    /// <param name="since">The earliest time of stories that are not pinned; null for no bound.</param>
    /// <param name="limit">Most rows of a section; null for the number of each list.</param>
    /// <param name="now">The current time in the reader's time zone.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<Digest> ReadAsync(
        StoryLists lists, DateTimeOffset? since, int? limit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // All lists in parallel; clusters of earlier sections are removed afterwards.
        var all = Plan.Sum(section => limit ?? section.DigestRows);
        Task<RankedPage> PageAsync(StoryList list) => Task.Run(
            () => lists.PageAsync(new StoryQuery { List = list, Since = since }, after: null, all, cancellationToken), cancellationToken);
        var pages = await Task.WhenAll(Plan.Select(PageAsync)).ConfigureAwait(false);
        var named = new HashSet<long>();
        List<DigestSection> sections = [];
        foreach (var (list, page) in Plan.Zip(pages))
        {
            List<RankedStory> rows = [.. page.Stories.Where(row => !named.Contains(row.Story.Cluster.Id)).Take(limit ?? list.DigestRows)];
            named.UnionWith(rows.Select(row => row.Story.Cluster.Id));
            if (rows.Count > 0)
                sections.Add(new DigestSection(list.Title, await lists.WithSourcesAsync(rows, cancellationToken).ConfigureAwait(false)));
        }
        return new Digest { Now = now, Since = since, Sections = sections };
    }

    /// <summary>A time in the format of the digest, in the reader's time zone.</summary>
    internal string TimeOf(DateTimeOffset at) => at.ToOffset(Now.Offset).ToString(TimeFormat, CultureInfo.InvariantCulture);
}

/// <summary>A section of a digest: one list.</summary>
/// <param name="Title">The title of the list.</param>
/// <param name="Rows">Its rows, at least one.</param>
public sealed record DigestSection(string Title, IReadOnlyList<RankedStory> Rows);
