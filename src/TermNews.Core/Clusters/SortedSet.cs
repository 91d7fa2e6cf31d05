using System.Numerics;

namespace TermNews.Core.Clusters;

/// <summary>Sets of numbers as ascending spans without duplicates, made in place.</summary>
internal static class SortedSet
{
    /// <summary>Sorts numbers and removes duplicates, in place.</summary>
    /// <returns>The beginning of the span, with the distinct numbers.</returns>
    public static Span<T> Of<T>(Span<T> numbers)
        where T : INumber<T>
    {
        Sort(numbers);
        var kept = 0;
        foreach (var number in numbers)
        {
            if (kept == 0 || numbers[kept - 1] != number)
                numbers[kept++] = number;
        }
        return numbers[..kept];
    }

    /// <summary>
    /// Insertion sort, for the few numbers of a headline or a lead: <see cref="MemoryExtensions.Sort{T}(Span{T})"/> calls a comparer for
    /// each pair in the compiled program, which took a twentieth of clustering.
    /// </summary>
    public static void Sort<T>(Span<T> numbers)
        where T : INumber<T>
    {
        for (var next = 1; next < numbers.Length; next++)
        {
            var (number, at) = (numbers[next], next);
            for (; at > 0 && numbers[at - 1] > number; at--)
                numbers[at] = numbers[at - 1];
            numbers[at] = number;
        }
    }

    /// <summary>Union of two sorted sets.</summary>
    /// <param name="one">A set.</param>
    /// <param name="other">Another.</param>
    /// <param name="room">Memory for the result, at least as long as both together.</param>
    /// <returns>The beginning of the memory, with the union.</returns>
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
