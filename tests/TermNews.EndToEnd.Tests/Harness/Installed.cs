namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>What these tests need on the machine; they are skipped, saying so, where it is missing.</summary>
internal static class Installed
{
    private static readonly Lazy<string?> FoundBinary = new(FindBinary);
    private static readonly Lazy<string?> FoundTmux = new(() => FindOnPath("tmux"));

    /// <summary>The published program: <c>TERMNEWS_BINARY</c>, else the newest one below <c>out/</c> in the repository.</summary>
    public static string Binary
    {
        get
        {
            if (FoundBinary.Value is null)
                Assert.Skip("No published termnews: set TERMNEWS_BINARY, or publish to out/ (dotnet publish src/TermNews.Cli -o out).");
            return FoundBinary.Value;
        }
    }

    public static string Tmux
    {
        get
        {
            if (FoundTmux.Value is null)
                Assert.Skip("tmux is not installed.");
            return FoundTmux.Value;
        }
    }

    /// <summary>The path of a program; the test is skipped where it is missing.</summary>
    public static string Find(string program)
    {
        if (FindOnPath(program) is { } found)
            return found;
        Assert.Skip($"{program} is not installed.");
        return program;
    }

    private static string? FindBinary()
    {
        if (Environment.GetEnvironmentVariable("TERMNEWS_BINARY") is { Length: > 0 } named)
            return File.Exists(named) ? Path.GetFullPath(named)
                : throw new FileNotFoundException($"TERMNEWS_BINARY names {named}, which does not exist.");
        var published = Path.Combine(RepositoryRoot, "out");
        return Directory.Exists(published)
            ? Directory.EnumerateFiles(published, "termnews", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)
            : null;
    }

    private static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/sbin")   // Where sshd is, which is on few people's path.
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);

    public static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TermNews.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
        }
    }
}
