namespace TermNews.Core.UseCases;

/// <summary>
/// Passes progress from working threads to the thread that draws, at most three times a second: always the newest report, and none
/// after the end.
/// </summary>
/// <typeparam name="T">The type of a report.</typeparam>
internal sealed class PacedProgress<T> : IProgress<T>, IDisposable
{
    // Three frames a second: enough for a meter, few bytes over SSH.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(350);
    private readonly TimeProvider _clock;
    private readonly SynchronizationContext? _context;
    private readonly Action<T> _show;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private (bool IsThere, T Value) _latest;
    private long? _shownAt;
    private bool _isWaiting, _isClosed;

    /// <summary>Begins.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="context">The context in which reports are shown; null for the reporting thread.</param>
    /// <param name="show">Shows it.</param>
    public PacedProgress(TimeProvider clock, SynchronizationContext? context, Action<T> show)
    {
        (_clock, _context, _show) = (clock, context, show);
        _timer = clock.CreateTimer(_ => ShowLatest(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public void Report(T value)
    {
        lock (_lock)
        {
            _latest = (true, value);
            if (_isWaiting || _isClosed)
                return;
            var rest = _shownAt is { } then ? Pace - _clock.GetElapsedTime(then) : TimeSpan.Zero;
            if (rest > TimeSpan.Zero)
            {
                _isWaiting = true;
                _timer.Change(rest, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        ShowLatest();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
            _isClosed = true;
        _timer.Dispose();
    }

    private void ShowLatest()
    {
        lock (_lock)
        {
            _isWaiting = false;
            _shownAt = _clock.GetTimestamp();
        }
        if (_context is null)
            Show();
        else
            _context.Post(_ => Show(), null);
    }

    private void Show()
    {
        T value;
        lock (_lock)
        {
            if (_isClosed || !_latest.IsThere)
                return;
            (value, _latest) = (_latest.Value, default);
        }
        _show(value);
    }
}
