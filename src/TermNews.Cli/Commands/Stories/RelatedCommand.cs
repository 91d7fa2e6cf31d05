namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews related</c>: stories like one.</summary>
internal sealed class RelatedCommand(ProgramContext context)
    : NewsCommand("related",
        "You may also like: unread stories of other news that share telling words with one, or else a category.\n"
        + "Example: termnews related 42 --format json")
{
    private readonly Argument<string> _story = new("STORY") { Description = "The id that lists print." };
    private readonly Option<int> _limit = new Option<int>("--limit")
    {
        Description = "At most this many.",
        HelpName = "N",
        DefaultValueFactory = _ => 5,
    }.Between(0);

    private readonly StoryOutput _output = new(context);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_story, _limit, .. _output.Options];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var word = args.GetValue(_story);
        StoryIds.Parse(word);
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var story = await StoryIds.FindAsync(news.Stories, word, cancellationToken);
        var limit = Math.Max(0, args.GetValue(_limit));
        var rows = limit == 0 ? [] : await news.Lists.RelatedAsync(story.Id, limit, cancellationToken);
        var title = $"Like: {ForeignText.CleanLine(story.Title ?? word!)}";
        await _output.PrintAsync(args, news, title, rows, isFull: false, cancellationToken);
        return ExitCodes.Success;
    }
}
