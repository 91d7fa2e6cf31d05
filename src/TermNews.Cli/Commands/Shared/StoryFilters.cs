namespace TermNews.Cli.Commands.Shared;

/// <summary>The filters that lists, counts, searches, exports and marks share.</summary>
internal sealed class StoryFilters
{
    private readonly Option<int?> _limit = new Option<int?>("--limit") { Description = "At most so many stories.", HelpName = "N" }
        .Between(0);

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Not before: a date, a time, or an age (90m, 24h, 7d).",
        HelpName = "WHEN",
    };
    private readonly Option<string?> _until = new("--until") { Description = "Before: a date, a time, or an age.", HelpName = "WHEN" };
    private readonly Option<string?> _feed = new("--feed")
    {
        Description = "Of this feed: an id, an address, or part of a title.",
        HelpName = "F",
    };
    private readonly Option<string?> _tag = new("--tag") { Description = "Of feeds with this tag.", HelpName = "T" };
    private readonly Option<string?> _category = new("--category") { Description = "In this category.", HelpName = "C" };
    private readonly Option<string?> _author = new("--author") { Description = "Whose author's name contains this.", HelpName = "A" };
    private readonly Option<bool> _unread = new("--unread") { Description = "Unread only." };
    private readonly Option<bool> _saved = new("--saved") { Description = "Saved only." };
    private readonly Option<bool> _muted = new("--muted") { Description = "Muted only, instead of leaving them out." };
    private readonly Option<string?> _query = new("--query") { Description = "Found by this search.", HelpName = "Q" };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_limit, _since, _until, _feed, _tag, _category, _author, _unread, _saved, _muted, _query];

    /// <summary>The most stories; null for all.</summary>
    public int? Limit(ParseResult args) => args.GetResult(_limit) is null ? null : args.GetValue(_limit);

    /// <summary>The query.</summary>
    public async Task<StoryQuery> QueryAsync(
        ParseResult args, StoryList list, IFeedRepository feeds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        return new StoryQuery
        {
            List = list,
            Since = args.GetValue(_since) is { } from ? When.Parse(from, "--since", now) : null,
            Until = args.GetValue(_until) is { } to ? When.Parse(to, "--until", now) : null,
            FeedId = args.GetValue(_feed) is { } feed ? (await feeds.ResolveAsync(feed, cancellationToken)).Id : null,
            Tag = args.GetValue(_tag),
            Category = args.GetValue(_category),
            Author = args.GetValue(_author),
            UnreadOnly = args.GetValue(_unread),
            SavedOnly = args.GetValue(_saved),
            MutedOnly = args.GetValue(_muted),
            Search = args.GetValue(_query),
        };
    }
}
