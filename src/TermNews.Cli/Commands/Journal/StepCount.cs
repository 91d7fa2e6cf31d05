using TermNews.Core.Undoing;

namespace TermNews.Cli.Commands.Journal;

/// <summary>The argument N of undo and redo, and what they print.</summary>
internal static class StepCount
{
    /// <summary>How many changes; one if it is not given.</summary>
    public static Argument<int?> Argument(string verb) => new Argument<int?>("N")
    {
        Description = $"How many changes to {verb}; 1 if it is not given.",
        Arity = ArgumentArity.ZeroOrOne,
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count > 0)
                return count;
            result.AddError($"N is a whole number from 1, not \"{result.Tokens[0].Value}\".");
            return null;
        },
    };

    /// <summary>Prints a line for each change. Partial where something that a change was about is gone.</summary>
    public static int Tell(ParseResult args, IReadOnlyList<JournalTurn> turns, string done, string verb)
    {
        var output = args.InvocationConfiguration.Output;
        foreach (var turn in turns)
            output.Write($"{UndoChanges.SentenceOf(turn, done)}\n");
        if (turns.Count == 0)
            output.Write($"Nothing to {verb}.\n");
        return turns.Any(static turn => turn.Skipped > 0) ? ExitCodes.Partial : ExitCodes.Success;
    }
}
