using System.CommandLine;
using TermNews.Cli.Commands;

namespace TermNews.Cli;

/// <summary>Decides between the full-screen reader and lines of text.</summary>
internal static class ReaderStart
{
    /// <summary>There is a terminal that can show the reader, and nobody asked for lines.</summary>
    public static bool IsPossible(ProgramContext context, ParseResult args) =>
        context.Terminal.Value is { OutputWidth: not null, IsInputTerminal: true }
        && !args.GetValue(context.Options.Plain)
        && context.Variable("TERM") is not (null or "dumb");

    /// <summary>Runs the reader.</summary>
    public static Task<int> RunReaderAsync(ProgramContext context, ParseResult args, ListCommand list, CancellationToken cancellationToken) =>
        list.RunAsync(args, cancellationToken);
}
