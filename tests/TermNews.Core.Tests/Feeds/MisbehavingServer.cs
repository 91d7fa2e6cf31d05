using System.Net.Sockets;
using System.Text;

namespace TermNews.Core.Tests.Feeds;

/// <summary>The ways in which a server can misbehave.</summary>
internal enum Misbehaviour
{
    SlowFirstByte,
    EndlessBody,
    Dribble,
    HalfClosed,
    TooLongContentLength,
    TooShortContentLength,
    RedirectLoop,
    GzipBomb,
    NoTls,
    TooManyRequests,
    Reset,
    Garbage,
    EndlessHeaders,
    Silence,
}

/// <summary>A server on the loopback that misbehaves in one way, on a port of the system's choice, as long as it is let.</summary>
internal sealed class MisbehavingServer(Misbehaviour way) : LoopbackServer
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n";

    private static readonly byte[] Bomb = FetchServerReply.Packed(new string(' ', 8 * 1024 * 1024), "gzip").Body;

    private long _bytes;

    /// <summary>Bytes that were got rid of.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public string Url => $"{(way == Misbehaviour.NoTls ? "https" : "http")}://{Authority}/";

    protected override Task AnswerAsync(TcpClient client, NetworkStream stream) => way switch
    {
        Misbehaviour.SlowFirstByte => HangAsync(stream),
        Misbehaviour.EndlessBody => RepeatAsync(stream, Head + "\r\n<rss>", new string(' ', 65536)),
        Misbehaviour.Dribble => DribbleAsync(stream),
        Misbehaviour.HalfClosed => HalfCloseAsync(client, stream),
        Misbehaviour.TooLongContentLength => SendAsync(stream, Head + "Content-Length: 900000\r\n\r\n<rss/>"),
        Misbehaviour.TooShortContentLength => SendAsync(stream, Head + "Content-Length: 3\r\n\r\n<rss/>"),
        Misbehaviour.RedirectLoop => SendAsync(stream,
            $"HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /{Guid.NewGuid():N}\r\nContent-Length: 0\r\n\r\n"),
        Misbehaviour.GzipBomb => BlowUpAsync(stream),
        Misbehaviour.NoTls => SendAsync(stream, "HTTP/1.1 400 Bad Request\r\n\r\n"),
        Misbehaviour.TooManyRequests => SendAsync(stream,
            "HTTP/1.1 429 Too Many Requests\r\nConnection: close\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n"),
        Misbehaviour.Reset => ResetAsync(client),
        Misbehaviour.Garbage => SendAsync(stream, string.Concat(Enumerable.Repeat("\0\u00FF what?\r\n", 20))),
        Misbehaviour.EndlessHeaders => RepeatAsync(stream, "HTTP/1.1 200 OK\r\n", "X-More: and more\r\n"),
        Misbehaviour.Silence => new TaskCompletionSource().Task.WaitAsync(Stopping),
    };

    private async Task SendAsync(NetworkStream stream, string text)
    {
        // Without reading first, the closed connection would be reset and the answer lost.
        _ = await stream.ReadAsync(new byte[4096], Stopping);
        await WriteAsync(stream, Encoding.Latin1.GetBytes(text));
    }

    private async Task WriteAsync(NetworkStream stream, byte[] bytes)
    {
        await stream.WriteAsync(bytes, Stopping);
        Interlocked.Add(ref _bytes, bytes.Length);
    }

    private async Task HangAsync(NetworkStream stream)
    {
        while (await stream.ReadAsync(new byte[4096], Stopping) > 0)
        {
        }
    }

    private async Task RepeatAsync(NetworkStream stream, string first, string again)
    {
        await SendAsync(stream, first);
        var bytes = Encoding.Latin1.GetBytes(again);
        while (true)
            await WriteAsync(stream, bytes);
    }

    private async Task DribbleAsync(NetworkStream stream)
    {
        await SendAsync(stream, Head + "Content-Length: 100000\r\n\r\n");
        for (var i = 0; i < 500; i++)
        {
            await WriteAsync(stream, [(byte)'<']);
            await Task.Yield();
        }
        await HangAsync(stream);
    }

    private async Task HalfCloseAsync(TcpClient client, NetworkStream stream)
    {
        await SendAsync(stream, Head + "Content-Length: 100000\r\n\r\n<rss>");
        client.Client.Shutdown(SocketShutdown.Send);
        await HangAsync(stream);
    }

    private async Task BlowUpAsync(NetworkStream stream)
    {
        await SendAsync(stream, Head + "Connection: close\r\nContent-Encoding: gzip\r\n\r\n");
        await WriteAsync(stream, Bomb);
    }

    private static Task ResetAsync(TcpClient client)
    {
        client.LingerState = new LingerOption(true, 0);
        client.Close();
        return Task.CompletedTask;
    }
}
