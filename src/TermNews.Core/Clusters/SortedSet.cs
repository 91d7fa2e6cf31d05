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
}
