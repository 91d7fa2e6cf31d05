using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db check</c>: looks for damage, and sets it aside if asked to.</summary>
internal sealed class DbCheckCommand(DatabaseFor databaseFor)
    : NewsCommand("check",
        "Look for damage in the database: its pages, its references, and every row that is to be read; print each problem.\n"
        + "Example: termnews db check && echo sound")
{
    private readonly Option<bool> _repair = new("--repair")
    {
        Description = "Set damaged texts and values aside, in the table damaged, so that everything else can be read.",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_repair];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await using var database = await databaseFor(args, cancellationToken);
        var output = args.InvocationConfiguration.Output;
        var error = args.InvocationConfiguration.Error;
        var isRepair = args.GetValue(_repair);
        if (isRepair)
        {
            var aside = await database.RepairAsync(cancellationToken);
            foreach (var line in aside)
                output.Write($"Set aside: {line}\n");
            if (aside.Count > 0)
                error.Write($"{Plural.Of(aside.Count, "thing")} set aside; the next refresh fetches the texts that feeds still have.\n");
        }
        var problems = await database.CheckAsync(cancellationToken);
        foreach (var problem in problems)
            output.Write(problem + "\n");
        error.Write($"{database.Path} is {Verdict(problems.Count == 0, isRepair)}\n");
        return problems.Count == 0 ? ExitCodes.Success : ExitCodes.Unreadable;
    }

    private static string Verdict(bool isSound, bool isRepaired) => (isSound, isRepaired) switch
    {
        (true, _) => "sound.",
        (false, false) => "damaged; termnews db check --repair sets aside what cannot be read, and termnews db restore FILE puts a backup "
            + "in its place.",
        (false, true) => "still damaged: pages of the file itself are; termnews db restore FILE puts a backup in its place, and before, "
            + "termnews comment export and export all save what can be read.",
    };
}
