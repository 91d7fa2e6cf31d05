namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// A visit's place among those that take in a large document at once, which bounds what all of them together hold in memory. Most feeds
/// are small and never need one, so a server that sends without end holds up none of them.
/// </summary>
/// <param name="places">All places.</param>
internal sealed class LargePlace(SemaphoreSlim places) : IDisposable
{
    /// <summary>Bytes that a document may have without a place.</summary>
    public const int Small = 256 * 1024;

    /// <summary>There is a place already.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Waits until a place is free; it is kept until the visit is over.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        IsTaken = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (IsTaken)
            places.Release();
        IsTaken = false;
    }
}
