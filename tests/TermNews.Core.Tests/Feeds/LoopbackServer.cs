using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TermNews.Core.Tests.Feeds;

/// <summary>Takes connections on the loopback, on a port of the system's choice, until it is disposed of.</summary>
internal abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    protected LoopbackServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Host and port.</summary>
    protected string Authority => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Cancelled when the test is over.</summary>
    protected CancellationToken Stopping => _stop.Token;

    /// <summary>Answers one connection.</summary>
    protected abstract Task AnswerAsync(TcpClient client, NetworkStream stream);

    public async ValueTask DisposeAsync()
    {
        // The listener stops last: asked once more after it stopped, it would throw another exception than the token's.
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var answers = new List<Task>();
        try
        {
            while (true)
                answers.Add(TakeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(answers);
        }
    }

    private async Task TakeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await AnswerAsync(client, client.GetStream());
            }
            catch (Exception ex) when (ex is IOException or OperationCanceledException)
            {
                // The other side gave up, or the test is over.
            }
        }
    }
}
