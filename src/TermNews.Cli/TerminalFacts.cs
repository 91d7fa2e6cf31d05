namespace TermNews.Cli;

/// <summary>What standard input, output and error are connected to.</summary>
internal sealed record TerminalFacts
{
    /// <summary>Columns of the terminal that standard output goes to; null where it goes elsewhere.</summary>
    public int? OutputWidth { get; init; }

    /// <summary>Columns of the terminal that standard error goes to; null where it goes elsewhere.</summary>
    public int? ErrorWidth { get; init; }

    /// <summary>Standard input is a terminal.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Those of this process.</summary>
    public static TerminalFacts OfProcess() => new()
    {
        OutputWidth = Console.IsOutputRedirected ? null : Width(),
        ErrorWidth = Console.IsErrorRedirected ? null : Width(),
        IsInputTerminal = !Console.IsInputRedirected,
    };

    private static int Width()
    {
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
