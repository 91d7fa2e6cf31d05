namespace TermNews.Core.Clusters;

/// <summary>Evidence of two leads on whether their stories report the same news.</summary>
internal enum Leads
{
    /// <summary>The leads share next to nothing beyond the headlines, or contradict each other.</summary>
    Differ,

    /// <summary>One is missing, or the evidence is weak.</summary>
    Silent,

    /// <summary>The leads share rare words.</summary>
    Agree,
}

/// <summary>
/// Compares the leads of stories: weighted overlap of their words, with penalties for other names and figures, and near copies found by
/// shingles. Without leads the headlines decide alone. The figures of the thresholds are pairs of the tests' stories, see
/// <see cref="Clusterer"/>.
/// </summary>
internal sealed class LeadEvidence
{
    /// <summary>
    /// Least agreement, 0 to 1, of leads that agree. From 0.2 to 0.3 the pairs stay the same; 0.35 joins 92 % of the right ones, not 96 %.
    /// </summary>
    private const double Same = 0.3;

    /// <summary>
    /// Agreement, 0 to 1, below which leads differ. From 0.12 to 0.18 the pairs stay the same; 0.09 joins one wrong pair, 0.06 three, 0
    /// joins 88; 0.24 joins 92 % of the right ones.
    /// </summary>
    private const double Other = 0.12;

    /// <summary>
    /// Penalty if each lead has figures that the other lacks, twice if most figures differ. No labelled pair depends on it from 0 to 0.3.
    /// </summary>
    private const double OfFigures = 0.15;

    /// <summary>Penalty if the leads name different subjects. From 0.2 to 0.5 the pairs stay the same; 0.1 joins two wrong ones.</summary>
    private const double OfNames = 0.3;

    /// <summary>
    /// Least agreement, 0 to 1, of a near copy. From 0.3 to 0.8 the pairs stay the same; 0.9 joins 94 % of the right ones.
    /// </summary>
    private const double Copy = 0.7;

    private readonly OpeningCounts _counts = new();

    /// <summary>The first story with each shingle; null for a stock phrase of a feed.</summary>
    private readonly Dictionary<int, (Report? First, long Feed)> _byShingle = [];

    /// <summary>Adds the words of a story to the document frequencies.</summary>
    public void Count(Report report)
    {
        if (report.Opening is { } opening)
            _counts.Add(opening);
    }

    /// <summary>Reserves memory for the shingles of stories.</summary>
    public void Expect(IReadOnlyList<Report> reports) =>
        _byShingle.EnsureCapacity(_byShingle.Count + reports.Sum(report => report.Opening?.Shingles.Length ?? 0));

    /// <summary>
    /// Indexes a story by its shingles. A shingle of several stories of one feed is a stock phrase and no sign of a copy.
    /// </summary>
    public void Put(Report report)
    {
        foreach (var shingle in report.Opening is { } opening ? opening.Shingles : [])
        {
            if (!_byShingle.TryAdd(shingle, (report, report.FeedId)) && _byShingle[shingle].Feed == report.FeedId)
                _byShingle[shingle] = (null, report.FeedId);
        }
    }

    /// <summary>A story of another feed with the same text except for a few words; null for none.</summary>
    public Report? CopiedFrom(Report report)
    {
        if (report.Opening is not { } opening)
            return null;
        foreach (var shingle in opening.Shingles)
        {
            if (_byShingle.TryGetValue(shingle, out var found) && found.Feed != report.FeedId
                && found.First is { Opening: { } other } original
                && opening.OtherFiguresIn(other) == 0 && opening.AgreementWith(other, _counts) >= Copy)
                return original;
        }
        return null;
    }

    /// <summary>The strongest agreement of an opening with one of the cluster; null for no opening.</summary>
    public Leads Compare(Opening? opening, Cluster cluster)
    {
        if (opening is null)
            return Leads.Silent;
        Leads? most = null;
        foreach (var other in cluster.Openings)
        {
            most = Greater(most, Compare(opening, other));
            if (most == Leads.Agree)
                break;
        }
        return most ?? Leads.Silent;
    }

    /// <summary>The strongest agreement between openings of two clusters.</summary>
    public Leads Compare(Cluster one, Cluster other)
    {
        Leads? most = null;
        foreach (var opening in one.Openings)
            most = Greater(most, Compare(opening, other));
        return most ?? Leads.Silent;
    }

    private static Leads Greater(Leads? one, Leads other) => one is { } known && known > other ? known : other;

    private Leads Compare(Opening one, Opening other)
    {
        var agreement = one.AgreementWith(other, _counts);
        if (agreement < Other)
            return Leads.Differ;   // Figures and names only lower it.
        var (figures, names) = (one.OtherFiguresIn(other), one.HasOtherNames(other));
        if (figures + (names ? 1 : 0) > 1)
            return Leads.Differ;
        agreement = agreement - (figures * OfFigures) - (names ? OfNames : 0);
        return agreement < Other ? Leads.Differ : agreement >= Same ? Leads.Agree : Leads.Silent;
    }
}
