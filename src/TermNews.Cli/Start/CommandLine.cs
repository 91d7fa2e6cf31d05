using TermNews.Cli.Commands.Comments;
using TermNews.Cli.Commands.Database;
using TermNews.Cli.Commands.Documents;
using TermNews.Cli.Commands.Feeds;
using TermNews.Cli.Commands.Interests;
using TermNews.Cli.Commands.Journal;
using TermNews.Cli.Commands.Mutes;
using TermNews.Cli.Commands.Stories;

namespace TermNews.Cli.Start;

/// <summary>The tree of commands.</summary>
internal static class CommandLine
{
    /// <summary>The parser's settings: no response files, no bundled short options.</summary>
    public static ParserConfiguration Parsing { get; } = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Creates the root command.</summary>
    public static Command Create(ProgramContext context)
    {
        var root = new Command("termnews",
            "Read news in the terminal. Alone it opens the reader; where standard output is no terminal it prints the latest stories.\n"
            + "With --plain, or where TERM is dumb or unset, it is read and answered in lines, with a prompt; its help lists the "
            + "commands.\n"
            + "Example: termnews list popular --since 24h");
        var list = new ListCommand(context);
        root.Take(context.Options.All);
        root.Subcommands.Add(new RefreshCommand(context.FeedToolsAsync, context.Clock));
        root.Subcommands.Add(list);
        root.Subcommands.Add(new CountCommand(context));
        root.Subcommands.Add(new ShowCommand(context));
        root.Subcommands.Add(new SearchCommand(context));
        root.Subcommands.Add(new RelatedCommand(context));
        root.Subcommands.Add(new WhyCommand(context));
        root.Subcommands.Add(new SplitCommand(context));
        root.Subcommands.Add(new InterestsCommand(context));
        root.Subcommands.Add(new ExportCommand(context));
        root.Subcommands.Add(new DigestCommand(context));
        root.Subcommands.Add(new MarkCommand(context));
        root.Subcommands.Add(new MuteCommand(context));
        root.Subcommands.Add(new UndoCommand(context));
        root.Subcommands.Add(new RedoCommand(context));
        root.Subcommands.Add(new OpenCommand(context));
        root.Subcommands.Add(new DownloadCommand(context));
        root.Subcommands.Add(new CommentCommand(context));
        root.Subcommands.Add(new FeedsCommand(context.FeedToolsAsync));
        root.Subcommands.Add(new ImportCommand(context.FeedToolsAsync, context.Input));
        root.Subcommands.Add(new ExportOpmlCommand(context.FeedToolsToReadAsync, context.Clock));
        root.Subcommands.Add(new ParseCommand());
        root.Subcommands.Add(new ExtractCommand());
        root.Subcommands.Add(new OpmlCommand());
        root.Subcommands.Add(new DbCommand(context.DatabasePath, context.OpenDatabaseAsync, context.Clock));
        root.SetAction((args, cancellationToken) => ReaderStart.IsPossible(context, args)
            ? ReaderStart.RunReaderAsync(context, args, cancellationToken)
            : ReaderStart.IsPlainPossible(context, args)
            ? ReaderStart.RunPlainAsync(context, args, () => list.RunAsync(args, cancellationToken), cancellationToken)
            : list.RunAsync(args, cancellationToken));
        return root;
    }
}
