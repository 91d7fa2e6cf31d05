namespace TermNews.Core.Clusters;

/// <summary>Numbers in ascending order, each once, in the place where they were.</summary>
internal static class SortedSet
{
    /// <summary>Sorts numbers and leaves out what is there twice.</summary>
    /// <returns>What is left of them, at their beginning.</returns>
    public static Span<T> Of<T>(Span<T> numbers)
        where T : IEquatable<T>
    {
        numbers.Sort();
        var kept = 0;
        foreach (var number in numbers)
        {
            if (kept == 0 || !numbers[kept - 1].Equals(number))
                numbers[kept++] = number;
        }
        return numbers[..kept];
    }

    /// <summary>What is in one of two sorted sets, or in both.</summary>
    /// <param name="one">A set.</param>
    /// <param name="other">Another.</param>
    /// <param name="room">Where it is put: as long as both together.</param>
    /// <returns>What of the room is used.</returns>
    public static ReadOnlySpan<int> Union(ReadOnlySpan<int> one, ReadOnlySpan<int> other, Span<int> room)
    {
        var (here, there, kept) = (0, 0, 0);
        while (here < one.Length && there < other.Length)
        {
            var (left, right) = (one[here], other[there]);
            room[kept++] = Math.Min(left, right);
            here += left <= right ? 1 : 0;
            there += right <= left ? 1 : 0;
        }
        var rest = here < one.Length ? one[here..] : other[there..];
        rest.CopyTo(room[kept..]);
        return room[..(kept + rest.Length)];
    }
}
