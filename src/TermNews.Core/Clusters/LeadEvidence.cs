namespace TermNews.Core.Clusters;

/// <summary>What the leads of two stories say about whether they report the same news.</summary>
internal enum Leads
{
    /// <summary>They have nothing in common but what the headlines have.</summary>
    Differ,

    /// <summary>At least one has none, or they do not tell.</summary>
    Silent,

    /// <summary>They share what few others have.</summary>
    Agree,
}

/// <summary>What is known from the leads of the stories that are looked at. Where there are none the headlines decide alone.</summary>
internal sealed class LeadEvidence
{
    /// <summary>From where on two leads agree.</summary>
    private const double Same = 0.3;

    /// <summary>Below it they differ.</summary>
    private const double Other = 0.12;

    /// <summary>What it takes off that each gives numbers that the other does not.</summary>
    private const double OfFigures = 0.15;

    /// <summary>What it takes off that they name nothing that is the same.</summary>
    private const double OfNames = 0.3;

    /// <summary>So much of it is the same in a copy of a text.</summary>
    private const double Copy = 0.7;

    private readonly OpeningCounts _counts = new();

    /// <summary>The first story with each mark; null where it is a phrase of its feed.</summary>
    private readonly Dictionary<int, (Report? First, long Feed)> _byMark = [];

    /// <summary>Counts the words of a story that is looked at.</summary>
    public void Count(Report report)
    {
        if (report.Opening is { } opening)
            _counts.Add(opening);
    }

    /// <summary>Makes room for stories, so that it need not grow with each few of them.</summary>
    public void Expect(IReadOnlyList<Report> reports) =>
        _byMark.EnsureCapacity(_byMark.Count + reports.Sum(report => report.Opening?.Marks.Length ?? 0));

    /// <summary>Keeps a story for its copies. What several stories of one feed have is no copy, but a phrase that it puts into many leads.</summary>
    public void Put(Report report)
    {
        foreach (var mark in report.Opening is { } opening ? opening.Marks : [])
        {
            if (!_byMark.TryAdd(mark, (report, report.FeedId)) && _byMark[mark].Feed == report.FeedId)
                _byMark[mark] = (null, report.FeedId);
        }
    }

    /// <summary>The story of another feed whose text is the same but for a few words; null for none.</summary>
    public Report? CopiedFrom(Report report)
    {
        if (report.Opening is not { } opening)
            return null;
        foreach (var mark in opening.Marks)
        {
            if (_byMark.TryGetValue(mark, out var found) && found.First is { Opening: { } other } original && found.Feed != report.FeedId
                && opening.OtherFiguresIn(other) == 0 && opening.AgreementWith(other, _counts) >= Copy)
                return original;
        }
        return null;
    }

    /// <summary>Compares a story with those of a cluster: that it agrees with one is enough.</summary>
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

    /// <summary>Compares two clusters.</summary>
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
            return Leads.Differ;   // Whatever figures and names say, as they only speak against.
        var (figures, names) = (one.OtherFiguresIn(other), one.HasOtherNames(other));
        if (figures + (names ? 1 : 0) > 1)
            return Leads.Differ;
        agreement = agreement - (figures * OfFigures) - (names ? OfNames : 0);
        return agreement < Other ? Leads.Differ : agreement >= Same ? Leads.Agree : Leads.Silent;
    }
}
