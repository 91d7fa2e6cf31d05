namespace TermNews.Core.Clusters;

/// <summary>Title and lead of a story as sets of hashed words. The hashes are not stored, so they may change between versions.</summary>
internal sealed class Opening
{
    /// <summary>
    /// Least number of words in a useful lead that the title lacks. In the tests 0 to 6 give the same pairs; 8 joins two wrong ones, 10
    /// joins 23, as more leads are silent.
    /// </summary>
    private const int FewestWords = 6;

    /// <summary>All sets one after the other, each ascending.</summary>
    private readonly ArraySegment<int> _sets;
    private readonly int _titleFrom, _figuresFrom, _namesFrom, _subjectsFrom, _shinglesFrom;

    /// <summary>Sum of the IDF of its words; NaN until computed. Threads may compute it at the same time, with the same result.</summary>
    private double _weight = double.NaN;

    private Opening(ReadOnlySpan<int> words, ReadOnlySpan<int> title, OpeningWords lead, Slab<int> slab)
    {
        ReadOnlySpan<int> figures = SortedSet.Of(lead.Figures), names = SortedSet.Of(lead.Names);
        ReadOnlySpan<int> subjects = Shared(SortedSet.Of(lead.Capitals), title), shingles = lead.Shingles();
        _titleFrom = words.Length;
        _figuresFrom = _titleFrom + title.Length;
        _namesFrom = _figuresFrom + figures.Length;
        _subjectsFrom = _namesFrom + names.Length;
        _shinglesFrom = _subjectsFrom + subjects.Length;
        _sets = slab.Take(_shinglesFrom + shingles.Length);
        words.CopyTo(_sets);
        title.CopyTo(_sets[_titleFrom..]);
        figures.CopyTo(_sets[_figuresFrom..]);
        names.CopyTo(_sets[_namesFrom..]);
        subjects.CopyTo(_sets[_subjectsFrom..]);
        shingles.CopyTo(_sets[_shinglesFrom..]);
    }

    /// <summary>Distinct words of title and lead, ascending.</summary>
    public ReadOnlySpan<int> Words => _sets.AsSpan(0, _titleFrom);

    /// <summary>Least hashes of the shingles of the lead (min-wise sampling): near copies of a text share most of them.</summary>
    public ReadOnlySpan<int> Shingles => _sets.AsSpan(_shinglesFrom);

    private ReadOnlySpan<int> Title => _sets.AsSpan(_titleFrom.._figuresFrom);

    private ReadOnlySpan<int> Figures => _sets.AsSpan(_figuresFrom.._namesFrom);

    private ReadOnlySpan<int> Names => _sets.AsSpan(_namesFrom.._subjectsFrom);

    /// <summary>Capitalised words of the lead that are in the title too.</summary>
    private ReadOnlySpan<int> Subjects => _sets.AsSpan(_subjectsFrom.._shinglesFrom);

    /// <summary>Makes an opening; null if the lead adds too little to the title.</summary>
    /// <param name="title">Words of the title.</param>
    /// <param name="lead">Words of the lead.</param>
    /// <param name="slab">Memory for the sets.</param>
    public static Opening? Of(OpeningWords title, OpeningWords lead, Slab<int> slab)
    {
        ReadOnlySpan<int> own = SortedSet.Of(title.Words), told = SortedSet.Of(lead.Words);
        var words = SortedSet.Union(own, told, stackalloc int[own.Length + told.Length]);
        return words.Length - own.Length < FewestWords ? null : new Opening(words, own, lead, slab);
    }

    /// <summary>
    /// IDF-weighted overlap coefficient of two openings, 0 to 1: the shared words over those of the smaller opening, without the words of
    /// both titles.
    /// </summary>
    public double AgreementWith(Opening other, OpeningCounts counts)
    {
        var (shared, inTitles) = (0.0, 0.0);
        ReadOnlySpan<int> words = Words, others = other.Words;
        for (int at = 0, there = 0; at < words.Length && there < others.Length;)
        {
            var (left, right) = (words[at], others[there]);
            if (left == right)
                (IsInTitles(other, left) ? ref inTitles : ref shared) += counts.IdfOf(left);
            at += left <= right ? 1 : 0;
            there += right <= left ? 1 : 0;
        }
        return shared == 0 ? 0 : shared / (Math.Min(WeightBy(counts), other.WeightBy(counts)) - inTitles);
    }

    /// <summary>
    /// Contradiction of the figures of two leads: 0 for none, 1 if each has figures that the other lacks, 2 if those are the majority.
    /// </summary>
    public int OtherFiguresIn(Opening other)
    {
        var least = Math.Min(CountMissing(Figures, other.Words), CountMissing(other.Figures, Words));
        if (least == 0)
            return 0;
        var shared = 0;
        foreach (var figure in Figures)
            shared += Has(other.Figures, figure) && !IsInTitles(other, figure) ? 1 : 0;
        return least > 1 && least > 2 * shared ? 2 : 1;
    }

    /// <summary>
    /// Whether the subjects differ: each story has a subject that the other lacks, or the leads share neither a name nor a figure beyond
    /// the titles.
    /// </summary>
    public bool HasOtherNames(Opening other) =>
        (CountMissing(Subjects, other.Words) > 0 && CountMissing(other.Subjects, Words) > 0)
        || (NamesOthersOnly(other) && other.NamesOthersOnly(this) && !Shares(Figures, other));

    /// <summary>Whether the lead has names beyond those of both titles, and none of them is in the other opening.</summary>
    private bool NamesOthersOnly(Opening other)
    {
        var inTitles = 0;
        foreach (var name in Names)
            inTitles += IsInTitles(other, name) ? 1 : 0;
        return inTitles < Names.Length && !Shares(Names, other);
    }

    /// <summary>Whether one of the words is in the other opening, without the words of both titles.</summary>
    private bool Shares(ReadOnlySpan<int> words, Opening other)
    {
        foreach (var word in words)
        {
            if (Has(other.Words, word) && !IsInTitles(other, word))
                return true;
        }
        return false;
    }

    private double WeightBy(OpeningCounts counts)
    {
        if (!double.IsNaN(_weight))
            return _weight;
        var weight = 0.0;
        foreach (var word in Words)
            weight += counts.IdfOf(word);
        return _weight = weight;
    }

    private bool IsInTitles(Opening other, int word) => Has(Title, word) && Has(other.Title, word);

    private static bool Has(ReadOnlySpan<int> set, int word) => set.BinarySearch(word) >= 0;

    private static int CountMissing(ReadOnlySpan<int> words, ReadOnlySpan<int> set)
    {
        var missing = 0;
        foreach (var word in words)
            missing += Has(set, word) ? 0 : 1;
        return missing;
    }

    /// <summary>Intersection of words and a set, written over the words.</summary>
    private static Span<int> Shared(Span<int> words, ReadOnlySpan<int> set)
    {
        var kept = 0;
        foreach (var word in words)
        {
            if (Has(set, word))
                words[kept++] = word;
        }
        return words[..kept];
    }
}
