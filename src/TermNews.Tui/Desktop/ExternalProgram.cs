using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Tui.Desktop;

/// <summary>Runs desktop programs: an argument list without a shell, no access to the terminal's streams, and a time-out.</summary>
internal static class ExternalProgram
{
    /// <summary>Runs a program; true if it was found, read the input and exited successfully in time.</summary>
    /// <param name="program">The name, which is looked up in the search path.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="time">The time-out; a program that is still running then (a browser) is left alone and counts as started.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public static async Task<bool> RunAsync(
        string program, string[] arguments, string input, TimeSpan time, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            using var process = Process.Start(start);
            if (process is null)
                return false;
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(time);
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return input.Length == 0;
        }
        catch (Exception ex) when (ex is Win32Exception or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
