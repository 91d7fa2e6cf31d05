namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// How many requests wait for the first answer of one server at once: a few, then one more with each answer that comes quickly. A small
/// server keeps a handful of connections waiting until it takes them; whoever comes in a crowd is turned away without a word, and finds
/// that out after seconds.
/// </summary>
internal sealed class ServerPace(TimeProvider clock)
{
    private const int First = 4;
    private const int Most = 64;

    /// <summary>A server that takes longer has taken the connection and thinks: others may come.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    /// <summary>What an answer may take besides twice the quickest one.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(2);

    private readonly Lock _lock = new();
    private readonly LinkedList<TaskCompletionSource> _waiting = [];
    private TimeSpan _quickest = TimeSpan.MaxValue;
    private int _limit = First;
    private int _inTurn;

    /// <summary>How many may wait for an answer now.</summary>
    internal int Limit
    {
        get
        {
            lock (_lock)
                return _limit;
        }
    }

    /// <summary>Waits for a turn, which ends with the answer, or where that takes long.</summary>
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

    /// <summary>A request that waits for its answer.</summary>
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

        /// <summary>The server has answered.</summary>
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
