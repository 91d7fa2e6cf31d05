using TermNews.Cli.Commands.Shared;
using TermNews.Core.UseCases;

namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment delete</c>.</summary>
internal sealed class CommentDeleteCommand : Command
{
    private readonly Argument<string> _comment = new("ID") { Description = "The id that comment list prints." };
    private readonly ProgramContext _context;

    public CommentDeleteCommand(ProgramContext context)
        : base("delete", "Delete a comment; answers to it stay.\nExample: termnews comment delete 7")
    {
        _context = context;
        Arguments.Add(_comment);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var id = StoryIds.Parse(args.GetValue(_comment), "comment", "comment list");
        var news = await _context.OpenAsync(args, cancellationToken);
        await new WriteComment(() => news.Comments).DeleteAsync(id, cancellationToken);
        _context.Tell(args, $"Comment {id} is deleted.");
        return ExitCodes.Success;
    }
}
