namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews count</c>: prints how many stories there are.</summary>
internal sealed class CountCommand(ProgramContext context)
    : NewsCommand("count", "Print how many stories there are, as one bare number.\nExample: termnews count unread --by feed")
{
    private readonly Argument<string?> _list = StoryParameters.List();

    private readonly Option<string?> _by = new Option<string?>("--by")
    {
        Description = "A line for each feed or category: name, tab, number.",
        HelpName = "feed|category",
    }.Only("feed", "category");

    private readonly StoryFilters _filters = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_list, .. _filters.Options, _by];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var list = ListCatalog.Parse(args.GetValue(_list));
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var query = await _filters.QueryAsync(args, list, news.Feeds, context.Clock.GetUtcNow(), cancellationToken);
        var limit = _filters.Limit(args) ?? int.MaxValue;
        var output = args.InvocationConfiguration.Output;
        if (args.GetValue(_by) is not { } by)
        {
            output.Write(Number(Math.Min(limit, await CountAsync(news, query, cancellationToken))) + "\n");
            return ExitCodes.Success;
        }
        var grouping = by == "feed" ? StoryGrouping.Feed : StoryGrouping.Category;
        foreach (var row in (await news.Stories.CountByAsync(query, grouping, cancellationToken)).Take(limit))
            output.Write($"{row.Name}\t{Number(row.Count)}\n");
        return ExitCodes.Success;
    }

    /// <summary>The length of a ranked list is that of its ranking, not the number of candidates.</summary>
    private static async Task<int> CountAsync(Newsroom news, StoryQuery query, CancellationToken cancellationToken) =>
        query.List.IsRanked
            ? (await news.Lists.PageAsync(query, after: null, int.MaxValue, cancellationToken)).Stories.Count
            : await news.Stories.CountAsync(query, cancellationToken);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
