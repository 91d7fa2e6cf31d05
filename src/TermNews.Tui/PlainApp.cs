using Microsoft.Win32.SafeHandles;
using TermNews.Core.Reader.Composition;
using TermNews.Tui.Desktop;
using TermNews.Tui.Plain;
using TermNews.Tui.Terminal;
using TermNews.Tui.Views;

namespace TermNews.Tui;

/// <summary>The plain reader on this process's terminal, which stays as it is: lines in, lines out.</summary>
public sealed class PlainApp
{
    private const int Partial = 1;
    private const int Interrupted = 130;
    private readonly TextWriter _output;
    private readonly TextWriter _error;

    /// <summary>Looks at the environment.</summary>
    /// <param name="environment">Gives a variable's value or null.</param>
    /// <param name="output">Takes the answers.</param>
    /// <param name="error">Takes what was refused, where commands come from a pipe.</param>
    public PlainApp(Func<string, string?> environment, TextWriter output, TextWriter error)
    {
        (_output, _error) = (output, error);
        var traits = TerminalTraits.From(environment);
        IsAscii = traits.IsAscii;
        Clipboard = new ShownClipboard(traits, environment);
        Browser = new SystemBrowser(traits, environment, Clipboard);
    }

    /// <summary>The clipboard of the desktop, if there is one.</summary>
    public IClipboard Clipboard { get; }

    /// <summary>The browser of the desktop, if there is one.</summary>
    public IBrowser Browser { get; }

    /// <summary>The terminal has ASCII only.</summary>
    public bool IsAscii { get; }

    /// <summary>A person had the word, or there was at least one line in the pipe.</summary>
    public bool HadCommands { get; private set; } = true;

    /// <summary>Runs until the reader leaves or the input ends.</summary>
    /// <param name="parts">What the reader is put together from.</param>
    /// <param name="input">Commands from a pipe; null where they are typed at the terminal.</param>
    /// <param name="cancellationToken">SIGINT has come.</param>
    /// <returns>The exit status.</returns>
    public async Task<int> RunAsync(ReaderParts parts, Stream? input, CancellationToken cancellationToken)
    {
        var isInteractive = input is null;
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var last = new LastWords(_error);
        using var signals = new LeavingSignals(left.Cancel, last.Say);
        using var reader = new PlainReader(parts, _output, _error, new PlainOptions
        {
            IsInteractive = isInteractive,
            Size = () => TtySize.Of(1),
            Encode = parts.Ascii ? AsciiStandIns.For : text => text,
        });
        last.Begin(reader.Leaving);
        try
        {
            using var lines = new StreamReader(input ?? OpenTerminal(), new UTF8Encoding(false));
            await reader.RunAsync(lines, left.Token);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
            if (isInteractive)
                _output.WriteLine();   // The prompt stands there.
            return signals.ExitCode ?? Interrupted;
        }
        finally
        {
            last.Say();
        }
        HadCommands = isInteractive || reader.HadCommands;
        return reader.HasFailed && !isInteractive ? Partial : 0;
    }

    /// <summary>The console's own stream would read keys and send sequences; this one has lines, edited by the terminal.</summary>
    private static FileStream OpenTerminal() => new(new SafeFileHandle(0, ownsHandle: false), FileAccess.Read, bufferSize: 0);
}
