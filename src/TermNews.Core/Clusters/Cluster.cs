namespace TermNews.Core.Clusters;

/// <summary>Stories that report the same news, with the centroid of their headlines.</summary>
/// <param name="id">Id of the first story.</param>
internal sealed class Cluster(long id)
{
    /// <summary>
    /// Least rarity of an informative word, as a negative natural logarithm: 2.7 is one headline in fifteen. On the UCI headlines 0 to 3
    /// move precision and recall by less than 0.001; with 3.5, 86 % of the right pairs of the tests' stories are joined, not 96 %.
    /// </summary>
    private const double LeastRarity = 2.7;

    /// <summary>
    /// Rarity that a shared bigram adds to that of its two words. On the UCI headlines 0 loses 0.001 of recall; 0.5 to 2 move precision and
    /// recall by less than 0.001.
    /// </summary>
    private const double RarityOfOrder = 1;

    private Report? _first;

    /// <summary>Features of the first headline, kept here to spare a cache miss: most clusters have a single story.</summary>
    private ArraySegment<long> _features = [];

    /// <summary>The cluster that this one was merged into; null if it stands on its own.</summary>
    private Cluster? _into;

    /// <summary>All stories; null while there is only the first.</summary>
    private List<Report>? _members;

    /// <summary>Ids of stories that the reader separated from stories of this cluster; null for none.</summary>
    private HashSet<long>? _apart;

    /// <summary>Number of headlines per feature; null for a single story.</summary>
    private Dictionary<long, int>? _counts;

    /// <summary>Norm of the centroid; NaN until computed. Threads may compute it at the same time, with the same result.</summary>
    private double _norm = double.NaN;

    /// <summary>Bloom filter over the words of all headlines: a word whose bit is missing is in none of them.</summary>
    private ulong _bloomBits;

    /// <summary>Norm of the first headline, if known.</summary>
    public double NormOfFirst
    {
        init => _norm = value;
    }

    /// <summary>Id of the cluster: the lowest id of its stories.</summary>
    public long Id { get; private set; } = id;

    /// <summary>The cluster that holds these stories now: this one, unless it was merged into another.</summary>
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

    /// <summary>The stories in the order of their arrival.</summary>
    public ReadOnlySpan<Report> Stories => _members is not null ? CollectionsMarshal.AsSpan(_members)
        : _first is not null ? new ReadOnlySpan<Report>(ref _first) : [];

    /// <summary>Number of stories.</summary>
    public int Size => _members?.Count ?? (_first is null ? 0 : 1);

    /// <summary>Date of the earliest story, in Unix seconds.</summary>
    public long FirstAt { get; private set; } = long.MaxValue;

    /// <summary>Date of the latest story, in Unix seconds.</summary>
    public long LastAt { get; private set; } = long.MinValue;

    /// <summary>Language of the first story that declares one, as in <see cref="Report.Language"/>; null if none does.</summary>
    public string? Language { get; private set; }

    /// <summary>Script of the first headline, as in <see cref="Headline.Script"/>.</summary>
    public int Script { get; private set; }

    /// <summary>Whether a story of this feed is in the cluster.</summary>
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
    /// Whether a headline of the cluster is another issue of the same series: equal except for numbers; or, within one feed, equal except
    /// for one word ("Weather for Tuesday"), of the same column, or with another number ("Part 2").
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

    /// <summary>The latest openings, newest first.</summary>
    public LastOpenings Openings => new(Stories);

    /// <summary>Whether the reader separated a story of one cluster from a story of the other.</summary>
    public bool IsApartFrom(Cluster other) => IsApartFromAny(other.Stories) || other.IsApartFromAny(Stories);

    /// <summary>Adds a story and updates the centroid.</summary>
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
            _norm = double.NaN;
        }
        _bloomBits |= report.Headline.BloomBits;
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

    /// <summary>Merges another cluster into this one.</summary>
    public void Add(Cluster other)
    {
        other._into = this;
        (_members ??= [.. Stories]).AddRange(other.Stories);
        _bloomBits |= other._bloomBits;
        Id = Math.Min(Id, other.Id);
        FirstAt = Math.Min(FirstAt, other.FirstAt);
        LastAt = Math.Max(LastAt, other.LastAt);
        Language ??= other.Language;
        if (other._apart is not null)
            (_apart ??= []).UnionWith(other._apart);
        CountAll();
    }

    /// <summary>Similarity of a headline to the centroid, and the shared words.</summary>
    public Likeness LikenessTo(WeighedHeadline headline, TermCounts counts)
    {
        var (product, words, rarity, shared) = (0.0, 0.0, 0.0, 0UL);
        for (var at = 0; at < headline.Words.Length; at++)
        {
            ref readonly var word = ref headline.Words[at];
            if ((word.BloomBit & _bloomBits) == 0 || ShareOf((uint)word.Word) is not (> 0 and var share))
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
        return new Likeness(product == 0 ? 0 : product / (headline.Norm * NormBy(counts)), words, rarity);
    }

    /// <summary>Cosine similarity of two centroids, 0 to 1.</summary>
    public double CosineTo(Cluster other, TermCounts counts)
    {
        var product = 0.0;
        foreach (var feature in other.Features)
        {
            if (ShareOf(feature) is not (> 0 and var share))
                continue;
            var weight = Headline.WeightOf(feature) * counts.IdfOfFeature(feature);
            product += weight * weight * share * other.ShareOf(feature);
        }
        return product / (NormBy(counts) * other.NormBy(counts));
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

    /// <summary>Share of the headlines with a feature, 0 to 1: the coordinate of the centroid before IDF.</summary>
    private double ShareOf(long feature) => _counts is null
        ? _features.AsSpan().Contains(feature) ? 1 : 0
        : (double)_counts.GetValueOrDefault(feature) / Size;

    private double NormBy(TermCounts counts)
    {
        if (!double.IsNaN(_norm))
            return _norm;
        var squares = 0.0;
        foreach (var feature in Features)
        {
            var part = Headline.WeightOf(feature) * ShareOf(feature) * counts.IdfOfFeature(feature);
            squares += part * part;
        }
        return _norm = Math.Max(Math.Sqrt(squares), double.Epsilon);
    }

    private void CountAll()
    {
        _counts = new Dictionary<long, int>(capacity: 2 * _features.Count);
        _norm = double.NaN;
        foreach (var story in Stories)
            Count(story.Headline);
    }

    private void Count(Headline headline)
    {
        foreach (var feature in headline.Features)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts!, feature, out _)++;
    }
}
