using TermNews.Core.Export;
using TermNews.Core.Undoing;

namespace TermNews.Cli.Commands.Journal;

/// <summary>The table of changes.</summary>
internal static class StepTable
{
    /// <summary>Changes, the last one first.</summary>
    public static Table<JournalStep> Table { get; } = new(
        Column.Number<JournalStep>("id", static step => step.Id),
        Column.Time<JournalStep>("at", static step => step.At),
        Column.Text<JournalStep>("kind", static step => step.Kind),
        Column.Text<JournalStep>("change", static step => step.Words),
        Column.Time<JournalStep>("undone", static step => step.UndoneAt))
    {
        Aligned = static (steps, width) => steps.Select(step => TextWidth.Fit(
            $"{Rfc3339.Format(step.At)}  {step.Words}{(step.UndoneAt is null ? "" : " (undone)")}", width)),
    };
}
