using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db backup</c>: copies the database.</summary>
internal sealed class DbBackupCommand(DatabaseFor databaseFor)
    : NewsCommand("backup", "Copy the database to FILE while others go on using it.\nExample: termnews db backup ~/news-backup.db")
{
    private readonly Argument<string> _file = new("FILE") { Description = "The copy; it must not exist yet." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var file = args.GetValue(_file)!;
        await using var database = await databaseFor(args, cancellationToken);
        await database.BackupAsync(file, cancellationToken);
        args.InvocationConfiguration.Error.Write($"Copied {database.Path} to {file}.\n");
        return ExitCodes.Success;
    }
}
