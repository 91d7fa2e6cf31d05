using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Tui.Desktop;

/// <summary>How a program that a text was piped to ended.</summary>
internal enum PipedEnd
{
    /// <summary>It ended with status 0.</summary>
    Done,

    /// <summary>It ended with another status.</summary>
    Failed,

    /// <summary>It was not found or may not be run.</summary>
    NotStarted,

    /// <summary>It was still running at the end of its time and was ended, with the programs it had started.</summary>
    TookTooLong,
}

/// <summary>Pipes a text to a program, without a shell, within one time limit for everything.</summary>
internal static class PipedProgram
{
    /// <summary>Runs a program; what it writes is read and dropped, so that it never waits for a reader.</summary>
    /// <param name="program">The name, which is looked up in the search path.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="time">The limit around writing, reading and its end.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    public static async Task<PipedEnd> RunAsync(
        string program, string[] arguments, string input, TimeSpan time, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        try
        {
            if (!process.Start())
                return PipedEnd.NotStarted;
        }
        catch (Exception ex) when (ex is Win32Exception or InvalidOperationException)
        {
            return PipedEnd.NotStarted;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        try
        {
            // WaitAsync, as a read or write of a pipe that a grandchild holds open may not heed the token.
            await Task.WhenAll(
                WriteAsync(process, input, limit.Token),
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.WaitForExitAsync(limit.Token)).WaitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? PipedEnd.Done : PipedEnd.Failed;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return PipedEnd.TookTooLong;
        }
        catch (IOException)
        {
            return PipedEnd.Failed;
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Writes the input; a program that reads only its beginning (<c>head</c>) is none that failed.</summary>
    private static async Task WriteAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It closed its input.
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ex) when (ex is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already, or is ending.
        }
    }
}
