using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>An sshd of its own on the loopback, as whoever runs the tests: own keys, own configuration, no passwords.</summary>
internal sealed class SshServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly int _port;

    private SshServer(Process process, string folder, int port) => (_process, _folder, _port) = (process, folder, port);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SshServer> StartAsync(Sandbox sandbox)
    {
        var (server, keys) = (Installed.Find("sshd"), Installed.Find("ssh-keygen"));
        _ = Installed.Find("ssh");
        PrepareFolderOfRoot();
        var folder = Directory.CreateDirectory(sandbox.PathOf("ssh")).FullName;
        foreach (var name in new[] { "host", "reader" })
            Assert.Equal(0, (await Processes.RunAsync(
                keys, ["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(folder, name)], null, null, Token)).ExitCode);
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder, "config"), $"""
            ListenAddress 127.0.0.1:{port}
            HostKey {folder}/host
            AuthorizedKeysFile {folder}/reader.pub
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            PermitUserRC no
            PrintMotd no
            PrintLastLog no

            """, Token);
        var process = Process.Start(
            new ProcessStartInfo(server, ["-D", "-e", "-f", Path.Combine(folder, "config")]) { RedirectStandardError = true })!;
        var ssh = new SshServer(process, folder, port);
        await ssh.WaitUntilListeningAsync();
        return ssh;
    }

    /// <summary>What connects to it with a terminal, and runs a script there.</summary>
    public string[] Client(string script) =>
    [
        Installed.Find("ssh"), "-tt", "-F", "/dev/null", "-i", Path.Combine(_folder, "reader"), "-p", $"{_port}", "-o", "BatchMode=yes",
        "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
        $"{Environment.UserName}@127.0.0.1", "sh", script,
    ];

    private async Task WaitUntilListeningAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        List<string> said = [];
        while (await _process.StandardError.ReadLineAsync(limit.Token) is { } line)
        {
            said.Add(line);
            if (!line.Contains("Server listening", StringComparison.Ordinal))
                continue;
            _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
            return;
        }
        Assert.Fail("sshd did not start: " + string.Join(' ', said));
    }

    /// <summary>Root's sshd wants an empty folder that the system's own start-up makes.</summary>
    private static void PrepareFolderOfRoot()
    {
        if (Environment.IsPrivilegedProcess)
            Directory.CreateDirectory("/run/sshd");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
