namespace TermNews.Core.Text;

/// <summary>A string builder in a pooled array: faster than <see cref="System.Text.StringBuilder"/>, and readable as a span.</summary>
internal sealed class TextBuffer : IDisposable
{
    private const int LeastCapacity = 256;

    private char[] _chars;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">The expected length in UTF-16 units.</param>
    public TextBuffer(int capacity = LeastCapacity) => _chars = ArrayPool<char>.Shared.Rent(Math.Max(capacity, LeastCapacity));

    /// <summary>The length in UTF-16 units.</summary>
    public int Length { get; private set; }

    /// <summary>The text; valid until the next change.</summary>
    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    /// <summary>Adds a character.</summary>
    public void Append(char c)
    {
        if (Length == _chars.Length)
            Grow(1);
        _chars[Length++] = c;
    }

    /// <summary>Adds text.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (text.Length > _chars.Length - Length)
            Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    /// <summary>Truncates the text to a length.</summary>
    public void Cut(int length) => Length = Math.Min(Length, length);

    /// <inheritdoc/>
    public override string ToString() => Span.ToString();

    /// <summary>Returns the array to the pool; the buffer must not be used afterwards.</summary>
    public void Dispose()
    {
        BorrowedArrays.GiveBack(_chars);
        (_chars, Length) = ([], 0);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * _chars.Length, Length + (long)more)));
        Span.CopyTo(larger);
        BorrowedArrays.GiveBack(_chars);
        _chars = larger;
    }
}
