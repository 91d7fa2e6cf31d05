namespace TermNews.Core.Storage.Writing;

/// <summary>
/// Recognizes known stories whose feed changed their GUIDs or moved to another host. An entry matches a known story if titles and link
/// paths are equal and the times near, or titles and times are equal; if the old GUID is gone from the feed; and if the match is unique.
/// Any other entry is new: a duplicate does less harm than a hidden story.
/// </summary>
internal sealed class RenamedEntries
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(12);

    private readonly Dictionary<string, KnownEntryRow> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    /// <summary>Matches the known stories of a feed with its current entries.</summary>
    public RenamedEntries(IReadOnlyList<KnownEntryRow> known, IReadOnlyList<IncomingStory> entries)
    {
        if (known.Count == 0)
            return;
        var present = entries.Select(entry => entry.EntryGuid).ToHashSet(StringComparer.Ordinal);
        foreach (var story in known.Where(story => !present.Contains(story.EntryGuid)))
        {
            foreach (var mark in Marks(story.Title, story.Link, story.PublishedAt))
            {
                if (!_known.TryAdd(mark, story))
                    _ambiguous.Add(mark);
            }
        }
        if (_known.Count == 0)
            return;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var mark in entries.SelectMany(MarksOf).Where(mark => !seen.Add(mark)))
            _ambiguous.Add(mark);
    }

    /// <summary>The known story that an unknown entry is; null if the entry is new. Each story is given once.</summary>
    public long? Take(IncomingStory entry)
    {
        if (_known.Count == 0)
            return null;
        foreach (var mark in MarksOf(entry))
        {
            if (_ambiguous.Contains(mark) || !_known.TryGetValue(mark, out var story) || !IsNear(story.PublishedAt, entry.PublishedAt))
                continue;
            foreach (var other in Marks(story.Title, story.Link, story.PublishedAt))
                _known.Remove(other);
            return story.Id;
        }
        return null;
    }

    private static bool IsNear(long? known, DateTimeOffset? now) =>
        known is not { } before || now is not { } after || Math.Abs(after.ToUnixTimeSeconds() - before) <= Near.TotalSeconds;

    private static IEnumerable<string> MarksOf(IncomingStory entry) =>
        Marks(entry.Title, entry.Link, entry.PublishedAt?.ToUnixTimeSeconds());

    private static IEnumerable<string> Marks(string? title, string? link, long? publishedAt)
    {
        if (string.IsNullOrEmpty(title))
            yield break;
        if (Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.PathAndQuery.Length > 1)
            yield return $"link\n{uri.PathAndQuery.TrimEnd('/')}\n{title}";
        if (publishedAt is { } at)
            yield return $"time\n{at}\n{title}";
    }
}

/// <summary>The columns of a known story that entries are matched by.</summary>
internal sealed class KnownEntryRow
{
    public required long Id { get; init; }
    public required string EntryGuid { get; init; }
    public string? Title { get; init; }
    public string? Link { get; init; }
    public long? PublishedAt { get; init; }
}
