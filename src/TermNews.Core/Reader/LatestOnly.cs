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

    /// <summary>Runs a load in place of the one before. A cancelled load ends in silence: a newer one owns the screen.</summary>
    /// <param name="load">The load.</param>
    /// <param name="fail">Shows the reason of a failure.</param>
    /// <param name="outer">Gives up.</param>
    public async Task RunAsync(Func<CancellationToken, Task> load, Action<string> fail, CancellationToken outer)
    {
        var token = Start(outer);
        try
        {
            await load(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
        }
        catch (NewsException ex)
        {
            if (!token.IsCancellationRequested)
                fail(ex.Message);
        }
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
