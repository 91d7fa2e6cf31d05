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

    /// <summary>Stands for what many stories of one feed have at the end of their leads.</summary>
    private const long Phrase = -1;

    private readonly OpeningCounts _counts = new();
    private readonly Dictionary<int, (long Story, long Feed)> _byMark = [];
    private readonly Dictionary<long, Opening> _openings = [];

    /// <summary>Reads and counts a story; null where its lead tells nothing.</summary>
    public Opening? Read(ClusterItem item)
    {
        var opening = Opening.Of(item.Title, item.Lead);
        if (opening is not null)
            _counts.Add(opening);
        return opening;
    }

    /// <summary>Keeps a story for its copies.</summary>
    public void Put(ClusterItem item, Opening opening)
    {
        _openings[item.Id] = opening;
        foreach (var mark in opening.Marks)
        {
            if (!_byMark.TryAdd(mark, (item.Id, item.FeedId)) && _byMark[mark].Feed == item.FeedId)
                _byMark[mark] = (Phrase, item.FeedId);
        }
    }

    /// <summary>The story of another feed whose text is the same but for a few words; null for none.</summary>
    public long? CopiedFrom(ClusterItem item, Opening opening)
    {
        foreach (var mark in opening.Marks)
        {
            if (_byMark.TryGetValue(mark, out var found) && found.Story != Phrase && found.Feed != item.FeedId
                && _openings[found.Story] is var other && opening.OtherFiguresIn(other) == 0 && opening.AgreementWith(other, _counts) >= Copy)
                return found.Story;
        }
        return null;
    }

    /// <summary>Compares a story with those of a cluster: that it agrees with one is enough.</summary>
    public Leads Compare(Opening? opening, Cluster cluster)
    {
        Leads? most = null;
        foreach (var other in opening is null ? [] : cluster.Openings)
        {
            if (Compare(opening!, other) is var leads && (most is null || leads > most))
                most = leads;
        }
        return most ?? Leads.Silent;
    }

    /// <summary>Compares two clusters.</summary>
    public Leads Compare(Cluster one, Cluster other) => one.Openings.Select(opening => Compare(opening, other)).DefaultIfEmpty(Leads.Silent).Max();

    private Leads Compare(Opening one, Opening other)
    {
        var (figures, names) = (one.OtherFiguresIn(other), one.HasOtherNames(other));
        if (figures + (names ? 1 : 0) > 1)
            return Leads.Differ;
        var agreement = one.AgreementWith(other, _counts) - (figures * OfFigures) - (names ? OfNames : 0);
        return agreement < Other ? Leads.Differ : agreement >= Same ? Leads.Agree : Leads.Silent;
    }
}
