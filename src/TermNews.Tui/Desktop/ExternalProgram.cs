using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Tui.Desktop;

/// <summary>Runs programs of the reader's desktop: arguments as a list, no shell, none of the terminal's streams, not for ever.</summary>
internal static class ExternalProgram
{
    /// <summary>Whether a program was found, took the input and ended well in time.</summary>
    /// <param name="program">Its name, looked for in the search path.</param>
    /// <param name="arguments">Its arguments, one each.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="time">How long it may take; a program that goes on (a browser) is left alone and counts as started.</param>
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
