using System.Buffers;
using System.Runtime.CompilerServices;

namespace TermNews.Core.Text;

/// <summary>Gives arrays back to the shared pool.</summary>
internal static class BorrowedArrays
{
    /// <summary>The pool would keep larger arrays for good, and few texts need one: those are left to the garbage collector.</summary>
    private const int MostBytesKept = 2 * 1024 * 1024;

    /// <summary>Gives an array back; an empty one was not borrowed.</summary>
    public static void GiveBack<T>(T[] array)
        where T : unmanaged
    {
        if (array.Length > 0 && (long)array.Length * Unsafe.SizeOf<T>() <= MostBytesKept)
            ArrayPool<T>.Shared.Return(array);
    }
}
