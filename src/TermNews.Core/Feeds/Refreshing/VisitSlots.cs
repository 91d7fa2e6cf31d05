namespace TermNews.Core.Feeds.Refreshing;

/// <summary>
/// How many feeds are visited at once. A visit whose server lets us wait much longer than the others do goes on, but its slot is given to
/// another, so that servers that never answer do not keep the rest from being asked.
/// </summary>
internal sealed class VisitSlots : IDisposable
{
    /// <summary>How long a server may let us wait where none has answered yet.</summary>
    public static readonly TimeSpan FirstPatience = TimeSpan.FromMilliseconds(300);

    private static readonly TimeSpan LeastPatience = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(1);

    /// <summary>Times as long as servers take, in the middle.</summary>
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

    /// <summary>Makes the slots.</summary>
    /// <param name="jobs">Visits at once.</param>
    /// <param name="most">Visits at once together with those whose slots were given on; each costs little more than a connection.</param>
    /// <param name="clock">Measures how long servers take.</param>
    public VisitSlots(int jobs, int most, TimeProvider clock)
    {
        (_free, _most, _clock) = (new SemaphoreSlim(jobs), most, clock);
        _timer = clock.CreateTimer(_ => GiveOn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for a slot; it is free again when the result is disposed of.</summary>
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

    /// <summary>The server has answered; what the visit does until it leaves is no fault of the server's.</summary>
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
            // Where slots are free nobody waits for one; whoever takes the last of them makes the timer run again.
            if (_isDisposed || _free.CurrentCount > 0)
                return;
            var patience = PatienceNow();
            var given = 0;
            while (given < _most - _all - _promised && _unanswered.First is { Value: var slot } && _clock.GetElapsedTime(slot.EnteredAt) >= patience)
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
