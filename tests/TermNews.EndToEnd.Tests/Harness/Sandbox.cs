namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>A home folder of its own for one test, with the program run in it as a script would.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly Dictionary<string, string> _environment;

    public Sandbox()
    {
        Folder = Directory.CreateTempSubdirectory("termnews-test-").FullName;
        _environment = new()
        {
            ["HOME"] = Folder,
            ["XDG_DATA_HOME"] = Path.Combine(Folder, "data"),
            ["XDG_CONFIG_HOME"] = Path.Combine(Folder, "config"),
            ["XDG_STATE_HOME"] = Path.Combine(Folder, "state"),
            ["XDG_CACHE_HOME"] = Path.Combine(Folder, "cache"),
            ["TMUX_TMPDIR"] = Folder,
            ["NO_PROXY"] = "127.0.0.1",
            ["no_proxy"] = "127.0.0.1",
            ["LC_ALL"] = "C.UTF-8",
            ["TZ"] = "UTC",
            ["USER"] = "reader",
            ["LOGNAME"] = "reader",
        };
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "data", "termnews", "termnews.db");

    /// <summary>Nothing may touch the network, not even the loopback.</summary>
    public bool Offline { get; init; }

    public IReadOnlyDictionary<string, string> Environment =>
        Offline ? new Dictionary<string, string>(_environment) { ["TERMNEWS_OFFLINE"] = "1" } : _environment;

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Runs <c>termnews</c> with its output in a pipe.</summary>
    public Task<Ended> RunAsync(params string[] arguments) => RunWithInputAsync(null, arguments);

    public Task<Ended> RunWithInputAsync(string? input, params string[] arguments) =>
        Processes.RunAsync("env", [.. Wiped, Installed.Binary, .. arguments], Environment, input, TestContext.Current.CancellationToken);

    /// <summary>Runs <c>termnews</c> and expects it to end with 0.</summary>
    public async Task<Ended> DoAsync(params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        Assert.True(
            ended.ExitCode == 0, $"termnews {string.Join(' ', arguments)} ended with {ended.ExitCode}: {ended.Error}{ended.Output}");
        return ended;
    }

    /// <summary>Arguments of <c>env</c> that take away what the machine's own environment would change.</summary>
    public static IReadOnlyList<string> Wiped { get; } =
        ["-u", "TERMNEWS_DB", "-u", "TERMNEWS_CONFIG", "-u", "NO_COLOR", "-u", "CLICOLOR_FORCE", "-u", "SSH_CONNECTION", "-u", "SSH_TTY"];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
