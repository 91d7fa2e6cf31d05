namespace TermNews.Cli.Commands.Comments;

/// <summary><c>termnews comment add</c>.</summary>
internal sealed class CommentAddCommand(ProgramContext context)
    : NewsCommand("add", "Write a comment and print its id.\nExample: echo \"Worth a second read.\" | termnews comment add 42 -"),
    ITakesDashedWords
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Argument<string?> _text = new("TEXT")
    {
        Description = "At most 300 characters; - or nothing reads standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _author = new("--author")
    {
        Description = "Your name [comments.author, else $USER or your login name].",
        HelpName = "NAME",
    };
    private readonly Option<string?> _replyTo = new("--reply-to") { Description = "The comment it answers.", HelpName = "ID" };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _text, _author, _replyTo];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var story = StoryIds.Parse(args.GetValue(_story));
        long? parent = args.GetValue(_replyTo) is { } word ? StoryIds.Parse(word, "comment", "comment list") : null;
        var text = CommentText.Create(await CommentInput.ReadAsync(context, args.GetValue(_text), cancellationToken));
        var author = CommentAuthor.NameOf(
            args.GetValue(_author) ?? context.Settings(args).Comments.Author, Environment.GetEnvironmentVariable);
        var news = await context.OpenAsync(args, cancellationToken);
        var kept = await new WriteComment(() => news.Comments).AddAsync(
            story, author, text, parent, cancellationToken);
        args.InvocationConfiguration.Output.Write($"{kept.Value.Id}\n");
        return ExitCodes.Success;
    }
}
