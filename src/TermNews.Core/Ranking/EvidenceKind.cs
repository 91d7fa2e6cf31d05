namespace TermNews.Core.Ranking;

/// <summary>
/// A kind of evidence: its name, its default weights, and how its pieces are found. <see cref="EvidenceKinds"/> lists them.
/// </summary>
/// <param name="name">Its name in <c>[popular.weights]</c> and <c>[must_read.weights]</c>; null: the weight cannot be configured.</param>
/// <param name="find">Adds the pieces of a story to the list; none without evidence. The weight is above 0.</param>
internal sealed class EvidenceKind(string? name, Action<Candidate, EvidenceFacts, double, List<Evidence>> find)
{
    /// <summary>A kind with one piece for a story at most; the function returns null without evidence.</summary>
    public EvidenceKind(string? name, Func<Candidate, EvidenceFacts, double, Evidence?> find)
        : this(name, (story, facts, weight, found) =>
        {
            if (find(story, facts, weight) is { } piece)
                found.Add(piece);
        })
    {
    }

    /// <inheritdoc cref="EvidenceKind(string, Action{Candidate, EvidenceFacts, double, List{Evidence}})" path="/param[@name='name']"/>
    public string? Name => name;

    /// <summary>The default weight in Popular; null: it does not count there.</summary>
    public double? InPopular { get; init; }

    /// <summary>The default weight in Must-Read; null: it does not count there.</summary>
    public double? InMustRead { get; init; }

    /// <summary>Adds the pieces of a story to <paramref name="found"/>.</summary>
    public void Find(Candidate story, EvidenceFacts facts, double weight, List<Evidence> found) => find(story, facts, weight, found);
}
