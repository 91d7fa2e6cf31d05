using System.ComponentModel;
using System.Diagnostics;

namespace TermNews.Core.Feeds.Fetching;

/// <summary>
/// Runs local programs that write feeds: an argument list without a shell, no access to the terminal's streams, and a time-out.
/// </summary>
internal static class ExecSource
{
    /// <summary>Characters of standard error that an error sentence quotes: one or two rows of a terminal.</summary>
    private const int LongestComplaint = 200;

    /// <summary>Runs a program and reads its standard output.</summary>
    /// <param name="request">A request with an address that <see cref="ProgramAddress"/> understands.</param>
    /// <param name="limits">The limits of the output in bytes.</param>
    /// <param name="clock">The clock of the time-out.</param>
    /// <param name="cancellationToken">Cancels the fetch and kills the program.</param>
    public static async Task<FetchResult> ReadAsync(
        FetchRequest request, FetchLimits limits, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (ProgramAddress.WordsOf(request.Url) is not [var program, .. var arguments])
            return FetchResult.Failed(request.Url, "This address names no program, or a quotation mark is missing in it.");
        var name = ForeignText.CleanLine(Path.GetFileName(program));
        if (Find(program) is not { } path)
            return FetchResult.Failed(request.Url, $"The program {name} was not found; give its full path.");
        using var time = new CancellationTokenSource(request.Timeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);
        try
        {
            return await RunAsync(request, Start(path, arguments), name, limits, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchResult.Failed(request.Url, FetchFault.OfProgramTime(request.Timeout, name));
        }
        catch (Exception fault) when (fault is FetchFaultException or NewsException)
        {
            return FetchResult.Failed(request.Url, fault.Message);
        }
        catch (Exception ex) when (ex is Win32Exception or IOException or InvalidOperationException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return FetchResult.Failed(request.Url, $"The program {name} cannot be started; check that it may be executed.");
        }
    }

    private static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    /// <summary>The executable: at its path, or in the search path, but never in the current directory.</summary>
    private static string? Find(string program)
    {
        if (Path.IsPathRooted(program))
            return File.Exists(program) ? program : null;
        if (program.Length == 0 || program.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
            return null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Where(Path.IsPathRooted).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
    }

    private static async Task<FetchResult> RunAsync(
        FetchRequest request, ProcessStartInfo start, string name, FetchLimits limits, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = start };
        process.Start();
        try
        {
            process.StandardInput.Close();
            // A read from a pipe that a grandchild holds open may never end by itself.
            var complaint = FirstOfAsync(process.StandardError.BaseStream, cancellationToken).WaitAsync(cancellationToken);
            var content = await FetchedBody.ReadToEndAsync(
                    process.StandardOutput.BaseStream, length => FetchedBody.OfLength(length, limits.ContentBytes, $"The program {name}"),
                    default, cancellationToken)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0
                ? Wrote(request, name, content.Content)
                : FetchResult.Failed(request.Url, OfStatus(name, process.ExitCode, await complaint.ConfigureAwait(false)));
        }
        finally
        {
            End(process);
        }
    }

    private static FetchResult Wrote(FetchRequest request, string name, ReadOnlyMemory<byte> content) => content.Length == 0
        ? FetchResult.Failed(request.Url, $"The program {name} wrote nothing.")
        : new FetchResult
        { Status = FetchStatus.Fetched, Url = request.Url, Content = GzipDocument.Inflate(content), WireBytes = content.Length };

    /// <summary>The beginning of standard error; the rest is drained so that the program never blocks on a full pipe.</summary>
    private static async Task<string> FirstOfAsync(Stream words, CancellationToken cancellationToken)
    {
        var first = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = await words.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (first.Length < buffer.Length)
                first.Write(buffer, 0, count);
        }
        return Encoding.UTF8.GetString(first.GetBuffer(), 0, (int)first.Length);
    }

    private static string OfStatus(string name, int status, string complaint)
    {
        var line = complaint.Split('\n').Select(text => ForeignText.CleanLine(text)).FirstOrDefault(line => line.Length > 0) ?? "";
        var words = line.Length > LongestComplaint ? ForeignText.CleanLine(line[..LongestComplaint]) + "…" : line.TrimEnd('.');
        var number = status.ToString(CultureInfo.InvariantCulture);
        return words.Length == 0 ? $"The program {name} ended with status {number}."
            : $"The program {name} ended with status {number}: {words}.";
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ex) when (ex is InvalidOperationException or Win32Exception or AggregateException)
        {
            // The process has exited already, or is exiting.
        }
    }
}
