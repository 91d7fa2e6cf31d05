namespace TermNews.Core.Clusters;

/// <summary>Keeps many short arrays in few long ones: else the garbage collector moves several of each story on their own. Used by one thread.</summary>
internal sealed class Slab<T>
{
    private const int Length = 4096;

    private T[] _array = [];
    private int _used;

    /// <summary>Gives room that stays with whoever asked.</summary>
    public ArraySegment<T> Take(int length)
    {
        if (length > _array.Length - _used)
            (_array, _used) = (new T[Math.Max(Length, length)], 0);
        _used += length;
        return new ArraySegment<T>(_array, _used - length, length);
    }

    /// <summary>Copies what is to be kept.</summary>
    public ArraySegment<T> Keep(ReadOnlySpan<T> items)
    {
        var kept = Take(items.Length);
        items.CopyTo(kept);
        return kept;
    }
}
