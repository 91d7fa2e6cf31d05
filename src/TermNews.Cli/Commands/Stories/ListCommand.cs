namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews list</c>: prints a list of stories.</summary>
internal sealed class ListCommand(ProgramContext context)
    : NewsCommand("list", "Print a list of stories.\nExample: termnews list popular --since 24h --format json")
{
    private readonly Argument<string?> _list = StoryParameters.List();

    private readonly Option<bool> _full = new("--full") { Description = "With summary and content." };
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output = new(context);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_list, .. _filters.Options, .. _output.Options, _full];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var list = ListCatalog.Parse(args.GetValue(_list));
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var query = await _filters.QueryAsync(args, list, news.Feeds, context.Clock.GetUtcNow(), cancellationToken);
        var limit = _output.LimitOf(args, _filters.Limit(args));
        return await _output.PrintAsync(
            args, args.InvocationConfiguration.Output, news, query, limit, args.GetValue(_full), cancellationToken);
    }
}
