using TermNews.Core.Stories;

namespace TermNews.Core.Storage.Writing;

/// <summary>
/// Finds the stories of a feed that came back under another identity: the feed changed its GUIDs, or moved to another host. An entry is
/// the known story where the titles and the paths of the links are the same and the times are near each other, or titles and times are the
/// same; where the old identity is gone from the feed; and where no other story and no other entry fit. In doubt an entry is new: news
/// must not be hidden.
/// </summary>
internal sealed class RenamedEntries
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(12);

    private readonly Dictionary<string, KnownEntryRow> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);

    /// <summary>Compares the stories that the database has of a feed with what the feed has now.</summary>
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

    /// <summary>The story that an entry of an unknown identity is; null where it is a new one. Each is given once.</summary>
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

    private static IEnumerable<string> MarksOf(IncomingStory entry) => Marks(entry.Title, entry.Link, entry.PublishedAt?.ToUnixTimeSeconds());

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

/// <summary>What a known story is recognized by.</summary>
internal sealed class KnownEntryRow
{
    public required long Id { get; init; }
    public required string EntryGuid { get; init; }
    public string? Title { get; init; }
    public string? Link { get; init; }
    public long? PublishedAt { get; init; }
}
