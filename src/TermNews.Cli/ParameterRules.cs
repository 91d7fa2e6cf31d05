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
        option.AcceptOnlyFromAmong([.. words]);
        return option;
    }

    /// <summary>Accepts only some words.</summary>
    public static Argument<T> Only<T>(this Argument<T> argument, params IEnumerable<string> words)
    {
        argument.AcceptOnlyFromAmong([.. words]);
        return argument;
    }

    /// <summary>Refuses numbers with a sentence; null accepts one. A value that is no number has its own error.</summary>
    public static Option<int?> Refusing(this Option<int?> option, Func<int, string?> refusal)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && refusal(value) is { } sentence)
                result.AddError(sentence);
        });
        return option;
    }
}
