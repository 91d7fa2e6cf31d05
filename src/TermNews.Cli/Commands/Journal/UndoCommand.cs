namespace TermNews.Cli.Commands.Journal;

/// <summary><c>termnews undo</c>: undoes the last changes, whoever made them; <c>--list</c> lists them.</summary>
internal sealed class UndoCommand(ProgramContext context)
    : NewsCommand("undo", "Undo the last change, or the last N: marks, mutes, splits, comments, feeds with their stories, imports, "
        + "interests; whether a command or the reader made it. A bulk change is one.\nExample: termnews undo 2")
{
    private readonly Argument<int?> _count = StepCount.Argument("undo");
    private readonly Option<bool> _list = new("--list") { Description = "Only list the changes, the last one first." };
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_count, _list, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        if (!args.GetValue(_list))
        {
            var kept = await context.OpenAsync(args, cancellationToken);
            var changes = new UndoChanges(() => kept.Journal);
            return StepCount.Tell(args, await changes.UndoAsync(args.GetValue(_count) ?? 1, cancellationToken), "Undone", "undo");
        }
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var steps = await new UndoChanges(() => news.Journal).ListAsync(cancellationToken);
        StepTable.Table.Write(args.InvocationConfiguration.Output, [.. steps.Take(args.GetValue(_count) ?? int.MaxValue)],
            args.GetValue(_format)!, context.TableWidth(args));
        if (steps.Count == 0)
            context.Tell(args, "Nothing to undo.");
        return ExitCodes.Success;
    }
}
