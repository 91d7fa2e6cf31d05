using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews export</c>: writes a list with its articles and comments.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Argument<string?> _list = new("LIST")
    {
        Description = $"One of {ListCatalog.Words} [latest].",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _file = new("--output")
    {
        Description = "The file, replaced as a whole [standard output].",
        HelpName = "FILE",
    };
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output;
    private readonly ProgramContext _context;

    public ExportCommand(ProgramContext context)
        : base("export", "Write a list with full articles and comments.\nExample: termnews export saved --format html --output saved.html")
    {
        (_context, _output) = (context, new StoryOutput(context));
        Arguments.Add(_list);
        _filters.AddTo(this);
        _output.AddTo(this, isFormatRequired: true);
        Options.Add(_file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var list = ListCatalog.Parse(args.GetValue(_list));
        var news = await _context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var query = await _filters.QueryAsync(args, list, news.Feeds, _context.Clock.GetUtcNow(), cancellationToken);
        var limit = _filters.Limit(args) ?? int.MaxValue;
        if (args.GetValue(_file) is { } file)
        {
            await AtomicFile.WriteAsync(file, writer =>
                _output.PrintAsync(args, writer, news, query, limit, isFull: true, cancellationToken));
            _context.Tell(args, $"Wrote {file}.");
        }
        else
        {
            await _output.PrintAsync(args, args.InvocationConfiguration.Output, news, query, limit, isFull: true, cancellationToken);
        }
        return ExitCodes.Success;
    }
}
