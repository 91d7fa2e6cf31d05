using System.Globalization;
using System.Runtime.InteropServices;
using TermNews.Cli;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
using var interrupted = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, caught =>
{
    caught.Cancel = !interrupted.IsCancellationRequested;   // The second one ends the program at once.
    interrupted.Cancel();
});
var output = StandardOutput.Wrap(Console.OpenStandardOutput(), flushes: false);
var error = StandardOutput.Wrap(Console.OpenStandardError(), flushes: true);
try
{
    var status = await Runner.RunAsync(new ProgramContext(), args, output, error, interrupted.Token);
    output.Flush();
    return status;
}
catch (BrokenPipeException)
{
    return ExitCodes.BrokenPipe;
}
