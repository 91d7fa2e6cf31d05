using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Terminal.Gui.Drivers;
using Terminal.Gui.Time;

namespace TermNews.Tui.Terminal;

/// <summary>Gives the toolkit our input, output and size instead of its own.</summary>
internal sealed class TerminalFactory(TerminalInput input, TerminalOutput output, TerminalSize size) : ComponentFactoryImpl<char>
{
    public override string? GetDriverName() => DriverRegistry.Names.ANSI;

    public override IInput<char> CreateInput() => input;

    public override IOutput CreateOutput() => output;

    public override ISizeMonitor CreateSizeMonitor(IOutput consoleOutput, IOutputBuffer outputBuffer) => size;

    /// <summary>Disables the toolkit's time-out for escape sequences: <see cref="TerminalInput"/> delivers them complete.</summary>
    public override IInputProcessor CreateInputProcessor(ConcurrentQueue<char> inputBuffer, ITimeProvider? timeProvider = null)
    {
        var processor = new AnsiInputProcessor(inputBuffer, timeProvider);
        EscapeTimeout(processor) = TimeSpan.Zero;
        return processor;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_escTimeout")]
    private static extern ref TimeSpan EscapeTimeout(InputProcessorImpl<char> processor);
}
