using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment list</c>.</summary>
internal sealed class CommentListCommand : Command
{
    private readonly Argument<string?> _story = new("STORY") { Description = "Only of this story.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _format = FormatOption.ForTable();
    private readonly ProgramContext _context;

    public CommentListCommand(ProgramContext context)
        : base("list", "Print your comments, oldest first.\nExample: termnews comment list 42 --format json")
    {
        _context = context;
        Arguments.Add(_story);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await _context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        long? story = args.GetValue(_story) is { } word ? (await StoryIds.FindAsync(news.Stories, word, cancellationToken)).Id : null;
        var comments = await news.Comments.ListAsync(story, cancellationToken);
        CommentTable.Table.Write(args.InvocationConfiguration.Output, comments, args.GetValue(_format)!, _context.TableWidth(args));
        return ExitCodes.Success;
    }
}
