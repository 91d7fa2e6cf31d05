namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// A slow start for the requests to one server: a few wait for a response at once, and each quick response admits one more. Small servers
/// have a short listen backlog; connections beyond it are dropped silently and retried only after seconds.
/// </summary>
internal sealed class ServerPace(TimeProvider clock)
{
    /// <summary>Requests at the start: below the listen backlog of 5 of the smallest servers (Python's <c>http.server</c>).</summary>
    private const int First = 4;
    /// <summary>Requests at most, by choice: more than the feeds of one server that are due at once.</summary>
    private const int Most = 64;

    /// <summary>After this time the connection counts as accepted, and the request gives its turn to the next one.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>A quick response takes at most twice the quickest one and this, which absorbs the jitter of the scheduler.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(2);

    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private TimeSpan _quickest = TimeSpan.MaxValue;
    private int _limit = First;
    private int _inTurn;

    /// <summary>The current limit of requests without a response.</summary>
    internal int Limit
    {
        get
        {
            lock (_lock)
                return _limit;
        }
    }

    /// <summary>Waits for a turn, which ends with the response or after 100 ms.</summary>
    public async Task<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        TaskCompletionSource? ahead = null;
        lock (_lock)
        {
            if (_inTurn < _limit)
                _inTurn++;
            else
                _waiting.AddLast(ahead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
        if (ahead is not null)
            await WaitAsync(ahead, cancellationToken).ConfigureAwait(false);
        return new Turn(this, clock);
    }

    private async Task WaitAsync(TaskCompletionSource ahead, CancellationToken cancellationToken)
    {
        try
        {
            await ahead.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            lock (_lock)
            {
                if (!_waiting.Remove(ahead))
                    End();
            }
            throw;
        }
    }

    private void End()
    {
        _inTurn--;
        HandOn();
    }

    private void HandOn()
    {
        while (_inTurn < _limit && _waiting.First is { Value: var next })
        {
            _waiting.RemoveFirst();
            _inTurn++;
            next.SetResult();
        }
    }

    private void TakeAnswer(TimeSpan took)
    {
        _quickest = took < _quickest ? took : _quickest;
        if (took <= (2 * _quickest) + Grace)
            _limit = Math.Min(Most, _limit + 1);
        HandOn();
    }

    /// <summary>The turn of one request.</summary>
    internal sealed class Turn : IDisposable
    {
        private readonly ServerPace _pace;
        private readonly TimeProvider _clock;
        private readonly long _startedAt;
        private readonly ITimer _timer;
        private bool _hasAnswer;
        private bool _isOver;

        internal Turn(ServerPace pace, TimeProvider clock)
        {
            (_pace, _clock, _startedAt) = (pace, clock, clock.GetTimestamp());
            _timer = clock.CreateTimer(_ => End(), null, Patience, Timeout.InfiniteTimeSpan);
        }

        /// <summary>Notes that the response has arrived.</summary>
        public void TakeAnswer()
        {
            var took = _clock.GetElapsedTime(_startedAt);
            lock (_pace._lock)
            {
                if (!_hasAnswer)
                    _pace.TakeAnswer(took);
                _hasAnswer = true;
            }
            End();
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            _timer.Dispose();
            End();
        }

        private void End()
        {
            lock (_pace._lock)
            {
                if (!_isOver)
                    _pace.End();
                _isOver = true;
            }
        }
    }
}
