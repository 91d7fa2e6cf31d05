namespace TermNews.Core.Clusters;

/// <summary>
/// The openings of the last of some stories, the last one first: so many tell what all do. No object, as clusters are compared by the million.
/// </summary>
/// <param name="stories">The stories; those of which no more is known than their headlines are passed over.</param>
internal ref struct LastOpenings(ReadOnlySpan<Report> stories)
{
    private const int Most = 6;

    private readonly ReadOnlySpan<Report> _stories = stories;
    private int _at = stories.Length;
    private int _given;

    /// <summary>The opening that was come to.</summary>
    public Opening Current { get; private set; } = null!;

    /// <summary>What <c>foreach</c> goes through.</summary>
    public readonly LastOpenings GetEnumerator() => this;

    /// <summary>Comes to the next; false where there is none.</summary>
    public bool MoveNext()
    {
        while (_given < Most && --_at >= 0)
        {
            if (_stories[_at].Opening is not { } opening)
                continue;
            (Current, _given) = (opening, _given + 1);
            return true;
        }
        return false;
    }
}
