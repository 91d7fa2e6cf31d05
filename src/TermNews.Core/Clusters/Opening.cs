namespace TermNews.Core.Clusters;

/// <summary>The words with which a story begins, those of its title and those of its lead, as numbers that only one run knows.</summary>
internal sealed class Opening
{
    /// <summary>A lead that adds fewer words to the title says too little.</summary>
    private const int FewestWords = 6;

    private readonly int[] _words;
    private readonly int[] _title;

    private readonly int[] _figures;
    private readonly int[] _names;
    private readonly int[] _subjects;

    private Opening(int[] title, int[] words, OpeningWords lead) =>
        (_title, _words, _figures, _names, _subjects, Marks) =
            (title, words, Set(lead.Figures), Set(lead.Names), Set([.. lead.Capitals.Where(word => Has(title, word))]), lead.Marks());

    /// <summary>Its words, title and lead together, each once and in ascending order.</summary>
    public ReadOnlySpan<int> Words => _words;

    /// <summary>Stand for a few runs of words of the lead, chosen so that two copies of a text choose the same.</summary>
    public int[] Marks { get; }

    /// <summary>Reads a story; null where its lead says nothing that the title does not.</summary>
    public static Opening? Of(string? title, string? lead)
    {
        if (lead is null or "")
            return null;
        var ofTitle = new OpeningWords();
        ofTitle.Read(title);
        var ofLead = new OpeningWords();
        ofLead.Read(lead);
        int[] words = Set([.. ofTitle.Words, .. ofLead.Words]), own = Set(ofTitle.Words);
        return words.Length - own.Length < FewestWords ? null : new Opening(own, words, ofLead);
    }

    /// <summary>How much of what two stories say beyond the words that both titles have is the same, by how much words tell: 0 to 1.</summary>
    public double AgreementWith(Opening other, OpeningCounts counts)
    {
        var (shared, own, others) = (0.0, 0.0, 0.0);
        for (int at = 0, there = 0; at < _words.Length || there < other._words.Length;)
        {
            var left = at < _words.Length ? _words[at] : int.MaxValue;
            var right = there < other._words.Length ? other._words[there] : int.MaxValue;
            var word = Math.Min(left, right);
            at += left == word ? 1 : 0;
            there += right == word ? 1 : 0;
            if (left == right && IsInTitles(other, word))
                continue;
            var weight = counts.WeightOf(word);
            own += left == word ? weight : 0;
            others += right == word ? weight : 0;
            shared += left == right ? weight : 0;
        }
        return shared == 0 ? 0 : shared / Math.Min(own, others);
    }

    /// <summary>How far the numbers of two leads tell against one event: 0 for not, 1 where each has some that the other has not, 2 where they are most.</summary>
    public int OtherFiguresIn(Opening other)
    {
        var (own, others) = (_figures.Count(figure => !Has(other._words, figure)), other._figures.Count(figure => !Has(_words, figure)));
        var (least, shared) = (Math.Min(own, others), _figures.Count(figure => Has(other._figures, figure) && !IsInTitles(other, figure)));
        return least == 0 ? 0 : least > 1 && least > 2 * shared ? 2 : 1;
    }

    /// <summary>
    /// Whether each of two stories is about somebody or something else: its title and its lead name what the other does not, or the leads name nothing
    /// that is the same, beyond what both titles name, and give no number that is the same.
    /// </summary>
    public bool HasOtherNames(Opening other) =>
        (Array.Exists(_subjects, name => !Has(other._words, name)) && Array.Exists(other._subjects, name => !Has(_words, name)))
        || (NamesNot(other) && other.NamesNot(this) && !SharesFigures(other));

    /// <summary>Whether a number of the lead is in the other story, beyond what both titles give.</summary>
    private bool SharesFigures(Opening other) =>
        Array.Exists(_figures, figure => Has(other._words, figure) && !IsInTitles(other, figure));

    private bool NamesNot(Opening other)
    {
        var names = _names.Where(name => !IsInTitles(other, name)).ToArray();
        return names.Length > 0 && !Array.Exists(names, name => Has(other._words, name));
    }

    private bool IsInTitles(Opening other, int word) => Has(_title, word) && Has(other._title, word);

    private static bool Has(int[] set, int word) => Array.BinarySearch(set, word) >= 0;

    private static int[] Set(IReadOnlyList<int> words)
    {
        int[] set = [.. words];
        Array.Sort(set);
        var kept = 0;
        foreach (var word in set)
        {
            if (kept == 0 || set[kept - 1] != word)
                set[kept++] = word;
        }
        return set[..kept];
    }
}
