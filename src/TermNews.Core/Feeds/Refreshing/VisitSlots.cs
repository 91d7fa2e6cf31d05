namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// The concurrency limit of visits. A visit whose server is much slower than the others continues, but its slot is handed to another visit,
/// so that servers that never respond do not hold up the rest.
/// </summary>
internal sealed class VisitSlots : IDisposable
{
    /// <summary>The patience with a server while none has responded yet.</summary>
    public static readonly TimeSpan FirstPatience = TimeSpan.FromMilliseconds(300);

    /// <summary>The least patience: below it, the jitter of the scheduler would count as slowness.</summary>
    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(15);
    /// <summary>The most patience, even where all servers are slow.</summary>
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(1);

    /// <summary>The patience as a multiple of the median response time.</summary>
    private const int Patience = 3;

    private readonly Lock _lock = new();
    private readonly LinkedList<VisitSlot> _unanswered = [];
    private readonly RecentTimes _times = new();
    private readonly SemaphoreSlim _free;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly int _most;
    private int _all;
    private int _promised;
    private bool _isDisposed;

    /// <summary>Creates the slots.</summary>
    /// <param name="jobs">Concurrent visits.</param>
    /// <param name="most">
    /// Concurrent visits including those that have released their slots; each costs little more than a connection.
    /// </param>
    /// <param name="clock">The clock that measures response times.</param>
    public VisitSlots(int jobs, int most, TimeProvider clock)
    {
        (_free, _most, _clock) = (new SemaphoreSlim(jobs), most, clock);
        _timer = clock.CreateTimer(_ => GiveOn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for a slot; disposing of the result frees it.</summary>
    public async Task<VisitSlot> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            var slot = new VisitSlot(this, _clock.GetTimestamp());
            _all++;
            _promised = Math.Max(0, _promised - 1);
            _unanswered.AddLast(slot.Place);
            WatchTheOldest();
            return slot;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        _timer.Dispose();
        _free.Dispose();
    }

    /// <summary>Notes that the response has arrived, which ends the patience with this server.</summary>
    internal void TakeAnswer(VisitSlot slot)
    {
        lock (_lock)
        {
            if (slot.IsAnswered)
                return;
            slot.IsAnswered = true;
            _times.Add(_clock.GetElapsedTime(slot.EnteredAt));
            if (slot.Place.List is null)
                return;
            _unanswered.Remove(slot.Place);
            WatchTheOldest();
        }
    }

    /// <summary>Frees a slot.</summary>
    internal void Leave(VisitSlot slot)
    {
        TakeAnswer(slot);
        lock (_lock)
        {
            if (slot.IsLeft)
                return;
            slot.IsLeft = true;
            _all--;
            if (!slot.IsGivenOn && !_isDisposed)
                _free.Release();
        }
    }

    private TimeSpan PatienceNow()
    {
        if (_times.Median() is not { } median)
            return FirstPatience;
        var patience = Patience * median;
        return patience < LeastPatience ? LeastPatience : patience > MostPatience ? MostPatience : patience;
    }

    private void WatchTheOldest()
    {
        if (_isDisposed || _unanswered.First is not { } oldest)
            return;
        var left = PatienceNow() - _clock.GetElapsedTime(oldest.Value.EnteredAt);
        _timer.Change(left < TimeSpan.Zero ? TimeSpan.Zero : left, Timeout.InfiniteTimeSpan);
    }

    private void GiveOn()
    {
        lock (_lock)
        {
            // While slots are free no visit waits; taking the last one starts the timer again.
            if (_isDisposed || _free.CurrentCount > 0)
                return;
            var patience = PatienceNow();
            var given = 0;
            while (given < _most - _all - _promised && _unanswered.First is { Value: var slot }
                && _clock.GetElapsedTime(slot.EnteredAt) >= patience)
            {
                _unanswered.RemoveFirst();
                slot.IsGivenOn = true;
                given++;
            }
            if (given > 0)
            {
                _promised += given;
                _free.Release(given);
                WatchTheOldest();
            }
        }
    }
}
