namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// A visit's permit to hold a large document, which bounds the memory of all visits together. Most feeds are small and never need one, so
/// an endless response holds up none of them.
/// </summary>
/// <param name="places">The permits.</param>
internal sealed class LargePlace(SemaphoreSlim places) : IDisposable
{
    /// <summary>Bytes that a document may have without a permit; 129 of 134 real feeds measured are smaller.</summary>
    public const int Small = 256 * 1024;

    /// <summary>The permit is taken.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Waits for a permit, which is kept until the visit is over.</summary>
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
