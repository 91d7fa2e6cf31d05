using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace TermNews.Core.Storage.Database;

/// <summary>
/// The pauses of one wait for the write lock, on the time of the machine: another program holds the lock. They are random, so that
/// waiters do not meet again and again; and short once a waiter has waited for long, so that newcomers do not overtake it for ever
/// (SQLite's own handler pauses longer and longer, up to 100 ms, which starved some of 32 writers for 24 s).
/// </summary>
/// <param name="patience">The whole wait at most; <see cref="Timeout.InfiniteTimeSpan"/> for no end.</param>
internal sealed class LockWait(TimeSpan patience)
{
    /// <summary>
    /// How long a command waits: twice what SQLite's documentation advises as a busy time-out for programs that nobody watches (10 s), as
    /// a backup or a large import of another program may take that long.
    /// </summary>
    public static readonly TimeSpan OfCommands = TimeSpan.FromSeconds(20);

    private const int LongestPause = 20;   // Milliseconds: the time of a few transactions of one change, each 2 to 10 ms with its sync.
    private const int UrgentPause = 2;     // About one transaction.
    private static readonly TimeSpan Urgent = TimeSpan.FromSeconds(2);   // A fifth of the 10 s that no writer may wait.

    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Waits for one pause; false when the patience is over.</summary>
    public async ValueTask<bool> PauseAsync(CancellationToken cancellationToken)
    {
        var waited = Stopwatch.GetElapsedTime(_start);
        if (patience != Timeout.InfiniteTimeSpan && waited >= patience)
            return false;
        var longest = waited >= Urgent ? UrgentPause : LongestPause;
        await Task.Delay(Pause(longest), TimeProvider.System, cancellationToken).ConfigureAwait(false);
        return true;
    }

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It spreads retries; it keeps no secret.")]
    private static TimeSpan Pause(int longest) => TimeSpan.FromMilliseconds(Random.Shared.Next(1, longest + 1));
}
