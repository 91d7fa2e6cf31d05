namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment delete</c>.</summary>
internal sealed class CommentDeleteCommand(ProgramContext context)
    : NewsCommand("delete", "Delete a comment; answers to it stay.\nExample: termnews comment delete 7")
{
    private readonly Argument<string> _comment = new("ID") { Description = "The id that comment list prints." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_comment];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var id = StoryIds.Parse(args.GetValue(_comment), "comment", "comment list");
        var news = await context.OpenAsync(args, cancellationToken);
        await new WriteComment(() => news.Comments).DeleteAsync(id, cancellationToken);
        context.Tell(args, $"Comment {id} is deleted.");
        return ExitCodes.Success;
    }
}
