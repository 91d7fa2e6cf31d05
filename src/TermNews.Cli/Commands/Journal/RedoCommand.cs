namespace TermNews.Cli.Commands.Journal;

/// <summary><c>termnews redo</c>: does changes again that were undone.</summary>
internal sealed class RedoCommand(ProgramContext context)
    : NewsCommand("redo", "Do the change again that was undone last, or the last N. After a new change there is none.\n"
        + "Example: termnews redo")
{
    private readonly Argument<int?> _count = StepCount.Argument("do again");

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_count];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await context.OpenAsync(args, cancellationToken);
        var turns = await new UndoChanges(() => news.Journal).RedoAsync(args.GetValue(_count) ?? 1, cancellationToken);
        return StepCount.Tell(args, turns, "Done again", "redo");
    }
}
