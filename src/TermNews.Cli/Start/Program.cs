using System.Runtime.InteropServices;
using TermNews.Cli;
using TermNews.Cli.Start;

StandardStreams.Secure();
using var interrupted = new CancellationTokenSource();
using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, caught =>
{
    caught.Cancel = !interrupted.IsCancellationRequested;   // A second Ctrl-C ends the program at once.
    interrupted.Cancel();
});
var output = StandardStreams.Open();
var error = StandardStreams.OpenError();
try
{
    await using var context = new ProgramContext();
    var status = await Runner.RunAsync(context, args, output, error, interrupted.Token);
    output.Flush();
    return status;
}
catch (BrokenPipeException)
{
    return ExitCodes.BrokenPipe;
}
