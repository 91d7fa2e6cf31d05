namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment list</c>.</summary>
internal sealed class CommentListCommand(ProgramContext context)
    : NewsCommand("list", "Print your comments, oldest first.\nExample: termnews comment list 42 --format json")
{
    private readonly Argument<string?> _story = new("STORY")
    {
        Description = "Only of this story; answers stand below what they answer.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _search = new("--search")
    {
        Description = "Only with these words in it, in any case.",
        HelpName = "WORDS",
    };

    private readonly Option<string> _format = FormatOption.ForTable();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _search, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        long? story = args.GetValue(_story) is { } word ? (await StoryIds.FindAsync(news.Stories, word, cancellationToken)).Id : null;
        var comments = await news.Comments.ListAsync(story, cancellationToken);
        if (args.GetValue(_search) is { } words)
            comments = [.. comments.Where(comment => comment.Text.Value.Contains(words, StringComparison.OrdinalIgnoreCase))];
        var table = story is null ? CommentTable.Table : CommentTable.Thread;
        table.Write(args.InvocationConfiguration.Output, comments, args.GetValue(_format)!, context.TableWidth(args));
        return ExitCodes.Success;
    }
}
