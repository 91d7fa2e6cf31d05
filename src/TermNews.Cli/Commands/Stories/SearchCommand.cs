namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews search</c>: full-text search.</summary>
internal sealed class SearchCommand(ProgramContext context)
    : NewsCommand("search",
        "Search the text of all stories, muted ones too, best match first.\n"
        + "Example: termnews search linux -kernel title:release --since 7d"), ITakesDashedWords
{
    private readonly Argument<string[]> _words = new("WORDS")
    {
        Description = "Words that must occur; \"a phrase\", OR, -not, title:word.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _full = new("--full") { Description = "With summary and content." };
    private readonly StoryFilters _filters = new();
    private readonly StoryOutput _output = new(context);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_words, .. _filters.Options, .. _output.Options, _full];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var search = string.Join(' ', args.GetValue(_words) ?? []).Trim();
        if (search.Length == 0)
            throw new NewsException(NewsFault.WrongUse, "There is nothing to search for; give a word.");
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        if (news.Database.IsReadOnly && await news.Index.CountWaitingAsync(cancellationToken) is > 0 and var waiting)
            context.Tell(args, $"{Plural.Stories(waiting)} cannot be found yet: the search index cannot be written.");
        var query = await _filters.QueryAsync(args, StoryList.Latest, news.Feeds, context.Clock.GetUtcNow(), cancellationToken);
        var limit = _output.LimitOf(args, _filters.Limit(args));
        var rows = limit == 0 ? [] : await news.Lists.SearchAsync(search, query, limit, cancellationToken);
        return await _output.PrintAsync(args, news, $"Search: {search}", rows, args.GetValue(_full), cancellationToken);
    }
}
