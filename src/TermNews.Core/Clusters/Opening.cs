namespace TermNews.Core.Clusters;

/// <summary>The words with which a story begins, those of its title and those of its lead, as numbers that only one run knows.</summary>
internal sealed class Opening
{
    /// <summary>A lead that adds fewer words to the title says too little.</summary>
    private const int FewestWords = 6;

    /// <summary>Its sets one after the other, each in ascending order.</summary>
    private readonly ArraySegment<int> _sets;
    private readonly int _titleFrom, _figuresFrom, _namesFrom, _subjectsFrom, _marksFrom;

    /// <summary>How much its words tell; not a number where it has to be worked out, which several threads may do.</summary>
    private double _weight = double.NaN;

    private Opening(ReadOnlySpan<int> words, ReadOnlySpan<int> title, OpeningWords lead, Slab<int> slab)
    {
        ReadOnlySpan<int> figures = SortedSet.Of(lead.Figures), names = SortedSet.Of(lead.Names), subjects = Shared(SortedSet.Of(lead.Capitals), title);
        ReadOnlySpan<int> marks = lead.Marks();
        _titleFrom = words.Length;
        _figuresFrom = _titleFrom + title.Length;
        _namesFrom = _figuresFrom + figures.Length;
        _subjectsFrom = _namesFrom + names.Length;
        _marksFrom = _subjectsFrom + subjects.Length;
        _sets = slab.Take(_marksFrom + marks.Length);
        words.CopyTo(_sets);
        title.CopyTo(_sets[_titleFrom..]);
        figures.CopyTo(_sets[_figuresFrom..]);
        names.CopyTo(_sets[_namesFrom..]);
        subjects.CopyTo(_sets[_subjectsFrom..]);
        marks.CopyTo(_sets[_marksFrom..]);
    }

    /// <summary>Its words, title and lead together, each once and in ascending order.</summary>
    public ReadOnlySpan<int> Words => _sets.AsSpan(0, _titleFrom);

    /// <summary>Stand for a few runs of words of the lead, chosen so that two copies of a text choose the same.</summary>
    public ReadOnlySpan<int> Marks => _sets.AsSpan(_marksFrom);

    private ReadOnlySpan<int> Title => _sets.AsSpan(_titleFrom.._figuresFrom);

    private ReadOnlySpan<int> Figures => _sets.AsSpan(_figuresFrom.._namesFrom);

    private ReadOnlySpan<int> Names => _sets.AsSpan(_namesFrom.._subjectsFrom);

    /// <summary>What title and lead both name.</summary>
    private ReadOnlySpan<int> Subjects => _sets.AsSpan(_subjectsFrom.._marksFrom);

    /// <summary>Takes over what was read; null where the lead says nothing that the title does not.</summary>
    /// <param name="title">What was read of the title.</param>
    /// <param name="lead">What was read of the lead.</param>
    /// <param name="slab">Where it is kept.</param>
    public static Opening? Of(OpeningWords title, OpeningWords lead, Slab<int> slab)
    {
        ReadOnlySpan<int> own = SortedSet.Of(title.Words), told = SortedSet.Of(lead.Words);
        var words = SortedSet.Union(own, told, stackalloc int[own.Length + told.Length]);
        return words.Length - own.Length < FewestWords ? null : new Opening(words, own, lead, slab);
    }

    /// <summary>How much of what two stories say beyond the words that both titles have is the same, by how much words tell: 0 to 1.</summary>
    public double AgreementWith(Opening other, OpeningCounts counts)
    {
        var (shared, inTitles) = (0.0, 0.0);
        ReadOnlySpan<int> words = Words, others = other.Words;
        for (int at = 0, there = 0; at < words.Length && there < others.Length;)
        {
            var (left, right) = (words[at], others[there]);
            if (left == right)
                (IsInTitles(other, left) ? ref inTitles : ref shared) += counts.WeightOf(left);
            at += left <= right ? 1 : 0;
            there += right <= left ? 1 : 0;
        }
        return shared == 0 ? 0 : shared / (Math.Min(WeightBy(counts), other.WeightBy(counts)) - inTitles);
    }

    /// <summary>How far the numbers of two leads tell against one event: 0 for not, 1 where each has some that the other has not, 2 where they are most.</summary>
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
    /// Whether each of two stories is about somebody or something else: its title and its lead name what the other does not, or the leads name nothing
    /// that is the same, beyond what both titles name, and give no number that is the same.
    /// </summary>
    public bool HasOtherNames(Opening other) =>
        (CountMissing(Subjects, other.Words) > 0 && CountMissing(other.Subjects, Words) > 0)
        || (NamesOthersOnly(other) && other.NamesOthersOnly(this) && !Shares(Figures, other));

    /// <summary>Whether the lead names something beyond what both titles name, and nothing of that is in the other story.</summary>
    private bool NamesOthersOnly(Opening other)
    {
        var inTitles = 0;
        foreach (var name in Names)
            inTitles += IsInTitles(other, name) ? 1 : 0;
        return inTitles < Names.Length && !Shares(Names, other);
    }

    /// <summary>Whether some of the words are in the other story, beyond what both titles have.</summary>
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
            weight += counts.WeightOf(word);
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

    /// <summary>Those of some words that are in a set, in their order and place.</summary>
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
