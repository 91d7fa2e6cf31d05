using TermNews.Core.Export;
using TermNews.Core.Reader.FeedsScreen;

namespace TermNews.Cli.Commands.Feeds;

/// <summary>The table of subscriptions.</summary>
internal static class FeedTable
{
    private static readonly Column<Feed> Id = Column.Number<Feed>("id", static feed => feed.Id);
    private static readonly Column<Feed> Title = Column.Text<Feed>("title", static feed => feed.Title);
    private static readonly Column<Feed> Url = Column.Text<Feed>("url", static feed => feed.ShownUrl);
    private static readonly Column<Feed> Tags = Column.Texts<Feed>("tags", static feed => feed.Tags);
    private static readonly Column<Feed> Unread = Column.Number<Feed>("unread", static feed => feed.UnreadCount);

    private static readonly IReadOnlyList<Column<Feed>> Columns =
    [
        Id, Title, Url, Column.Text<Feed>("site", static feed => feed.SiteUrl), Tags,
        Column.Number<Feed>("stories", static feed => feed.StoryCount), Unread,
        Column.Time<Feed>("last_fetched", static feed => feed.FetchedAt), Column.Time<Feed>("next_fetch", static feed => feed.NextFetchAt),
        Column.Text<Feed>("error", static feed => feed.Error), Column.Time<Feed>("paused_until", static feed => feed.PausedUntil),
    ];

    /// <summary>The table at the time and in the time zone of a clock, by which pauses are shown.</summary>
    public static Table<Feed> At(TimeProvider clock)
    {
        string? Trouble(Feed feed) => FeedTrouble.Of(feed, clock.GetUtcNow(), clock.LocalTimeZone);
        return new Table<Feed>(Columns)
        {
            Plain = [Id, Title, Url, Tags, Unread, Column.Text<Feed>("trouble", Trouble)],
            Aligned = (feeds, width) => Lines(feeds, width, Trouble),
        };
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Feed> feeds, int width, Func<Feed, string?> trouble)
    {
        var ids = Widest(feeds, Id);
        var titles = Math.Min(Widest(feeds, Title), Math.Max(10, width / 3));   // Room for the trouble behind it, also at 80 columns.
        var unread = Widest(feeds, Unread);
        return feeds.Select(feed =>
            $"{Id.Text(feed)!.PadLeft(ids)}  {TextWidth.Pad(feed.Title, titles)}  {Unread.Text(feed)!.PadLeft(unread)} unread  "
            + (trouble(feed) ?? string.Join(", ", feed.Tags.DefaultIfEmpty(feed.ShownUrl))));
    }

    private static int Widest(IReadOnlyList<Feed> feeds, Column<Feed> column) =>
        feeds.Select(feed => TextWidth.Of(column.Text(feed) ?? "")).DefaultIfEmpty().Max();
}
