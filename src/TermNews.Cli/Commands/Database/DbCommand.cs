using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary>Opens the database of a command line; the caller closes it.</summary>
/// <param name="args">The command line.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
internal delegate Task<NewsDatabase> DatabaseFor(ParseResult args, CancellationToken cancellationToken);

/// <summary><c>termnews db</c>: maintains the database. Only these commands see the database itself.</summary>
internal sealed class DbCommand : Command
{
    public DbCommand(Func<ParseResult, string> pathOf, DatabaseFor databaseFor, TimeProvider clock)
        : base("db", "Look after the database.\nExample: termnews db backup ~/news-backup.db")
    {
        Subcommands.Add(new DbPathCommand(pathOf));
        Subcommands.Add(new DbCheckCommand(databaseFor));
        Subcommands.Add(new DbStatsCommand(databaseFor));
        Subcommands.Add(new DbBackupCommand(databaseFor));
        Subcommands.Add(new DbRestoreCommand(pathOf, clock));
        Subcommands.Add(new DbIndexCommand(databaseFor));
    }
}
