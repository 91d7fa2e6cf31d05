using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db vacuum</c>: gives room back to the disk.</summary>
internal sealed class DbVacuumCommand(DatabaseFor databaseFor)
    : NewsCommand("vacuum",
        "Give back to the disk what deleted stories left; others can read meanwhile. What [retention] drops leaves room that is used again "
        + "anyway.\nExample: termnews db vacuum")
{
    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await using var database = await databaseFor(args, cancellationToken);
        var (before, after) = await database.VacuumAsync(cancellationToken);
        args.InvocationConfiguration.Output.Write(string.Create(CultureInfo.InvariantCulture,
            $"{Math.Max(0, before - after):N0} bytes given back: {before:N0} before, {after:N0} now.\n"));
        return ExitCodes.Success;
    }
}
