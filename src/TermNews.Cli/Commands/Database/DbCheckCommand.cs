using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db check</c>: looks for damage.</summary>
internal sealed class DbCheckCommand(DatabaseFor databaseFor)
    : NewsCommand("check", "Look for damage in the database; print each problem.\nExample: termnews db check && echo sound")
{

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        await using var database = await databaseFor(args, cancellationToken);
        var problems = await database.CheckAsync(cancellationToken);
        foreach (var problem in problems)
            args.InvocationConfiguration.Output.Write(problem + "\n");
        args.InvocationConfiguration.Error.Write(problems.Count == 0
            ? $"{database.Path} is sound.\n"
            : $"{database.Path} is damaged; termnews db restore FILE puts a backup in its place.\n");
        return problems.Count == 0 ? ExitCodes.Success : ExitCodes.Unreadable;
    }
}
