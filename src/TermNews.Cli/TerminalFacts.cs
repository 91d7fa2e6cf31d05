using TermNews.Tui.Terminal;

namespace TermNews.Cli;

/// <summary>What standard input, output and error are connected to.</summary>
internal sealed record TerminalFacts
{
    private const int StandardOutputDescriptor = 1;
    private const int StandardErrorDescriptor = 2;

    /// <summary>Columns of the terminal that standard output goes to; null where it goes elsewhere.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Columns of the terminal that standard error goes to; null where it goes elsewhere.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>Standard input is a terminal.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Those of this process.</summary>
    public static TerminalFacts OfProcess() => new()
    {
        OutputWidth = Console.IsOutputRedirected ? null : TtySize.Of(StandardOutputDescriptor).Columns,
        ErrorWidth = Console.IsErrorRedirected ? null : TtySize.Of(StandardErrorDescriptor).Columns,
        IsInputTerminal = !Console.IsInputRedirected,
    };
}
