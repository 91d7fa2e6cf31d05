namespace TermNews.Core.Listing;

/// <summary>The evidence for a story in every ranked list.</summary>
/// <param name="Lists">The evidence by list, in the order of the catalog.</param>
/// <param name="Time">Its date, in words.</param>
public sealed record StoryWhy(IReadOnlyList<ListWhy> Lists, string Time)
{
    /// <summary>The mutes of the story and their end, in words; null if it is not muted.</summary>
    public string? Muted { get; init; }

    /// <summary>Lines for people: its mutes, all evidence, strongest first, each piece once, then its date.</summary>
    public IReadOnlyList<string> InWords() =>
    [
        .. MutedLines,
        .. Lists.SelectMany(static list => list.Pieces).OrderByDescending(static piece => piece.Points).Select(static piece => piece.Words)
            .Distinct(),
        Time,
    ];

    /// <summary>The same with numbers: for each list place, score and decay, then each piece with its points.</summary>
    public IReadOnlyList<string> InNumbers() => [.. MutedLines, .. Lists.SelectMany(list => list.InNumbers()), Time];

    private IEnumerable<string> MutedLines => Muted is null ? [] : [Muted];
}

/// <summary>The evidence for a story in one list.</summary>
/// <param name="Name">The title of the list.</param>
/// <param name="Pieces">The pieces of evidence, strongest first.</param>
/// <param name="Decay">The factor of its age, above 0 to 1.</param>
/// <param name="Rank">Its place in the list, from 1, or that of the story that represents its cluster; null if neither is in it.</param>
public sealed record ListWhy(string Name, IReadOnlyList<EvidencePoints> Pieces, double Decay, int? Rank)
{
    /// <summary>The sum of the points, before decay.</summary>
    public double Points => Pieces.Sum(piece => piece.Points);

    /// <summary>The points times the decay: the list is ordered by it.</summary>
    public double Score => Points * Decay;

    internal IEnumerable<string> InNumbers()
    {
        var place = Rank is { } rank ? string.Create(CultureInfo.InvariantCulture, $"place {rank}") : "not in the list";
        yield return Pieces.Count == 0
            ? $"{Name}: {place}, nothing speaks for it"
            : string.Create(CultureInfo.InvariantCulture,
                $"{Name}: {place}, score {Score:0.###} = {Points:0.##} points × {Decay:0.###} for its age");
        foreach (var piece in Pieces)
            yield return string.Create(CultureInfo.InvariantCulture, $"{piece.Points,7:0.00}  {piece.Words}");
    }
}

/// <summary>A piece of evidence.</summary>
/// <param name="Words">The evidence in words for the reader.</param>
/// <param name="Points">Its share of the score before decay, above 0.</param>
public sealed record EvidencePoints(string Words, double Points);
