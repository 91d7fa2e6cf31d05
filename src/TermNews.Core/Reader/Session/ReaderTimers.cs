namespace TermNews.Core.Reader.Session;

/// <summary>The timers of a session; what they start runs in the context that they were made in.</summary>
internal sealed class ReaderTimers : IDisposable
{
    /// <summary>The time without a key after which the selected story is prepared; longer than the pause of a held key.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    private readonly TimeProvider _clock;
    private readonly SynchronizationContext? _context = SynchronizationContext.Current;
    private readonly Action _refreshDue;
    private readonly ITimer _rest;
    private ITimer? _refresh;

    /// <summary>Timers that do not run yet.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="refreshDue">Runs when feeds are due.</param>
    /// <param name="rested">Runs when no key was pressed for a while.</param>
    public ReaderTimers(TimeProvider clock, Action refreshDue, Action rested)
    {
        (_clock, _refreshDue) = (clock, refreshDue);
        _rest = clock.CreateTimer(_ => Post(rested), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A key was pressed: nothing is prepared before the reader rests again.</summary>
    public void AwaitRest() => _rest.Change(Rest, Timeout.InfiniteTimeSpan);

    /// <summary>Feeds are due now, and then regularly.</summary>
    /// <param name="every">The time between two refreshes; zero for one refresh only.</param>
    public void StartRefreshing(TimeSpan every)
    {
        _refreshDue();
        if (every > TimeSpan.Zero)
            _refresh = _clock.CreateTimer(_ => Post(_refreshDue), null, every, every);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rest.Dispose();
        _refresh?.Dispose();
    }

    private void Post(Action run)
    {
        if (_context is null)
            run();
        else
            _context.Post(_ => run(), null);
    }
}
