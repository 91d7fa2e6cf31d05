using TermNews.Tui.Terminal;

namespace TermNews.Cli;

/// <summary>The terminals of the standard streams.</summary>
internal sealed class TerminalFacts
{
    private const int StandardOutputDescriptor = 1;
    private const int StandardErrorDescriptor = 2;

    /// <summary>Columns of the terminal on standard output; null if that is redirected.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Columns of the terminal on standard error; null if that is redirected.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>Standard input is a terminal.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>The facts about this process.</summary>
    public static TerminalFacts OfProcess() => new()
    {
        OutputWidth = StandardDescriptors.IsMissing(1) || Console.IsOutputRedirected ? null : TtySize.Of(StandardOutputDescriptor).Columns,
        ErrorWidth = StandardDescriptors.IsMissing(2) || Console.IsErrorRedirected ? null : TtySize.Of(StandardErrorDescriptor).Columns,
        IsInputTerminal = !StandardDescriptors.IsMissing(0) && !Console.IsInputRedirected,
    };
}
