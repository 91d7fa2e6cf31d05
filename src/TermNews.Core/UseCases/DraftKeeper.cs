using TermNews.Core.Rescue;

namespace TermNews.Core.UseCases;

/// <summary>
/// Keeps what is being typed: told of each change, it writes the words to the database behind the screen, and has them in memory until
/// they are there. A later text is never overwritten by an earlier one.
/// </summary>
/// <param name="comments">The comments of the edition that is shown.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws.</param>
public sealed class DraftKeeper(Func<ICommentRepository> comments, TimeProvider clock, Func<Func<Task>, Task> runBehind)
    : IUnwritten, IDisposable
{
    /// <summary>
    /// From a key to the write. A second of typing at most may be lost; the other half of it is for the write, which waits for the disk.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <summary>From a write that failed to the next: room may have been made, a lock be gone. SQLite itself waits 10 s and more.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait of a key or of the end of the program; above it a reader takes the program for dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(600);

    private const string IsBusy = "The database is busy: another program is writing to it.";
    private readonly Lock _gate = new();
    private readonly Dictionary<(ICommentRepository, DraftPlace), Typed> _unwritten = [];
    private Task _saving = Task.CompletedTask;
    private ITimer? _timer;
    private bool _isDue, _isWriting, _isDisposed;
    private string? _fault;

    /// <summary>Takes the newest words of a place; blank ones mean that there is no draft.</summary>
    public void Change(DraftPlace place, Story story, string text)
    {
        lock (_gate)
        {
            var key = (comments(), place);
            _unwritten[key] = new Typed(key, story, text, clock.GetUtcNow());
            if (!_isDue)
                StartTimer(Pause);
            _isDue = true;
        }
    }

    /// <summary>The draft of a place, or null.</summary>
    /// <exception cref="NewsException">The database cannot be read.</exception>
    public async Task<string?> FindAsync(DraftPlace place, CancellationToken cancellationToken)
    {
        var of = comments();
        if (UnwrittenAt(of, place) is { } typed)
            return string.IsNullOrWhiteSpace(typed.Text) ? null : typed.Text;
        return await of.Drafts.FindAsync(place, cancellationToken);
    }

    /// <summary>Writes the words of a place now, and waits for it until that is done.</summary>
    /// <returns>The reason why they are in memory only; null where they are in the database.</returns>
    public async Task<string?> WriteAsync(DraftPlace place)
    {
        await SaveAsync();
        return UnwrittenAt(comments(), place) is null ? null : _fault ?? IsBusy;
    }

    /// <summary>Writes the words of a place now; waits no longer than <see cref="Patience"/>, and the write goes on behind.</summary>
    /// <returns>The reason why they are in memory only; null where they are in the database.</returns>
    public async Task<string?> KeepAsync(DraftPlace place)
    {
        try
        {
            return await WriteAsync(place).WaitAsync(Patience, clock);
        }
        catch (TimeoutException)
        {
            return IsBusy;
        }
    }

    /// <inheritdoc/>
    public Task SaveAsync()
    {
        lock (_gate)
        {
            if (_isWriting || _unwritten.Count == 0)
                return _saving;   // The writing under way takes the newest words, too.
            _isWriting = true;
            return _saving = runBehind(WriteAllAsync);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<RescueEntry> Unwritten()
    {
        lock (_gate)
        {
            return [.. _unwritten.Values.Where(static typed => !string.IsNullOrWhiteSpace(typed.Text)).OrderBy(static typed => typed.At)
                .Select(static typed => RescuedDraft.Of(typed.Key.Place, typed.Story, typed.Text, typed.At))];
        }
    }

    /// <summary>Stops the timer; what is not written yet can still be.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }
    }

    private Typed? UnwrittenAt(ICommentRepository of, DraftPlace place)
    {
        lock (_gate)
            return _unwritten.GetValueOrDefault((of, place));
    }

    private void StartTimer(TimeSpan due)
    {
        if (_isDisposed)
            return;
        _timer ??= clock.CreateTimer(_ => OnDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private void OnDue()
    {
        lock (_gate)
            _isDue = false;
        _ = SaveAsync();
    }

    /// <summary>Writes until nothing is left, or nothing more can be written. One runs at a time.</summary>
    private async Task WriteAllAsync()
    {
        HashSet<Typed> tried = [];
        while (Next(tried) is { } typed)
            Note(typed, await WriteAsync(typed).ConfigureAwait(false));
    }

    /// <summary>The oldest words not tried yet. Without any the writing is over, before anybody can add some.</summary>
    private Typed? Next(HashSet<Typed> tried)
    {
        lock (_gate)
        {
            var next = _isWriting ? _unwritten.Values.Where(typed => !tried.Contains(typed)).MinBy(static typed => typed.At) : null;
            _isWriting = next is not null && tried.Add(next);
            return next;
        }
    }

    private void Note(Typed typed, NewsException? fault)
    {
        lock (_gate)
        {
            _fault = fault?.Message;
            if (fault is null)
            {
                if (_unwritten.GetValueOrDefault(typed.Key) == typed)
                    _unwritten.Remove(typed.Key);
                return;
            }
            _isWriting = fault.Fault != NewsFault.Unreadable;   // The other words would fail, too, each after a wait.
            if (!_isDue)
                StartTimer(Retry);
        }
    }

    private static async Task<NewsException?> WriteAsync(Typed typed)
    {
        try
        {
            await typed.Key.Comments.Drafts.SaveAsync(typed.Key.Place, typed.Text, CancellationToken.None).ConfigureAwait(false);
            return null;
        }
        catch (NewsException ex)
        {
            return ex;
        }
        catch (Exception ex)   // A defect must not cost the words: they go to the rescue file.
        {
            return new NewsException(NewsFault.Unreadable, $"The draft cannot be written ({ex.GetType().Name}).", ex);
        }
    }

    /// <summary>The words of a place; compared by reference, so that newer words that read the same are not taken for these.</summary>
    private sealed class Typed((ICommentRepository Comments, DraftPlace Place) key, Story story, string text, DateTimeOffset at)
    {
        public (ICommentRepository Comments, DraftPlace Place) Key => key;

        public Story Story => story;

        public string Text => text;

        public DateTimeOffset At => at;
    }
}
