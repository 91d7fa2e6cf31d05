using System.Globalization;

namespace TermNews.Core.Ranking;

/// <summary>Why a story stands where it does.</summary>
/// <param name="Lists">What speaks for it in Popular and in Must-Read.</param>
/// <param name="Time">Where it stands in time, in words.</param>
public sealed record StoryWhy(IReadOnlyList<ListWhy> Lists, string Time)
{
    /// <summary>What mutes it and until when, in words; null where it is not muted.</summary>
    public string? Muted { get; init; }

    /// <summary>What mutes it, everything that speaks for it, strongest first, each once, then where it stands in time.</summary>
    public IReadOnlyList<string> InWords() =>
        [.. MutedLines, .. Lists.SelectMany(list => list.Pieces).OrderByDescending(piece => piece.Points).Select(piece => piece.Words).Distinct(), Time];

    /// <summary>The same with all numbers: for each list its place, score and age, then each piece with its points.</summary>
    public IReadOnlyList<string> InNumbers() => [.. MutedLines, .. Lists.SelectMany(list => list.InNumbers()), Time];

    private IEnumerable<string> MutedLines => Muted is null ? [] : [Muted];
}

/// <summary>What speaks for a story in one list.</summary>
/// <param name="Name">The list's name for people.</param>
/// <param name="Pieces">The pieces of evidence, strongest first.</param>
/// <param name="Decay">The part of it that its age has left, 0 to 1.</param>
/// <param name="Rank">Its place in the list, from 1, or that of the story that stands for its cluster; null where neither is in it.</param>
public sealed record ListWhy(string Name, IReadOnlyList<EvidencePoints> Pieces, double Decay, int? Rank)
{
    /// <summary>All points, before its age is counted.</summary>
    public double Points => Pieces.Sum(piece => piece.Points);

    /// <summary>What the list is ordered by.</summary>
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
/// <param name="Words">What it is, in words for the reader.</param>
/// <param name="Points">What it adds, above 0.</param>
public sealed record EvidencePoints(string Words, double Points);
