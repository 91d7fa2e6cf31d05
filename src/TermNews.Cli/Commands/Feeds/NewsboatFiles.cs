namespace TermNews.Cli.Commands.Feeds;

/// <summary>Where newsboat reads its subscriptions (newsboat(1), FILES): only there a list is known to be the reader's own.</summary>
internal static class NewsboatFiles
{
    /// <summary>Whether a path is newsboat's <c>urls</c> file of this user.</summary>
    public static bool IsOwn(string path)
    {
        if (path is "-" or "")
            return false;
        var home = Environment.GetEnvironmentVariable("HOME") ?? "";
        var configuration = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } named ? named
            : Path.Combine(home, ".config");
        string[] own = [Path.Combine(home, ".newsboat", "urls"), Path.Combine(configuration, "newsboat", "urls")];
        var full = Path.GetFullPath(path);
        return own.Any(one => Path.IsPathRooted(one) && Path.GetFullPath(one) == full);
    }
}
