using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews list</c>: prints a list of stories.</summary>
internal sealed class ListCommand : Command
{
    private readonly Argument<string?> _list = new("LIST")
    {
        Description = $"One of {ListCatalog.Words} [latest].",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _full = new("--full") { Description = "With summary and content." };
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output;
    private readonly ProgramContext _context;

    public ListCommand(ProgramContext context)
        : base("list", "Print a list of stories.\nExample: termnews list popular --since 24h --format json")
    {
        (_context, _output) = (context, new StoryOutput(context));
        Arguments.Add(_list);
        _filters.AddTo(this);
        _output.AddTo(this);
        Options.Add(_full);
        SetAction(RunAsync);
    }

    /// <summary>Prints what <c>termnews list</c> prints.</summary>
    public async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var list = ListCatalog.Parse(args.GetValue(_list));
        var news = await _context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var query = await _filters.QueryAsync(args, list, news.Feeds, _context.Clock.GetUtcNow(), cancellationToken);
        var limit = _output.LimitOf(args, _filters.Limit(args));
        await _output.PrintAsync(args, args.InvocationConfiguration.Output, news, query, limit, args.GetValue(_full), cancellationToken);
        return ExitCodes.Success;
    }
}
