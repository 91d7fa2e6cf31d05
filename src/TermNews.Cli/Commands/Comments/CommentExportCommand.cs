using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment export</c>.</summary>
internal sealed class CommentExportCommand : Command
{
    private readonly Option<string> _format = FormatOption.ForTable("json");
    private readonly ProgramContext _context;

    public CommentExportCommand(ProgramContext context)
        : base("export", "Write all your comments, as comment import reads them.\nExample: termnews comment export > comments.json")
    {
        _context = context;
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await _context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var comments = await news.Comments.ListAsync(storyId: null, cancellationToken);
        CommentTable.Table.Write(args.InvocationConfiguration.Output, comments, args.GetValue(_format)!, width: null);
        return ExitCodes.Success;
    }
}
