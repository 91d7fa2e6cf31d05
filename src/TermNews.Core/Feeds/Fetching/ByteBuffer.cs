namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// A growing buffer in a pooled array that spills into a temporary file when it becomes large. A buffer that is never disposed of leaks
/// nothing: the garbage collector takes the array, and closing deletes the file.
/// </summary>
internal sealed class ByteBuffer : IDisposable
{
    /// <summary>Bytes from which on a buffer spills into a file, where that is allowed. One of 134 real feeds measured is larger.</summary>
    public const int MostInMemory = 2 * 1024 * 1024;

    private const int CopySize = 64 * 1024;

    private byte[] _bytes;
    private int _length;
    private FileStream? _file;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">The expected length in bytes.</param>
    public ByteBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The content in memory: all of it, or the first 64 KiB of a spilled one.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>The content has spilled into a file.</summary>
    public bool IsLong => _file is not null;

    /// <summary>The length of the whole content in bytes.</summary>
    public long Length => _file?.Length ?? _length;

    /// <summary>Opens the whole content from its beginning. The stream is valid until the buffer is disposed of.</summary>
    public Stream OpenRead()
    {
        if (_file is null)
            return new MemoryStream(_bytes, 0, _length, writable: false);
        _file.Position = 0;
        return _file;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="faultOf">Judges the length so far; null while it is acceptable.</param>
    /// <param name="large">How a large body is handled.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="FetchFaultException">The length is not acceptable; reading stops there.</exception>
    public async ValueTask ReadToEndAsync(
        Stream stream, Func<long, FetchFaultException?> faultOf, LargeBody large, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_length >= LargePlace.Small && large.Before is { } before)
                await before(_length).ConfigureAwait(false);
            if (large.MaySpill && _length >= MostInMemory)
            {
                await SpillAsync(stream, faultOf, large.Before, cancellationToken).ConfigureAwait(false);
                return;
            }
            if (_length == _bytes.Length)
                Grow();
            var count = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return;
            _length += count;
            if (faultOf(_length) is { } fault)
                throw fault;
        }
    }

    /// <summary>Returns the array to the pool; <see cref="Content"/> must not be read afterwards.</summary>
    public void Dispose()
    {
        _file?.Dispose();
        BorrowedArrays.GiveBack(_bytes);
        (_bytes, _length, _file) = ([], 0, null);
    }

    private async ValueTask SpillAsync(
        Stream stream, Func<long, FetchFaultException?> faultOf, Func<long, Task>? before, CancellationToken cancellationToken)
    {
        _file = CreateFile();
        await _file.WriteAsync(Content, cancellationToken).ConfigureAwait(false);
        _length = Math.Min(_length, CopySize);
        var beginning = ArrayPool<byte>.Shared.Rent(_length);
        Content.CopyTo(beginning);
        BorrowedArrays.GiveBack(_bytes);
        _bytes = beginning;
        var copy = new byte[CopySize];
        int count;
        while ((count = await stream.ReadAsync(copy, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (faultOf(_file.Position + count) is { } fault)
                throw fault;
            if (before is not null)
                await before(_file.Position).ConfigureAwait(false);
            await _file.WriteAsync(copy.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }

    private static FileStream CreateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"termnews-{Guid.NewGuid():N}"), options);
    }

    private void Grow()
    {
        // Growth is coarse at first, since every step leaves an array behind in the pool.
        var wanted = Math.Max(LargePlace.Small, 2L * _bytes.Length);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, wanted));
        _bytes.CopyTo(larger, 0);
        BorrowedArrays.GiveBack(_bytes);
        _bytes = larger;
    }
}
