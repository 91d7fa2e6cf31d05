namespace TermNews.Core.Reader.Session;

/// <summary>The timers of a session; their events are raised in the context that the timers were made in.</summary>
internal sealed class ReaderTimers : IDisposable
{
    /// <summary>The time without a key after which the selected story is prepared; longer than the pause of a held key.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    private readonly TimeProvider _clock;
    private readonly SynchronizationContext? _context;
    private readonly ITimer _rest;
    private ITimer? _refresh;

    /// <summary>Timers that do not run yet.</summary>
    public ReaderTimers(TimeProvider clock, SynchronizationContext? context)
    {
        (_clock, _context) = (clock, context);
        _rest = clock.CreateTimer(_ => Raise(() => Rested), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Feeds are due.</summary>
    public event EventHandler? RefreshDue;

    /// <summary>No key was pressed for a while.</summary>
    public event EventHandler? Rested;

    /// <summary>A key was pressed: nothing is prepared before the reader rests again.</summary>
    public void AwaitRest() => _rest.Change(Rest, Timeout.InfiniteTimeSpan);

    /// <summary>Raises <see cref="RefreshDue"/> now, and then regularly.</summary>
    /// <param name="every">The time between two refreshes; zero for one refresh only.</param>
    public void StartRefreshing(TimeSpan every)
    {
        RefreshDue?.Invoke(this, EventArgs.Empty);
        if (every > TimeSpan.Zero)
            _refresh = _clock.CreateTimer(_ => Raise(() => RefreshDue), null, every, every);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rest.Dispose();
        _refresh?.Dispose();
    }

    private void Raise(Func<EventHandler?> handlers)
    {
        if (_context is null)
            handlers()?.Invoke(this, EventArgs.Empty);
        else
            _context.Post(_ => handlers()?.Invoke(this, EventArgs.Empty), null);
    }
}
