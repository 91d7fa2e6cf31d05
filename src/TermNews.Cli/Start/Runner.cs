using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace TermNews.Cli.Start;

/// <summary>Runs a command line and maps its outcome to an exit code.</summary>
internal static class Runner
{
    /// <summary>Runs a command line.</summary>
    public static async Task<int> RunAsync(
        ProgramContext context, IReadOnlyList<string> words, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var args = CommandLine.Create(context).Parse(words, CommandLine.Parsing);
        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,   // The program handles signals itself.
        };
        try
        {
            if (args.Action is ParseErrorAction || (args.Errors.Count == 0 && UnknownOption(args) is not null))
                return await RefuseAsync(args, error);
            var status = await args.InvokeAsync(configuration, cancellationToken);
            await output.FlushAsync(cancellationToken);
            return cancellationToken.IsCancellationRequested ? ExitCodes.Interrupted : status;
        }
#pragma warning disable CA1031 // The one handler of all unexpected exceptions.
        catch (Exception ex)
#pragma warning restore CA1031
        {
            return await ExplainAsync(ex, args.GetValue(context.Options.Verbose), output, error, cancellationToken);
        }
    }

    private static async Task<int> RefuseAsync(ParseResult args, TextWriter error)
    {
        var sentences = args.Action is ParseErrorAction
            ? Refusals.Of(args)
            : [$"There is no option {UnknownOption(args)}."];
        foreach (var sentence in sentences)
            await error.WriteAsync($"termnews: {sentence}\n");
        if (Suggestions.For(args) is { } suggestion)
            await error.WriteAsync($"Did you mean {suggestion}?\n");
        await error.WriteAsync($"See {PathOf(args.CommandResult.Command)} --help.\n");
        return ExitCodes.WrongUse;
    }

    /// <summary>The first unknown option. The parser takes it for an argument, which we accept only after <c>--</c>.</summary>
    private static string? UnknownOption(ParseResult args)
    {
        if (args.Action is HelpAction or VersionAction)
            return null;
        var isTolerant = args.CommandResult.Command is ITakesDashedWords;
        var free = args.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        return args.CommandResult.Command.Arguments
            .SelectMany(argument => args.GetResult(argument)?.Tokens ?? [])
            .Where(token => !free.Contains(token))
            .Select(token => token.Value)
            .Where(word => !word.Contains(' ', StringComparison.Ordinal))
            .FirstOrDefault(word => isTolerant ? word is ['-', '-', _, ..] : word is ['-', _, ..]);
    }

    private static async Task<int> ExplainAsync(
        Exception thrown, bool isVerbose, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        switch (thrown)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested: return ExitCodes.Interrupted;
            case BrokenPipeException: return ExitCodes.BrokenPipe;
        }
        await output.FlushAsync(CancellationToken.None);
        await error.WriteAsync(thrown is NewsException
            ? $"termnews: {thrown.Message}\n"
            : $"termnews: Something went wrong that should not have: {thrown.GetType().Name}, {ForeignText.CleanLine(thrown.Message)}\n");
        if (isVerbose)
            await error.WriteAsync($"{thrown}\n");
        return thrown is NewsException news ? ExitCodes.Of(news.Fault) : ExitCodes.Defect;
    }

    private static string PathOf(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : command.Name;
}
