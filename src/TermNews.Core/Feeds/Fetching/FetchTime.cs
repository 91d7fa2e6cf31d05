namespace TermNews.Core.Feeds.Fetching;

/// <summary>The time-out of a fetch, which can be paused.</summary>
internal sealed class FetchTime : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _both;
    private TimeSpan _left;
    private long _since;

    /// <summary>Starts the time-out.</summary>
    /// <param name="left">The time left.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellationToken">Cancels earlier.</param>
    public FetchTime(TimeSpan left, TimeProvider clock, CancellationToken cancellationToken)
    {
        (_left, _clock, _since) = (left, clock, clock.GetTimestamp());
        _time = new CancellationTokenSource(left, clock);
        _both = CancellationTokenSource.CreateLinkedTokenSource(_time.Token, cancellationToken);
    }

    /// <summary>Cancelled when the time is over or the caller cancels.</summary>
    public CancellationToken Token => _both.Token;

    /// <summary>The time has run out.</summary>
    public bool IsOver => _time.IsCancellationRequested;

    /// <summary>
    /// Waits for a place with the time-out paused, since the server is not at fault. A visit that has a place yields its thread, because a
    /// body that arrives all at once would keep the other visits from running.
    /// </summary>
    public async Task WaitForAsync(LargePlace place)
    {
        if (place.IsTaken)
        {
            await Task.Factory.StartNew(static () => { }, Token, TaskCreationOptions.PreferFairness, TaskScheduler.Default)
                .ConfigureAwait(false);
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
