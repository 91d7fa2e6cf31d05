using System.Globalization;
using TermNews.EndToEnd.Tests.Harness;

namespace TermNews.EndToEnd.Tests;

/// <summary>The reader at the far end of a real SSH session, through an sshd on the loopback.</summary>
public sealed class SshTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reading_moving_and_copying_work_over_SSH()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var server = await SshServer.StartAsync(newsroom.Sandbox);
        await using var terminal = await ConnectAsync(newsroom, server);

        await terminal.PressAsync("\e[B");
        await terminal.SendSplitAsync(TimeSpan.FromMilliseconds(200), "\e"u8.ToArray(), "[A"u8.ToArray());   // Still one key, and back up.
        terminal.Send("\e[B\r");
        await terminal.WaitForAsync("The article on Dispatch number 1");
        var before = terminal.Count;
        terminal.Send("q");
        await terminal.WaitForAsync("filter", before);
        terminal.Send("y");
        await terminal.WaitForCopyAsync("https://example.org/Dispatch%20number%201");
        terminal.Send("q");

        Assert.Equal(0, (await terminal.WaitForExitAsync()).Status);
        Assert.Empty(terminal.Since(0).LeftOn);
        Assert.Equal("0", await StatusAsync(newsroom));
    }

    [Fact]
    public async Task A_lost_connection_leaves_no_process_behind_and_keeps_the_draft()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await using var server = await SshServer.StartAsync(newsroom.Sandbox);
        await using var terminal = await ConnectAsync(newsroom, server);
        await terminal.OpenCommentBoxAsync();
        terminal.Send("Cut off in the");
        await terminal.RepaintUntilAsync("Cut off in the");
        var reader = int.Parse(await File.ReadAllTextAsync(newsroom.Sandbox.PathOf("far.pid"), Token), CultureInfo.InvariantCulture);

        terminal.Signal(9);   // The client, at once, without a word to the server.

        Assert.Equal("129", await StatusAsync(newsroom));
        Assert.False(Directory.Exists($"/proc/{reader}"));
        await using var later = PseudoTerminal.Start(newsroom.Sandbox, 80, 24);
        await later.WaitForAsync(Newsroom.Newest);
        await later.OpenCommentBoxAsync();
        await later.RepaintUntilAsync("Cut off in the");
    }

    /// <summary>
    /// At the far end a script runs the reader and writes down its process and its exit status, also when the line is gone.
    /// </summary>
    private static async Task<PseudoTerminal> ConnectAsync(Newsroom newsroom, SshServer server)
    {
        var sandbox = newsroom.Sandbox;
        var environment = sandbox.Environment.Select(variable => $"{variable.Key}='{variable.Value}'");
        await File.WriteAllTextAsync(sandbox.PathOf("far.sh"), $"""
            trap : HUP
            export {string.Join(' ', environment)}
            sh -c 'printf %s $$ > "{sandbox.PathOf("far.pid")}"; exec "$0"' '{Installed.Binary}'
            status=$?
            printf %s "$status" > "{sandbox.PathOf("far.new")}" && mv "{sandbox.PathOf("far.new")}" "{sandbox.PathOf("far.status")}"
            exit "$status"

            """, Token);
        var terminal = PseudoTerminal.StartProgram(sandbox, 80, 24, null, server.Client(sandbox.PathOf("far.sh")));
        await terminal.WaitForAsync(Newsroom.Newest);
        return terminal;
    }

    private static async Task<string> StatusAsync(Newsroom newsroom)
    {
        var file = newsroom.Sandbox.PathOf("far.status");
        await PseudoTerminal.UntilAsync(() => File.Exists(file), () => "The reader at the far end goes on.");
        return await File.ReadAllTextAsync(file, Token);
    }
}
