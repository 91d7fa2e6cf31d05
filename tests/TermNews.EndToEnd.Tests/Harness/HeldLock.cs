using System.Diagnostics;

namespace TermNews.EndToEnd.Tests.Harness;

/// <summary>The write lock of a database, held by another program until this is disposed of.</summary>
internal sealed class HeldLock(string python, string script, string database) : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo(python, ["-c", script, database])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    public async Task UntilHeldAsync() =>
        Assert.Equal("held", await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
