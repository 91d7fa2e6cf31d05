namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews export</c>: writes a list with its articles and comments.</summary>
internal sealed class ExportCommand(ProgramContext context)
    : NewsCommand("export",
        "Write a list with full articles and comments.\nExample: termnews export saved --format html --output saved.html")
{
    private readonly Argument<string?> _list = StoryParameters.List();

    private readonly Option<string?> _file = StoryParameters.OutputFile();
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output = new(context, isFormatRequired: true);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_list, .. _filters.Options, .. _output.Options, _file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var list = ListCatalog.Parse(args.GetValue(_list));
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var query = await _filters.QueryAsync(args, list, news.Feeds, context.Clock.GetUtcNow(), cancellationToken);
        var limit = _filters.Limit(args) ?? int.MaxValue;
        if (args.GetValue(_file) is not { } file)
            return await _output.PrintAsync(args, args.InvocationConfiguration.Output, news, query, limit, isFull: true, cancellationToken);
        var status = ExitCodes.Success;
        await AtomicFile.WriteAsync(file, async writer =>
            status = await _output.PrintAsync(args, writer, news, query, limit, isFull: true, cancellationToken));
        context.Tell(args, $"Wrote {file}.");
        return status;
    }
}
