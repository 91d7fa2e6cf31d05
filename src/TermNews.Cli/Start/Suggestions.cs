namespace TermNews.Cli.Start;

/// <summary>Suggests the command or option that a misspelled word stands for.</summary>
internal static class Suggestions
{
    /// <summary>The nearest name; null if none is near.</summary>
    public static string? For(ParseResult args)
    {
        var command = args.CommandResult.Command;
        var names = Lineage(command)
            .SelectMany(one => one.Options.Select(option => option.Name))
            .Concat(command.Subcommands.Select(sub => sub.Name));
        return args.UnmatchedTokens.Concat(args.CommandResult.Tokens.Select(token => token.Value))
            .Select(word => NearestName.Of(word, names))
            .FirstOrDefault(static name => name is not null);
    }

    private static IEnumerable<Command> Lineage(Command command) => command.Parents.OfType<Command>().SelectMany(Lineage).Prepend(command);
}
