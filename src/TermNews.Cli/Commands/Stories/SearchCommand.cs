using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews search</c>: full-text search.</summary>
internal sealed class SearchCommand : Command, ITakesDashedWords
{
    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words that must occur; \"a phrase\", OR, -not, title:word.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _full = new("--full") { Description = "With summary and content." };
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output;
    private readonly ProgramContext _context;

    public SearchCommand(ProgramContext context)
        : base("search",
            "Search the text of all stories, muted ones too, best match first.\n"
            + "Example: termnews search linux -kernel title:release --since 7d")
    {
        (_context, _output) = (context, new StoryOutput(context));
        Arguments.Add(_words);
        _filters.AddTo(this);
        _output.AddTo(this);
        Options.Add(_full);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var search = string.Join(' ', args.GetValue(_words) ?? []).Trim();
        if (search.Length == 0)
            throw new NewsException(NewsFault.WrongUse, "There is nothing to search for; give a word.");
        var news = await _context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var query = await _filters.QueryAsync(args, StoryList.Latest, news.Feeds, _context.Clock.GetUtcNow(), cancellationToken);
        var limit = _output.LimitOf(args, _filters.Limit(args));
        var rows = limit == 0 ? [] : await news.Lists.SearchAsync(search, query, limit, cancellationToken);
        await _output.PrintAsync(args, news, $"Search: {search}", rows, args.GetValue(_full), cancellationToken);
        return ExitCodes.Success;
    }
}
