namespace TermNews.Core.Ranking;

/// <summary>The weight of each kind of evidence in one list, 0 or more; 0 leaves the kind out. Immutable, compared by value.</summary>
public sealed class EvidenceWeights : IEquatable<EvidenceWeights>
{
    private readonly (EvidenceKind Kind, double Weight)[] _weights;

    private EvidenceWeights(IEnumerable<(EvidenceKind, double)> weights) => _weights = [.. weights];

    /// <summary>The defaults of Popular.</summary>
    public static EvidenceWeights Popular { get; } = Defaults(static kind => kind.InPopular);

    /// <summary>The defaults of Must-Read.</summary>
    public static EvidenceWeights MustRead { get; } = Defaults(static kind => kind.InMustRead);

    /// <summary>The names that can be configured, in the order of the kinds.</summary>
    public IEnumerable<string> Names => _weights.Select(static one => one.Kind.Name).OfType<string>();

    /// <summary>The weight of a kind.</summary>
    /// <param name="name">One of the <see cref="Names"/>.</param>
    public double this[string name] => _weights.First(one => one.Kind.Name == name).Weight;

    /// <summary>The same weights but for one kind.</summary>
    /// <param name="name">One of the <see cref="Names"/>.</param>
    /// <param name="weight">Its weight, 0 or more.</param>
    public EvidenceWeights With(string name, double weight) =>
        new(_weights.Select(one => one.Kind.Name == name ? (one.Kind, weight) : one));

    /// <summary>The pieces of evidence for a story, in the order of the kinds; each has more than 0 points.</summary>
    internal List<Evidence> Of(Candidate story, EvidenceFacts facts)
    {
        List<Evidence> found = [];
        foreach (var (kind, weight) in _weights)
        {
            if (weight > 0)
                kind.Find(story, facts, weight, found);
        }
        return found;
    }

    /// <inheritdoc/>
    public bool Equals(EvidenceWeights? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EvidenceWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => _weights.Aggregate(0, static (hash, one) => HashCode.Combine(hash, one.Weight));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _weights.Select(static one => $"{one.Kind.Name} = {one.Weight}"));

    private static EvidenceWeights Defaults(Func<EvidenceKind, double?> weightOf) =>
        new(EvidenceKinds.All.Where(kind => weightOf(kind) is not null).Select(kind => (kind, weightOf(kind)!.Value)));
}
