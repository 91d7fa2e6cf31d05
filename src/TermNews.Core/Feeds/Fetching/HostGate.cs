namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Per-host politeness: one feed at a time from a public host, and none while its <c>Retry-After</c> runs. Hosts of the local machine and
/// network are exempt.
/// </summary>
/// <param name="clock">The clock of pauses.</param>
/// <param name="queueOf">Maps an address to its queue; null for <see cref="PublicHost"/>.</param>
internal sealed class HostGate(TimeProvider clock, Func<Uri, string?>? queueOf = null)
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host of a public address; null for files, programs and the local machine and network.</summary>
    public static string? PublicHost(Uri uri) => uri.Scheme is not ("http" or "https") || NetworkPlace.IsPrivate(uri) ? null : uri.IdnHost;

    /// <summary>The queue of an address; null without one.</summary>
    public string? QueueOf(Uri uri) => queueOf is null ? PublicHost(uri) : queueOf(uri);

    /// <summary>Waits for the host's turn; disposing of the result ends it.</summary>
    public async Task<IDisposable?> EnterAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (QueueOf(uri) is not { } host)
            return null;
        var gate = _gates.GetOrAdd(host, static _ => new Gate());
        await gate.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }

    /// <summary>Pauses a host until a time.</summary>
    public void Pause(Uri uri, DateTimeOffset until)
    {
        if (QueueOf(uri) is { } host)
            _pauses.AddOrUpdate(host, until, (_, known) => known > until ? known : until);
    }

    /// <summary>The end of a host's pause; null when it may be visited.</summary>
    public DateTimeOffset? PausedUntil(Uri uri) =>
        QueueOf(uri) is { } host && _pauses.TryGetValue(host, out var until) && until > clock.GetUtcNow() ? until : null;

    private sealed class Gate : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public void Dispose() => Turn.Release();
    }
}
