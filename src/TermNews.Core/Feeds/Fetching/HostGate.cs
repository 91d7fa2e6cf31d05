using System.Collections.Concurrent;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Lets one feed at a time through to a public host, and none to a host that asked to be left alone. Hosts of the reader's own
/// machine and network are not held to either.
/// </summary>
/// <param name="clock">Tells when a pause is over.</param>
/// <param name="queueOf">Which queue an address belongs to; null for <see cref="PublicHost"/>.</param>
internal sealed class HostGate(TimeProvider clock, Func<Uri, string?>? queueOf = null)
{
    private readonly ConcurrentDictionary<string, Gate> _gates = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host of a public address; null for files, for programs, and for the reader's own machine and network.</summary>
    public static string? PublicHost(Uri uri) => uri.Scheme is not ("http" or "https") || NetworkPlace.IsPrivate(uri) ? null : uri.IdnHost;

    /// <summary>The queue an address belongs to; null where it belongs to none.</summary>
    public string? QueueOf(Uri uri) => queueOf is null ? PublicHost(uri) : queueOf(uri);

    /// <summary>Waits until the host is free; it is free again when the result is disposed of.</summary>
    public async Task<IDisposable?> EnterAsync(Uri uri, CancellationToken cancellationToken)
    {
        if (QueueOf(uri) is not { } host)
            return null;
        var gate = _gates.GetOrAdd(host, static _ => new Gate());
        await gate.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        return gate;
    }

    /// <summary>Leaves a host alone until a time.</summary>
    public void Pause(Uri uri, DateTimeOffset until)
    {
        if (QueueOf(uri) is { } host)
            _pauses.AddOrUpdate(host, until, (_, known) => known > until ? known : until);
    }

    /// <summary>Until when a host wants to be left alone; null where it may be visited.</summary>
    public DateTimeOffset? PausedUntil(Uri uri) =>
        QueueOf(uri) is { } host && _pauses.TryGetValue(host, out var until) && until > clock.GetUtcNow() ? until : null;

    private sealed class Gate : IDisposable
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public void Dispose() => Turn.Release();
    }
}
