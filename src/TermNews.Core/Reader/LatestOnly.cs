namespace TermNews.Core.Reader;

/// <summary>Lets only the load that was started last go on: starting one cancels the one before.</summary>
internal sealed class LatestOnly : IDisposable
{
    private CancellationTokenSource? _current;

    /// <summary>Cancels the load before and gives the token of a new one.</summary>
    public CancellationToken Start(CancellationToken outer)
    {
        Stop();
        _current = CancellationTokenSource.CreateLinkedTokenSource(outer);
        return _current.Token;
    }

    /// <summary>Cancels the load under way.</summary>
    public void Stop()
    {
        _current?.Cancel();
        _current?.Dispose();
        _current = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();
}
