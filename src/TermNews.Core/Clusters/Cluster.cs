namespace TermNews.Core.Clusters;

/// <summary>Stories that report the same news, and the middle of their headlines.</summary>
internal sealed class Cluster(long id)
{
    private readonly Dictionary<long, double> _sums = [];
    private readonly HashSet<long> _feeds = [];
    private readonly List<(long Story, long Feed, Headline Headline)> _members = [];

    /// <summary>The lowest id of its stories.</summary>
    public long Id { get; private set; } = id;

    /// <summary>Its stories.</summary>
    public IEnumerable<long> Stories => _members.Select(member => member.Story);

    /// <summary>How many stories it has.</summary>
    public int Size => _members.Count;

    /// <summary>When the last of its stories came, in Unix seconds.</summary>
    public long LastAt { get; private set; } = long.MinValue;

    /// <summary>The language that its stories say; null where none does.</summary>
    public string? Language { get; private set; }

    /// <summary>The script of its first headline.</summary>
    public int Script => _members[0].Headline.Script;

    /// <summary>Whether a feed has a story in it.</summary>
    public bool HasFeed(long feedId) => _feeds.Contains(feedId);

    /// <summary>
    /// Whether one of its headlines is that of another issue of the same series: equal but for the numbers, or, in the same feed, but for a
    /// single word ("Weather for Tuesday").
    /// </summary>
    public bool HasOtherIssueOf(long feedId, Headline headline) => _members.Exists(member =>
        (headline.Numbers.Length > 0 && member.Headline.Series == headline.Series && member.Headline.Numbers != headline.Numbers)
        || (member.Feed == feedId && member.Headline.DiffersInOneTermFrom(headline)));

    /// <summary>Takes a story in.</summary>
    public void Add(ClusterItem item, Headline headline)
    {
        _members.Add((item.Id, item.FeedId, headline));
        _feeds.Add(item.FeedId);
        Id = Math.Min(Id, item.Id);
        LastAt = Math.Max(LastAt, item.At);
        Language ??= LanguageOf(item);
        foreach (var (feature, weight) in headline.Features)
            _sums[feature] = _sums.GetValueOrDefault(feature) + weight;
    }

    /// <summary>Takes all stories of another cluster in.</summary>
    public void Add(Cluster other)
    {
        _members.AddRange(other._members);
        _feeds.UnionWith(other._feeds);
        Id = Math.Min(Id, other.Id);
        LastAt = Math.Max(LastAt, other.LastAt);
        Language ??= other.Language;
        foreach (var (feature, weight) in other._sums)
            _sums[feature] = _sums.GetValueOrDefault(feature) + weight;
    }

    /// <summary>How near a headline is to the middle of the cluster's, 0 to 1, and how many words they share.</summary>
    public (double Nearness, int Words) NearnessTo(IReadOnlyDictionary<long, double> features, double length, Func<long, double> weightOf)
    {
        var (product, words) = (0.0, 0);
        foreach (var (feature, weight) in features)
        {
            if (!_sums.TryGetValue(feature, out var sum))
                continue;
            var tells = weightOf(feature);
            product += weight * tells * sum / Size * tells;
            words += feature is >= 0 and <= uint.MaxValue ? 1 : 0;
        }
        return words == 0 ? (0, 0) : (product / (length * LengthOf(_sums, Size, weightOf)), words);
    }

    /// <summary>How near the middles of two clusters are, 0 to 1.</summary>
    public double NearnessTo(Cluster other, Func<long, double> weightOf)
    {
        var middle = other._sums.ToDictionary(sum => sum.Key, sum => sum.Value / other.Size);
        return NearnessTo(middle, LengthOf(other._sums, other.Size, weightOf), weightOf).Nearness;
    }

    /// <summary>The length of a sum of features as a vector.</summary>
    public static double LengthOf(IReadOnlyDictionary<long, double> sums, int size, Func<long, double> weightOf)
    {
        var squares = 0.0;
        foreach (var (feature, sum) in sums)
        {
            var part = sum / size * weightOf(feature);
            squares += part * part;
        }
        return Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    /// <summary>The first part of a language tag, in small letters; null where there is none.</summary>
    public static string? LanguageOf(ClusterItem item) =>
        item.Language is { Length: > 1 } tag ? tag.Split('-', '_')[0].ToLowerInvariant() : null;
}
