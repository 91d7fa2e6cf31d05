namespace TermNews.Core.Storage.Database;

/// <summary>The reader's changes that are not on the disk yet. Thread-safe.</summary>
public sealed class ChangesUnderWay
{
    /// <summary>
    /// When a change is said to wait: nobody sees a shorter wait (0.1 s feels immediate, and a sync of a slow disk takes about as long).
    /// </summary>
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(300);

    private readonly List<string> _names = [];   // Locks itself.
    private int _count;
    private Action? _waits;

    /// <summary>How many they are.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>
    /// What those are that nobody else keeps, in the words of <see cref="Journal.StepKind.Noun"/>: they are lost if the program ends now.
    /// </summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_names)
                return [.. _names];
        }
    }

    /// <summary>Reports, on any thread, that a change has waited for a noticeable time: another program has the write lock.</summary>
    /// <returns>Ends the reports.</returns>
    public IDisposable Watch(Action waits)
    {
        _waits += waits;
        return new Subscription(this, waits);
    }

    /// <summary>Counts a change until it is done.</summary>
    /// <param name="name">What it is; null if others keep what it would write.</param>
    /// <param name="changeAsync">The change.</param>
    internal async Task<T> TrackAsync<T>(string? name, Func<Task<T>> changeAsync)
    {
        Interlocked.Increment(ref _count);
        if (name is not null)
        {
            lock (_names)
                _names.Add(name);
        }
        try
        {
            var change = changeAsync();
            using var done = new CancellationTokenSource();
            if (_waits is { } waits)
            {
                var pause = Task.Delay(Noticeable, TimeProvider.System, done.Token);
                if (await Task.WhenAny(change, pause).ConfigureAwait(false) == pause)
                    waits();
            }
            await done.CancelAsync().ConfigureAwait(false);
            return await change.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
            if (name is not null)
            {
                lock (_names)
                    _names.Remove(name);
            }
        }
    }

    private sealed class Subscription(ChangesUnderWay changes, Action waits) : IDisposable
    {
        public void Dispose() => changes._waits -= waits;
    }
}
