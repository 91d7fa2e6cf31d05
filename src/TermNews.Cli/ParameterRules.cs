using System.CommandLine.Parsing;

namespace TermNews.Cli;

/// <summary>Adds parameters to commands, and rules for values to parameters.</summary>
internal static class ParameterRules
{
    /// <summary>Adds arguments and options, which the help lists in this order.</summary>
    public static void Take(this Command command, IEnumerable<Symbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter is Argument argument)
                command.Arguments.Add(argument);
            else
                command.Options.Add((Option)parameter);
        }
    }

    /// <summary>Accepts only some words.</summary>
    public static Option<T> Only<T>(this Option<T> option, params IEnumerable<string> words)
    {
        string[] all = [.. words];
        option.AcceptOnlyFromAmong(all);   // For completions, too; its own sentence is replaced.
        option.Validators.Clear();
        option.Validators.Add(result => RefuseOthers(result, option.Name, result.Tokens, all));
        return option;
    }

    /// <summary>Accepts only some words.</summary>
    public static Argument<T> Only<T>(this Argument<T> argument, params IEnumerable<string> words)
    {
        string[] all = [.. words];
        argument.AcceptOnlyFromAmong(all);
        argument.Validators.Clear();
        argument.Validators.Add(result => RefuseOthers(result, argument.HelpName ?? argument.Name, result.Tokens, all));
        return argument;
    }

    /// <summary>Accepts whole numbers of a range, both ends of it included.</summary>
    public static Option<int?> Between(this Option<int?> option, int least, int most = int.MaxValue)
    {
        option.CustomParser = result => NumberOf(result, option.Name, least, most);
        return option;
    }

    /// <inheritdoc cref="Between(Option{int?}, int, int)"/>
    public static Option<int> Between(this Option<int> option, int least, int most = int.MaxValue)
    {
        option.CustomParser = result => NumberOf(result, option.Name, least, most) ?? least;
        return option;
    }

    private static int? NumberOf(ArgumentResult result, string name, int least, int most)
    {
        if (result.Tokens is not [var token])
            return null;   // Too few or too many values have their own sentence.
        if (int.TryParse(token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= least && value <= most)
            return value;
        var range = most == int.MaxValue ? FormattableString.Invariant($"from {least} on")
            : FormattableString.Invariant($"from {least} to {most}");
        result.AddError($"{name} takes a whole number {range}, not \"{ForeignText.CleanLine(token.Value)}\".");
        return null;
    }

    private static void RefuseOthers(SymbolResult result, string name, IEnumerable<Token> tokens, string[] words)
    {
        if (tokens.FirstOrDefault(token => !words.Contains(token.Value, StringComparer.Ordinal)) is { } other)
            result.AddError($"{name} takes {string.Join(", ", words)}, not \"{ForeignText.CleanLine(other.Value)}\".");
    }
}
