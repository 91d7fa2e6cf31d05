namespace TermNews.Core.Feeds.Fetching;

/// <summary>The time that a fetch has left.</summary>
internal sealed class FetchTime : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _both;
    private TimeSpan _left;
    private long _since;

    /// <summary>Lets the time run.</summary>
    /// <param name="left">How long.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="cancellationToken">Ends it before.</param>
    public FetchTime(TimeSpan left, TimeProvider clock, CancellationToken cancellationToken)
    {
        (_left, _clock, _since) = (left, clock, clock.GetTimestamp());
        _time = new CancellationTokenSource(left, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, cancellationToken);
    }

    /// <summary>Cancelled when the time is over, or whoever wanted the fetch gave it up.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>The time is over.</summary>
    public bool IsOver => _time.IsCancellationRequested;

    /// <summary>
    /// Waits for a place, which is no fault of the server's: the time stands still meanwhile. Whoever has one lets the others go first, as
    /// much content that is there at once would hold the thread that theirs needs.
    /// </summary>
    public async Task WaitForAsync(LargePlace place)
    {
        if (place.IsTaken)
        {
            await Task.Factory.StartNew(static () => { }, Token, TaskCreationOptions.PreferFairness, TaskScheduler.Default).ConfigureAwait(false);
            return;
        }
        _left -= _clock.GetElapsedTime(_since);
        if (_left > TimeSpan.Zero)
            _time.CancelAfter(Timeout.InfiniteTimeSpan);
        await place.TakeAsync(Token).ConfigureAwait(false);
        _since = _clock.GetTimestamp();
        if (_left > TimeSpan.Zero)
            _time.CancelAfter(_left);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _both.Dispose();
        _time.Dispose();
    }
}
