namespace TermNews.Core.Feeds;

/// <summary>
/// How many feeds are visited at once. Where all slots are taken and for a moment no visit was done, the servers behind them let us wait: those
/// visits go on, and their slots are given to others, so that servers that never answer do not keep the rest from being asked.
/// </summary>
internal sealed class VisitSlots : IDisposable
{
    /// <summary>How long nothing may be done before slots are given on. Servers that are merely far away finish one after the other meanwhile.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(75);

    private readonly Lock _lock = new();
    private readonly HashSet<VisitSlot> _counted = [];
    private readonly SemaphoreSlim _free;
    private readonly ITimer _patience;
    private readonly int _most;
    private readonly int _jobs;
    private int _all;
    private int _answered;
    private int _waits;
    private bool _isDisposed;

    /// <summary>Makes the slots.</summary>
    /// <param name="jobs">Visits at once.</param>
    /// <param name="most">Visits at once together with those whose slots were given on; each costs little more than a connection.</param>
    /// <param name="clock">Measures the patience.</param>
    public VisitSlots(int jobs, int most, TimeProvider clock)
    {
        (_free, _jobs, _most) = (new SemaphoreSlim(jobs), jobs, most);
        _patience = clock.CreateTimer(_ => GiveOn(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Waits for a slot; it is free again when the result is disposed of.</summary>
    public async Task<VisitSlot> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        var slot = new VisitSlot(this);
        lock (_lock)
        {
            _counted.Add(slot);
            _all++;
            BePatient();
        }
        return slot;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _isDisposed = true;
        _patience.Dispose();
        _free.Dispose();
    }

    /// <summary>The server has answered; what the visit does until it leaves is no fault of the server's.</summary>
    internal void TakeAnswer(VisitSlot slot)
    {
        lock (_lock)
        {
            _answered += slot.IsAnswered ? 0 : 1;
            slot.IsAnswered = true;
        }
    }

    /// <summary>Frees a slot.</summary>
    internal void Leave(VisitSlot slot)
    {
        lock (_lock)
        {
            if (slot.IsLeft)
                return;
            slot.IsLeft = true;
            _all--;
            _answered -= slot.IsAnswered ? 1 : 0;
            if (_counted.Remove(slot) && !_isDisposed)
                _free.Release();
            BePatient();
        }
    }

    private void BePatient()
    {
        if (!_isDisposed)
            _patience.Change(Patience, Timeout.InfiniteTimeSpan);
    }

    private void GiveOn()
    {
        lock (_lock)
        {
            if (_isDisposed || _free.CurrentCount > 0)
                return;
            if (_answered > 0)
            {
                // This machine is busy, not the servers.
                BePatient();
                return;
            }
            // Where it happens again, there are many such servers.
            var given = Math.Min(_jobs * ++_waits, _most - _all);
            if (given <= 0)
                return;
            foreach (var slot in _counted.Take(given).ToList())
                _counted.Remove(slot);
            _free.Release(given);
        }
    }
}

/// <summary>A slot of a visit.</summary>
/// <param name="slots">Where it belongs.</param>
internal sealed class VisitSlot(VisitSlots slots) : IDisposable
{
    /// <summary>The server has answered.</summary>
    internal bool IsAnswered { get; set; }

    /// <summary>The visit does not hold it any more.</summary>
    internal bool IsLeft { get; set; }

    /// <summary>Notes that the server has answered.</summary>
    public void TakeAnswer() => slots.TakeAnswer(this);

    /// <inheritdoc/>
    public void Dispose() => slots.Leave(this);
}
