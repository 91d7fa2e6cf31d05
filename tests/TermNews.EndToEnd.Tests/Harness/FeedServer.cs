using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>Serves documents on a free port of the loopback, in the test's own process; what it does not have is 404.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> _documents = new();
    private readonly ConcurrentDictionary<string, bool> _silent = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public FeedServer()
    {
        _listener.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>Serves a document from now on, and gives its address.</summary>
    public string Serve(string path, string document)
    {
        _documents[path] = document;
        return Address + path;
    }

    /// <summary>Takes requests for a document and never answers them, from now on.</summary>
    /// <returns>Ends when the first such request has come.</returns>
    public Task FallSilent(string path)
    {
        _silent[path] = true;
        return _asked.Task;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                _ = AnswerAsync(client);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
            var path = (await reader.ReadLineAsync(_stop.Token))?.Split(' ').ElementAtOrDefault(1) ?? "/";
            while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
            {
                // Headers change nothing here.
            }
            if (_silent.ContainsKey(path))
            {
                _asked.TrySetResult();
                await new TaskCompletionSource().Task.WaitAsync(_stop.Token);
            }
            await stream.WriteAsync(ResponseTo(path), _stop.Token);
        }
        catch (Exception ex) when (ex is IOException or OperationCanceledException)
        {
            // The program went away, or the test is over.
        }
    }

    private byte[] ResponseTo(string path)
    {
        var (status, type, body) = _documents.TryGetValue(path, out var document)
            ? ("200 OK", document.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) ? "text/html" : "application/xml",
            document)
            : ("404 Not Found", "text/plain", "There is no such document.");
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {bytes.Length}\r\nConnection: "
            + "close\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }
}
