using System.Buffers;
using TermNews.Core.Text;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Bytes that grow in an array borrowed from the pool, or, where there are very many, in a temporary file. An array that is never given
/// back is a matter for the garbage collector, no leak; a file goes when it is closed.
/// </summary>
internal sealed class ByteBuffer : IDisposable
{
    /// <summary>More than this is not kept in memory, where that is allowed.</summary>
    public const int MostInMemory = 2 * 1024 * 1024;

    private const int CopySize = 64 * 1024;

    private byte[] _bytes;
    private int _length;
    private FileStream? _file;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">How many bytes are likely to come.</param>
    public ByteBuffer(int capacity) => _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>All there is; of a long content its beginning.</summary>
    public ReadOnlyMemory<byte> Content => _bytes.AsMemory(0, _length);

    /// <summary>There is more than is in memory.</summary>
    public bool IsLong => _file is not null;

    /// <summary>Bytes of all there is.</summary>
    public long Length => _file?.Length ?? _length;

    /// <summary>All there is, from its beginning. The stream lasts as long as this object.</summary>
    public Stream OpenRead()
    {
        if (_file is null)
            return new MemoryStream(_bytes, 0, _length, writable: false);
        _file.Position = 0;
        return _file;
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="faultOf">What is wrong with a length; null for nothing.</param>
    /// <param name="large">What is done where there is much.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FetchFaultException">Something is wrong with the length; reading ends there.</exception>
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

    /// <summary>Gives the array back; whoever still reads <see cref="Content"/> reads somebody else's.</summary>
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
        // Few steps up to what every document may have: each leaves an array behind for the garbage collector.
        var wanted = Math.Max(LargePlace.Small, 2L * _bytes.Length);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, wanted));
        _bytes.CopyTo(larger, 0);
        BorrowedArrays.GiveBack(_bytes);
        _bytes = larger;
    }
}
