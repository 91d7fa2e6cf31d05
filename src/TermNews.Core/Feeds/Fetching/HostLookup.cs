using System.Net.Sockets;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Connects to hosts and resolves names on dedicated threads: getaddrinfo blocks its thread, and an unresponsive name server would exhaust
/// the thread pool.
/// </summary>
/// <param name="lookUp">Looks a name up.</param>
/// <param name="isPublicOnly">Hosts must not lie in a private network: a public host redirected to them.</param>
internal sealed class HostLookup(Func<string, IPAddress[]> lookUp, bool isPublicOnly)
{
    /// <summary>Stack of a resolver thread in bytes: getaddrinfo needs little, and there may be hundreds of threads.</summary>
    private const int StackSize = 256 * 1024;

    /// <summary>A proxy may be anywhere, and looks hosts up itself.</summary>
    private bool MustBePublic(SocketsHttpConnectionContext context) =>
        isPublicOnly && string.Equals(
            context.InitialRequestMessage.RequestUri?.IdnHost, context.DnsEndPoint.Host, StringComparison.OrdinalIgnoreCase);

    /// <summary>Connects to the first address of a host that accepts.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        IPAddress[] addresses = IPAddress.TryParse(host, out var address)
            ? [address]
            : await FindAsync(host).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (MustBePublic(context) && addresses.Any(NetworkPlace.IsPrivate))
            throw new FetchFaultException($"{host} lies in a private network, to which a redirect is not followed.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private Task<IPAddress[]> FindAsync(string host)
    {
        var found = new TaskCompletionSource<IPAddress[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Find(host, found), StackSize) { IsBackground = true, Name = "look-up" };
        thread.Start();
        return found.Task;
    }

    private void Find(string host, TaskCompletionSource<IPAddress[]> found)
    {
        try
        {
            found.SetResult(lookUp(host));
        }
        catch (Exception ex) when (ex is SocketException or ArgumentException)
        {
            found.SetException(ex);
        }
    }
}
