namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>A small disk of its own (tmpfs); the test is skipped, saying so, where mounting is not allowed.</summary>
internal sealed class MountedDisk : IAsyncDisposable
{
    private MountedDisk(string folder) => Folder = folder;

    public string Folder { get; }

    public static async Task<MountedDisk> MountAsync(string folder, long bytes)
    {
        Directory.CreateDirectory(folder);
        var ended = await RunAsync("mount", "-t", "tmpfs", "-o", $"size={bytes},mode=0700", "tmpfs", folder);
        if (ended.ExitCode != 0)
            Assert.Skip($"No disk can be mounted here: {ended.Error.Trim()}");
        return new MountedDisk(folder);
    }

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(Folder, "fill"), FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
                file.Write(page);
        }
        catch (IOException)
        {
            Assert.Equal(0, new DriveInfo(Folder).AvailableFreeSpace);
        }
    }

    public async Task ForbidWritingAsync() => Assert.Equal(0, (await RunAsync("mount", "-o", "remount,ro", Folder)).ExitCode);

    public async ValueTask DisposeAsync() => await RunAsync("umount", "-l", Folder);

    private static Task<Ended> RunAsync(string program, params string[] arguments) =>
        Processes.RunAsync(Installed.Find(program), arguments, null, null, CancellationToken.None);
}
