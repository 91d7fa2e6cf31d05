using TermNews.Core.Storage.Database;

namespace TermNews.Cli.Commands.Database;

/// <summary><c>termnews db path</c>: prints the path of the database without opening it.</summary>
internal sealed class DbPathCommand : Command
{
    public DbPathCommand(Func<ParseResult, string> pathOf)
        : base("path", "Print where the database is.\nExample: termnews db path") =>
        SetAction(args =>
        {
            var path = pathOf(args);
            args.InvocationConfiguration.Output.Write((path == NewsDatabase.MemoryPath ? path : Path.GetFullPath(path)) + "\n");
            return ExitCodes.Success;
        });
}
