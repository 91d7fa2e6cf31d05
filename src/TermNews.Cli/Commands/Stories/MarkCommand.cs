using System.CommandLine;
using System.Globalization;
using TermNews.Cli.Commands.Shared;
using TermNews.Core;
using TermNews.Core.Lists;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews mark</c>: changes the status of stories.</summary>
internal sealed class MarkCommand : Command
{
    /// <summary>Stories of a page: memory stays small, and the cost of a query is spread over many rows.</summary>
    private const int PageSize = 1000;

    private readonly Argument<string> _change = new("CHANGE") { Description = $"One of {StatusWords.All}." };
    private readonly Argument<string[]> _stories = new("STORY") { Description = "Ids that lists print.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<bool> _all = new("--all") { Description = "All stories that the filters let through." };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Only say how many would change." };
    private readonly StoryFilters _filters = new();
    private readonly ProgramContext _context;

    public MarkCommand(ProgramContext context)
        : base("mark", "Mark stories and print how many changed.\nExample: termnews mark read --all --feed \"Local news\" --until 7d")
    {
        _context = context;
        Arguments.Add(_change);
        Arguments.Add(_stories);
        Options.Add(_all);
        Options.Add(_dryRun);
        _filters.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var change = StatusWords.Parse(args.GetValue(_change));
        var words = args.GetValue(_stories) ?? [];
        if (args.GetValue(_all) == words.Length > 0)
            throw new NewsException(NewsFault.WrongUse,
                "Name the stories to mark by their ids, or say --all with filters; one of the two.");
        List<long> ids = [.. words.Select(word => StoryIds.Parse(word)).Distinct()];
        var news = await _context.OpenAsync(args, cancellationToken);
        var missing = new List<long>();
        if (args.GetValue(_all))
            ids = await MatchingAsync(args, news, change, cancellationToken);
        else
            ids = await ExistingAsync(news, ids, change, missing, cancellationToken);
        foreach (var id in missing)
            args.InvocationConfiguration.Error.Write($"termnews: {StoryIds.Missing(Number(id)).Message}\n");
        var isDry = args.GetValue(_dryRun);
        var changed = isDry || ids.Count == 0 ? ids.Count : (await news.Stories.MarkAsync(ids, change, cancellationToken)).Count;
        if (missing.Count == 0 || missing.Count < words.Length)
            args.InvocationConfiguration.Output.Write(Sentence(changed, args.GetValue(_change)!, isDry));
        return missing.Count == 0 ? ExitCodes.Success : missing.Count == words.Length ? ExitCodes.WrongUse : ExitCodes.Partial;
    }

    private static string Sentence(int count, string word, bool isDry) =>
        $"{Plural.Stories(count)} {(isDry ? "would be marked" : "marked")} {word}.\n";

    private static async Task<List<long>> ExistingAsync(
        Newsroom news, List<long> ids, StatusChange change, List<long> missing, CancellationToken cancellationToken)
    {
        var changing = new List<long>();
        foreach (var id in ids)
        {
            if (await news.Stories.FindAsync(id, cancellationToken) is not { } story)
                missing.Add(id);
            else if (StatusWords.Changes(change, story.Status))
                changing.Add(id);
        }
        return changing;
    }

    private async Task<List<long>> MatchingAsync(ParseResult args, Newsroom news, StatusChange change, CancellationToken cancellationToken)
    {
        var query = await _filters.QueryAsync(args, StoryList.All, news.Feeds, _context.Clock.GetUtcNow(), cancellationToken);
        var left = _filters.Limit(args) ?? int.MaxValue;
        var changing = new List<long>();
        StoryCursor? next = null;
        if (left == 0)
            return changing;
        do
        {
            var page = await news.Stories.PageAsync(query, next, Math.Min(PageSize, left), cancellationToken);
            changing.AddRange(page.Stories.Where(story => StatusWords.Changes(change, story.Status)).Select(story => story.Id));
            left -= page.Stories.Count;
            next = page.Next;
        }
        while (next is not null && left > 0);
        return changing;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
