namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews mark</c>: changes the status of stories.</summary>
internal sealed class MarkCommand(ProgramContext context)
    : NewsCommand("mark", "Mark stories and print how many changed.\nExample: termnews mark read --all --feed \"Local news\" --until 7d")
{
    private readonly Argument<string> _change = new("CHANGE") { Description = $"One of {StatusWords.All}." };
    private readonly Argument<string[]> _stories = new("STORY") { Description = "Ids that lists print.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "All stories that the filters let through." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say how many would change." };
    private readonly StoryFilters _filters = new();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_change, _stories, _all, _dryRun, .. _filters.Options];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var change = StatusWords.Parse(args.GetValue(_change));
        var words = args.GetValue(_stories) ?? [];
        if (args.GetValue(_all) == words.Length > 0)
            throw new NewsException(NewsFault.WrongUse,
                "Name the stories to mark by their ids, or say --all with filters; one of the two.");
        List<long> ids = [.. words.Select(word => StoryIds.Parse(word)).Distinct()];
        var news = await context.OpenAsync(args, cancellationToken);
        var marks = new MarkStories(() => news.Stories);
        var (changing, missing) = args.GetValue(_all)
            ? (await MatchingAsync(args, news, marks, change, cancellationToken), [])
            : await marks.SelectAsync(ids, change, cancellationToken);
        foreach (var id in missing)
            args.InvocationConfiguration.Error.Write($"termnews: {StoryIds.Missing(id.ToString(CultureInfo.InvariantCulture)).Message}\n");
        var isDry = args.GetValue(_dryRun);
        var changed = isDry ? changing.Count : (await marks.MarkAsync(changing, change, cancellationToken)).Now.Count;
        if (missing.Count == 0 || missing.Count < words.Length)
            args.InvocationConfiguration.Output.Write(Sentence(changed, args.GetValue(_change)!, isDry));
        return missing.Count == 0 ? ExitCodes.Success : missing.Count == words.Length ? ExitCodes.WrongUse : ExitCodes.Partial;
    }

    private static string Sentence(int count, string word, bool isDry) =>
        $"{Plural.Stories(count)} {(isDry ? "would be marked" : "marked")} {word}.\n";

    private async Task<IReadOnlyList<long>> MatchingAsync(
        ParseResult args, Newsroom news, MarkStories marks, StatusChange change, CancellationToken cancellationToken)
    {
        var query = await _filters.QueryAsync(args, StoryList.All, news.Feeds, context.Clock.GetUtcNow(), cancellationToken);
        return await marks.SelectAsync(query, _filters.Limit(args) ?? int.MaxValue, change, cancellationToken);
    }
}
