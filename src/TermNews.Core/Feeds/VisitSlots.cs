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
    private readonly HashSet<Slot> _counted = [];
    private readonly SemaphoreSlim _free;
    private readonly ITimer _patience;
    private readonly int _most;
    private readonly int _jobs;
    private int _all;
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
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        var slot = new Slot(this);
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

    private void Leave(Slot slot)
    {
        lock (_lock)
        {
            _all--;
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
            // Where it happens again, there are many such servers.
            var given = Math.Min(_jobs * ++_waits, _most - _all);
            if (given <= 0)
                return;
            foreach (var slot in _counted.Take(given).ToList())
                _counted.Remove(slot);
            _free.Release(given);
        }
    }

    private sealed class Slot(VisitSlots slots) : IDisposable
    {
        public void Dispose() => slots.Leave(this);
    }
}
