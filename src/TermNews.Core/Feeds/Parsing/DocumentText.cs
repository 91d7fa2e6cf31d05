using System.Buffers;
using TermNews.Core.Text;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The text of a document in an array borrowed from the pool: all of it, or a window that moves on over a long one.</summary>
internal sealed class DocumentText : IDisposable
{
    private const int FirstWindow = 256 * 1024;

    /// <summary>A window does not grow beyond this: what is longer without an end is no part of a feed.</summary>
    private const int LargestWindow = 16 * 1024 * 1024;

    private readonly TextReader? _reader;
    private char[] _chars;
    private int _length;

    /// <summary>Takes the whole text.</summary>
    /// <param name="borrowed">From the shared pool; given back on disposal.</param>
    /// <param name="length">How much of the array is text.</param>
    public DocumentText(char[] borrowed, int length) => (_chars, _length) = (borrowed, length);

    /// <summary>Takes text that is read as it is needed.</summary>
    /// <param name="reader">Gives the text.</param>
    /// <param name="firstWindow">Characters in memory at first; the window grows where a piece of the document is longer.</param>
    public DocumentText(TextReader reader, int firstWindow = FirstWindow)
    {
        (_reader, _chars, HasMore) = (reader, ArrayPool<char>.Shared.Rent(firstWindow), true);
        Fill();
    }

    /// <summary>A text that is in memory anyway.</summary>
    public static DocumentText Of(string text)
    {
        var chars = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(chars);
        return new DocumentText(chars, text.Length);
    }

    /// <summary>What is in memory. It is overwritten by <see cref="MoveOn"/>.</summary>
    public ReadOnlyMemory<char> Window => _chars.AsMemory(0, _length);

    /// <summary>There is text behind the window.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The window never moves, so that slices of it last as long as this object.</summary>
    public bool IsWhole => _reader is null;

    /// <summary>Forgets the text before a place, which becomes the first, and reads on.</summary>
    public void MoveOn(int from)
    {
        var kept = _chars.AsSpan(from, _length - from);
        if (kept.Length > _chars.Length / 2)
        {
            if (_chars.Length >= LargestWindow)
            {
                HasMore = false;
                return;
            }
            var larger = ArrayPool<char>.Shared.Rent(_chars.Length * 2);
            kept.CopyTo(larger);
            BorrowedArrays.GiveBack(_chars);
            _chars = larger;
        }
        else
        {
            kept.CopyTo(_chars);
        }
        _length = kept.Length;
        Fill();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        BorrowedArrays.GiveBack(_chars);
        (_chars, _length) = ([], 0);
    }

    private void Fill()
    {
        var count = _reader!.ReadBlock(_chars.AsSpan(_length));
        HasMore = _length + count == _chars.Length;
        _length += count;
    }
}
