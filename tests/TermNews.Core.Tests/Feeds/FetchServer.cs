using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace TermNews.Core.Tests.Feeds;

/// <summary>What came in: the path and the headers.</summary>
internal sealed record FetchServerRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>What goes out. A wrong <c>Content-Length</c> among the headers is sent as it is.</summary>
internal sealed record FetchServerReply(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    /// <summary>Sent when this is done.</summary>
    public Task? After { get; init; }

    /// <summary>The connection is closed without an answer.</summary>
    public bool HangsUp { get; init; }

    public static FetchServerReply Ok(string body, params (string Name, string Value)[] headers) =>
        new(200, Encoding.UTF8.GetBytes(body), headers);

    public static FetchServerReply Moved(int status, string location) => new(status, [], ("Location", location));

    public static FetchServerReply Packed(string body, string encoding, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding switch
        {
            "gzip" => new GZipStream(packed, level, leaveOpen: true),
            "br" => new BrotliStream(packed, level, leaveOpen: true),
            "deflate" => new ZLibStream(packed, level, leaveOpen: true),
            _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
        })
        {
            packer.Write(Encoding.UTF8.GetBytes(body));
        }
        return new(200, packed.ToArray(), ("Content-Encoding", encoding));
    }
}

/// <summary>An HTTP/1.1 server on the loopback, on a port of the system's choice, one request a connection.</summary>
internal sealed class FetchServer(Func<FetchServerRequest, FetchServerReply> answer) : LoopbackServer
{
    private int _inFlight;
    private int _mostInFlight;

    public ConcurrentQueue<FetchServerRequest> Requests { get; } = [];

    /// <summary>The most requests that were being answered at once.</summary>
    public int MostInFlight => _mostInFlight;

    /// <summary>Done when the first request is here.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Url(string path) => $"http://{Authority}{path}";

    protected override async Task AnswerAsync(TcpClient client, NetworkStream stream)
    {
        if (await ReadRequestAsync(stream) is not { } request)
            return;
        InterlockedMax(ref _mostInFlight, Interlocked.Increment(ref _inFlight));
        Requests.Enqueue(request);
        Asked.TrySetResult();
        var reply = answer(request);
        if (reply.After is { } after)
            await after.WaitAsync(Stopping);
        Interlocked.Decrement(ref _inFlight);
        if (reply.HangsUp)
            return;
        await stream.WriteAsync(Head(reply), Stopping);
        await stream.WriteAsync(reply.Body, Stopping);
    }

    private async Task<FetchServerRequest?> ReadRequestAsync(NetworkStream stream)
    {
        var lines = new List<string>();
        // Anything but GET is a TLS handshake, which never comes to the end of a line.
        var first = new byte[1];
        if (await stream.ReadAsync(first, Stopping) == 0 || first[0] != 'G')
            return null;
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync(Stopping) is { Length: > 0 } line)
            lines.Add(line);
        if (lines.Count == 0)
            return null;
        var headers = lines.Skip(1).Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        return new FetchServerRequest(lines[0].Split(' ')[1], headers);
    }

    private static byte[] Head(FetchServerReply reply)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {reply.Status} Words\r\nConnection: close\r\n");
        foreach (var (name, value) in reply.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (reply.Status != 304 && !reply.Headers.Any(header => header.Name == "Content-Length"))
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {reply.Body.Length}\r\n");
        return Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
