using TermNews.Core.Rescue;

namespace TermNews.Core.UseCases;

/// <summary>Takes in what rescue files of earlier runs have; a file is removed when all of it is in the database.</summary>
/// <param name="folder">The place of the files; null for none.</param>
/// <param name="target">Where it is taken in.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws.</param>
public sealed class TakeInRescued(RescueFolder? folder, RescueTarget target, Func<Func<Task>, Task> runBehind)
{
    private static readonly Outcome Nothing = new("");

    /// <summary>Takes in what it can. The outcome says so; without files it has no words.</summary>
    public async Task<Outcome> RunAsync(CancellationToken cancellationToken)
    {
        var outcome = Nothing;
        if (folder is not null)
            await runBehind(async () => outcome = await TakeInAsync(folder, cancellationToken).ConfigureAwait(false));
        return outcome;
    }

    private async Task<Outcome> TakeInAsync(RescueFolder folder, CancellationToken cancellationToken)
    {
        List<RescueEntry> taken = [];
        List<RescueEntry> left = [];
        string? leftIn = null, fault = null;
        foreach (var (path, file) in folder.Find())
        {
            List<RescueEntry> stays = [];
            foreach (var entry in file.Entries)
            {
                (var isTaken, fault) = await ApplyAsync(entry, fault, cancellationToken).ConfigureAwait(false);
                (isTaken ? taken : stays).Add(entry);
            }
            if (stays.Count < file.Entries.Count || stays.Count == 0)
                folder.Leave(path, stays);
            left.AddRange(stays);
            leftIn = stays.Count > 0 ? path : leftIn;
        }
        if (leftIn is not null)
            return new Outcome($"{Counted(left)} could not be taken in: see {leftIn}. {fault}".TrimEnd()) { IsWarning = true };
        return new Outcome(taken switch
        {
            [] => Nothing.Words,
            [{ Headline: { } headline }] => $"{Counted(taken)} that could not be written before is back: {headline}",
            _ => $"Back from a rescue file: {Counted(taken)}.",
        });
    }

    /// <summary>Entries counted by kind: "1 draft", "2 drafts and 3 marks".</summary>
    internal static string Counted(IReadOnlyList<RescueEntry> entries) => string.Join(" and ", entries
        .GroupBy(static entry => RescueKind.Find(entry.Kind)?.One ?? "thing of a newer version", StringComparer.Ordinal)
        .Select(static kind => Plural.Of(kind.Count(), kind.Key)));

    private async Task<(bool IsTaken, string? Fault)> ApplyAsync(RescueEntry entry, string? before, CancellationToken cancellationToken)
    {
        try
        {
            var isTaken = RescueKind.Find(entry.Kind) is { } kind
                && await kind.ApplyAsync(entry, target, cancellationToken).ConfigureAwait(false);
            return (isTaken, before);
        }
        catch (NewsException ex)
        {
            return (false, ex.Message);
        }
    }
}
