namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment</c>: the reader's comments.</summary>
internal sealed class CommentCommand : Command
{
    public CommentCommand(ProgramContext context)
        : base("comment",
            "Write, list, change and move your comments, at most 300 characters each.\n"
            + "Example: termnews comment add 42 \"Worth a second read.\"")
    {
        Subcommands.Add(new CommentAddCommand(context));
        Subcommands.Add(new CommentListCommand(context));
        Subcommands.Add(new CommentEditCommand(context));
        Subcommands.Add(new CommentHistoryCommand(context));
        Subcommands.Add(new CommentDeleteCommand(context));
        Subcommands.Add(new CommentExportCommand(context));
        Subcommands.Add(new CommentImportCommand(context));
    }
}
