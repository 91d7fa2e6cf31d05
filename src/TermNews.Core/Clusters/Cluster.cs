using System.Runtime.InteropServices;

namespace TermNews.Core.Clusters;

/// <summary>Stories that report the same news, and the middle of their headlines.</summary>
internal sealed class Cluster(long id)
{
    /// <summary>A word tells something where fewer than one in fifteen headlines have it.</summary>
    private const double LeastRarity = 2.7;

    /// <summary>What it adds that two words follow each other in both.</summary>
    private const double RarityOfOrder = 1;

    private Report? _first;

    /// <summary>The features of the first headline, at hand without a look at the story: most clusters are of one, and far apart in memory.</summary>
    private ArraySegment<long> _features = [];

    /// <summary>The cluster that took in its stories; null where none did.</summary>
    private Cluster? _into;

    /// <summary>All of its stories; null while there is only the first, as with most clusters.</summary>
    private List<Report>? _members;

    /// <summary>Stories that the reader took one of its own away from; null for none.</summary>
    private HashSet<long>? _apart;

    /// <summary>How many headlines have each feature; null for a single story, whose headline tells.</summary>
    private Dictionary<long, int>? _counts;

    /// <summary>The length of the middle as a vector; not a number where it has to be worked out, which several threads may do.</summary>
    private double _length = double.NaN;

    /// <summary>A bit for each word of its headlines: a word whose bit is missing is in none of them.</summary>
    private ulong _mark;

    /// <summary>The length of its first headline as a vector, where it is known.</summary>
    public double LengthOfFirst
    {
        init => _length = value;
    }

    /// <summary>The lowest id of its stories.</summary>
    public long Id { get; private set; } = id;

    /// <summary>The cluster that its stories are in now: itself until another takes them in.</summary>
    public Cluster Whole
    {
        get
        {
            var whole = this;
            while (whole._into is { } into)
                whole = into;
            return whole;
        }
    }

    /// <summary>Its stories.</summary>
    public ReadOnlySpan<Report> Stories => _members is not null ? CollectionsMarshal.AsSpan(_members) : _first is not null ? new ReadOnlySpan<Report>(ref _first) : [];

    /// <summary>How many stories it has.</summary>
    public int Size => _members?.Count ?? (_first is null ? 0 : 1);

    /// <summary>When the first of its stories came, in Unix seconds.</summary>
    public long FirstAt { get; private set; } = long.MaxValue;

    /// <summary>When the last of its stories came, in Unix seconds.</summary>
    public long LastAt { get; private set; } = long.MinValue;

    /// <summary>The language that its stories say; null where none does.</summary>
    public string? Language { get; private set; }

    /// <summary>The script of its first headline.</summary>
    public int Script { get; private set; }

    /// <summary>Whether a feed has a story in it.</summary>
    public bool HasFeed(long feedId)
    {
        foreach (var member in Stories)
        {
            if (member.FeedId == feedId)
                return true;
        }
        return false;
    }

    /// <summary>
    /// Whether one of its headlines is that of another issue of the same series: equal but for the numbers, or, in the same feed, but for a
    /// single word ("Weather for Tuesday"), of the same column, or numbered otherwise ("Part 2").
    /// </summary>
    public bool HasOtherIssueOf(Report report)
    {
        var headline = report.Headline;
        foreach (var member in Stories)
        {
            if ((headline.Numbers != 0 && member.Headline.Series == headline.Series && member.Headline.Numbers != headline.Numbers)
                || (member.FeedId == report.FeedId && member.Headline.IsOtherIssueThan(headline)))
                return true;
        }
        return false;
    }

    /// <summary>Its stories of which more is known than their headlines, the last ones first.</summary>
    public LastOpenings Openings => new(Stories);

    /// <summary>Whether the reader took a story of one of them out of the other.</summary>
    public bool IsApartFrom(Cluster other) => IsApartFromAny(other.Stories) || other.IsApartFromAny(Stories);

    /// <summary>Takes a story in.</summary>
    public void Add(Report report)
    {
        report.Cluster = this;
        if (_first is null)
        {
            (_first, _features, Script) = (report, report.Headline.Features, report.Headline.Script);
        }
        else
        {
            (_members ??= [_first]).Add(report);
            _length = double.NaN;
        }
        _mark |= report.Headline.Mark;
        Id = Math.Min(Id, report.Id);
        FirstAt = Math.Min(FirstAt, report.At);
        LastAt = Math.Max(LastAt, report.At);
        Language ??= report.Language;
        if (report.ApartFrom.Count > 0)
            (_apart ??= []).UnionWith(report.ApartFrom);
        if (_counts is not null)
            Count(report.Headline);
        else if (Size > 1)
            CountAll();
    }

    /// <summary>Takes all stories of another cluster in.</summary>
    public void Add(Cluster other)
    {
        other._into = this;
        (_members ??= [.. Stories]).AddRange(other.Stories);
        _mark |= other._mark;
        Id = Math.Min(Id, other.Id);
        FirstAt = Math.Min(FirstAt, other.FirstAt);
        LastAt = Math.Max(LastAt, other.LastAt);
        Language ??= other.Language;
        if (other._apart is not null)
            (_apart ??= []).UnionWith(other._apart);
        CountAll();
    }

    /// <summary>How near a headline is to the middle of the cluster's, and what they share.</summary>
    public Likeness LikenessTo(WeighedHeadline headline, TermCounts counts)
    {
        var (product, words, rarity, shared) = (0.0, 0.0, 0.0, 0UL);
        for (var at = 0; at < headline.Words.Length; at++)
        {
            ref readonly var word = ref headline.Words[at];
            if ((word.Mark & _mark) == 0 || ShareOf((uint)word.Word) is not (> 0 and var share))
                continue;
            shared |= 1UL << at;
            product += share * word.Square;
            var rare = _counts is null ? word.RarityOutsideOne : counts.RarityOutside(word.Headlines, share * Size, Size);
            var counted = Headline.WordsIn(word.Word);
            words += rare >= LeastRarity ? counted : 0;
            rarity += share * rare * counted;
        }
        foreach (ref readonly var pair in headline.Pairs)
        {
            if ((pair.Words & ~shared) != 0 || ShareOf(pair.Feature) is not (> 0 and var share))
                continue;
            product += share * pair.Square;
            rarity += share * RarityOfOrder;
        }
        return new Likeness(product == 0 ? 0 : product / (headline.Length * LengthBy(counts)), words, rarity);
    }

    /// <summary>How near the middles of two clusters are, 0 to 1.</summary>
    public double NearnessTo(Cluster other, TermCounts counts)
    {
        var product = 0.0;
        foreach (var feature in other.Features)
        {
            if (ShareOf(feature) is not (> 0 and var share))
                continue;
            var weight = Headline.WeightOf(feature) * counts.WeightOfFeature(feature);
            product += weight * weight * share * other.ShareOf(feature);
        }
        return product / (LengthBy(counts) * other.LengthBy(counts));
    }

    private bool IsApartFromAny(ReadOnlySpan<Report> stories)
    {
        foreach (var story in _apart is null ? [] : stories)
        {
            if (_apart!.Contains(story.Id))
                return true;
        }
        return false;
    }

    private IEnumerable<long> Features => _counts is null ? _features : _counts.Keys;

    /// <summary>The share of the headlines that have a feature.</summary>
    private double ShareOf(long feature) => _counts is null
        ? _features.AsSpan().Contains(feature) ? 1 : 0
        : (double)_counts.GetValueOrDefault(feature) / Size;

    private double LengthBy(TermCounts counts)
    {
        if (!double.IsNaN(_length))
            return _length;
        var squares = 0.0;
        foreach (var feature in Features)
        {
            var part = Headline.WeightOf(feature) * ShareOf(feature) * counts.WeightOfFeature(feature);
            squares += part * part;
        }
        return _length = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    private void CountAll()
    {
        _counts = new Dictionary<long, int>(capacity: 2 * _features.Count);
        _length = double.NaN;
        foreach (var story in Stories)
            Count(story.Headline);
    }

    private void Count(Headline headline)
    {
        foreach (var feature in headline.Features)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts!, feature, out _)++;
    }
}
