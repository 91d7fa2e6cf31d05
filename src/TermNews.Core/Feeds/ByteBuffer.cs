using System.Buffers;

namespace TermNews.Core.Feeds;

/// <summary>Bytes that grow in an array borrowed from the pool. Never given back, it is a matter for the garbage collector, no leak.</summary>
internal sealed class ByteBuffer : IDisposable
{
    private byte[] _bytes;
    private int _length;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">How many bytes are likely to come.</param>
    public ByteBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>What is there.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>Reads a stream to its end.</summary>
    /// <returns>False where there is more than <paramref name="limit"/> bytes; reading ends there.</returns>
    public async ValueTask<bool> ReadToEndAsync(Stream stream, long limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length == _bytes.Length)
                Grow();
            var count = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return true;
            _length += count;
            if (_length > limit)
                return false;
        }
    }

    /// <summary>Gives the array back; whoever still reads <see cref="Content"/> reads somebody else's.</summary>
    public void Dispose()
    {
        if (_bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _length) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, 2L * _bytes.Length));
        _bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
