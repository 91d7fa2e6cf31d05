namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment edit</c>.</summary>
internal sealed class CommentEditCommand(ProgramContext context)
    : NewsCommand("edit", "Change a comment.\nExample: termnews comment edit 7 \"Worth a third read.\""), ITakesDashedWords
{
    private readonly Argument<string> _comment = new("ID") { Description = "The id that comment list prints." };
    private readonly Argument<string> _text = new("TEXT") { Description = "The new text; - reads standard input." };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_comment, _text];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var id = StoryIds.Parse(args.GetValue(_comment), "comment", "comment list");
        var text = CommentText.Create(await CommentInput.ReadAsync(context, args.GetValue(_text), cancellationToken));
        var news = await context.OpenAsync(args, cancellationToken);
        await new WriteComment(() => news.Comments).EditAsync(id, text, cancellationToken);
        context.Tell(args, $"Comment {id} is changed.");
        return ExitCodes.Success;
    }
}
