namespace TermNews.Cli.Start;

/// <summary>Suggests the command or option that a misspelled word stands for.</summary>
internal static class Suggestions
{
    /// <summary>Edit distance of a suggestion at most; names are short, so 3 would match unrelated ones.</summary>
    private const int Farthest = 2;

    /// <summary>The nearest name; null if none is near.</summary>
    public static string? For(ParseResult args)
    {
        var command = args.CommandResult.Command;
        var names = Lineage(command)
            .SelectMany(one => one.Options.Select(option => option.Name))
            .Concat(command.Subcommands.Select(sub => sub.Name));
        return args.UnmatchedTokens.Concat(args.CommandResult.Tokens.Select(token => token.Value))
            .SelectMany(word => names.Select(name => (Name: name, Steps: Steps(word, name))))
            .Where(candidate => candidate.Steps is > 0 and <= Farthest && candidate.Name.Length > candidate.Steps + 1)
            .OrderBy(candidate => candidate.Steps)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    private static IEnumerable<Command> Lineage(Command command) => command.Parents.OfType<Command>().SelectMany(Lineage).Prepend(command);

    /// <summary>The edit distance with transpositions (optimal string alignment).</summary>
    private static int Steps(string from, string to)
    {
        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }
        return table[from.Length, to.Length];
    }
}
