namespace TermNews.Core.Feeds.Parsing;

/// <summary>The text of a document in a pooled array: all of it, or a sliding window over a long one.</summary>
internal sealed class DocumentText : IDisposable
{
    private const int FirstWindow = 256 * 1024;

    /// <summary>The largest window, in characters. A longer token without an end is no part of a feed.</summary>
    private const int LargestWindow = 16 * 1024 * 1024;

    private readonly TextReader? _reader;
    private char[] _chars;
    private int _length;

    /// <summary>Wraps the whole text.</summary>
    /// <param name="borrowed">An array of the shared pool; returned on disposal.</param>
    /// <param name="length">The length of the text in the array.</param>
    public DocumentText(char[] borrowed, int length) => (_chars, _length) = (borrowed, length);

    /// <summary>Reads the text as needed.</summary>
    /// <param name="reader">The source of the text.</param>
    /// <param name="firstWindow">The first size of the window in characters; it grows for longer tokens.</param>
    public DocumentText(TextReader reader, int firstWindow = FirstWindow)
    {
        (_reader, _chars, HasMore) = (reader, ArrayPool<char>.Shared.Rent(firstWindow), true);
        Fill();
    }

    /// <summary>Wraps a text that is in memory anyway.</summary>
    public static DocumentText Of(string text)
    {
        var chars = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(chars);
        return new DocumentText(chars, text.Length);
    }

    /// <summary>The text in memory; overwritten by <see cref="MoveOn"/>.</summary>
    public ReadOnlyMemory<char> Window => _chars.AsMemory(0, _length);

    /// <summary>True if more text follows the window.</summary>
    public bool HasMore { get; private set; }

    /// <summary>True if the window never moves, so that its slices stay valid as long as this object.</summary>
    public bool IsWhole => _reader is null;

    /// <summary>Drops the text before a position, which becomes the first, and reads on.</summary>
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
