using System.CommandLine.Parsing;

namespace TermNews.Cli.Start;

/// <summary>
/// What is wrong with a command line, in our words: the parser's own name types of the runtime. Rules of <see cref="ParameterRules"/> have
/// sentences of ours already.
/// </summary>
internal static class Refusals
{
    /// <summary>The sentences, each once.</summary>
    public static IEnumerable<string> Of(ParseResult args) => args.Errors.Select(error => SentenceOf(error, args)).Distinct();

    private static string SentenceOf(ParseError error, ParseResult args) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0 } option => $"{option.Option.Name} needs a value.",
        OptionResult option when option.Tokens.Count > option.Option.Arity.MaximumNumberOfValues =>
            $"{option.Option.Name} can be given only once.",
        OptionResult or ArgumentResult { Tokens.Count: > 0 } => error.Message,
        ArgumentResult argument => $"{args.CommandResult.Command.Name} needs {NameOf(argument.Argument)}.",
        _ => OfCommand(args),
    };

    private static string OfCommand(ParseResult args)
    {
        var command = args.CommandResult.Command;
        if (args.UnmatchedTokens is [var word, ..])
        {
            var shown = ForeignText.CleanLine(word);
            return word.StartsWith('-') ? $"There is no option {shown}."
                : command.Subcommands.Count > 0 ? $"There is no command \"{shown}\" of {command.Name}."
                : $"{command.Name} does not take \"{shown}\".";
        }
        return command.Arguments.FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > 0) is { } missing
            ? $"{command.Name} needs {NameOf(missing)}."
            : $"{command.Name} needs a command: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();
}
