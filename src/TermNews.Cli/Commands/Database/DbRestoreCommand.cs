using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db restore</c>: puts a backup in the place of the database.</summary>
internal sealed class DbRestoreCommand(Func<ParseResult, string> pathOf, TimeProvider clock)
    : NewsCommand("restore",
        "Put a backup in the place of the database, which is kept beside it under another name. No other TermNews may have it open.\n"
        + "Example: termnews db restore ~/news-backup.db")
{
    private readonly Argument<string> _file = new("FILE") { Description = "A file that db backup made; it stays as it is." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var file = args.GetValue(_file)!;
        var path = pathOf(args);
        var kept = await DatabaseRestore.RunAsync(path, file, clock, cancellationToken);
        args.InvocationConfiguration.Error.Write(kept is null
            ? $"Restored {path} from {file}.\n"
            : $"Restored {path} from {file}; what was there before is {kept}.\n");
        return ExitCodes.Success;
    }
}
