namespace TermNews.Core.Clusters;

/// <summary>Allocates many short arrays in few long ones, to relieve the garbage collector. Not safe for several threads.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
internal sealed class Slab<T>
{
    private const int Length = 4096;

    private T[] _array = [];
    private int _used;

    /// <summary>Allocates a segment. It is never freed on its own.</summary>
    public ArraySegment<T> Take(int length)
    {
        if (length > _array.Length - _used)
            (_array, _used) = (new T[Math.Max(Length, length)], 0);
        _used += length;
        return new ArraySegment<T>(_array, _used - length, length);
    }

    /// <summary>Allocates a copy.</summary>
    public ArraySegment<T> Keep(ReadOnlySpan<T> items)
    {
        var kept = Take(items.Length);
        items.CopyTo(kept);
        return kept;
    }
}
