using System.Runtime.CompilerServices;

namespace TermNews.Core.Text;

/// <summary>Returns arrays to the shared pool.</summary>
internal static class BorrowedArrays
{
    /// <summary>Larger arrays are left to the garbage collector: the pool would keep them for good, and few texts need one.</summary>
    private const int MostBytesKept = 2 * 1024 * 1024;

    /// <summary>Returns an array; an empty one was not rented.</summary>
    public static void GiveBack<T>(T[] array)
        where T : unmanaged
    {
        if (array.Length > 0 && (long)array.Length * Unsafe.SizeOf<T>() <= MostBytesKept)
            ArrayPool<T>.Shared.Return(array);
    }
}
