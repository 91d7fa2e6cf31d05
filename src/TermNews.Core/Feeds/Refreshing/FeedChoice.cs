using TermNews.Core.Feeds.Fetching;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Selects and orders the feeds that a refresh visits.</summary>
internal static class FeedChoice
{
    /// <summary>The feeds that a request selects and, unless it is forced, that are due.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: a feed does not exist, or no feed has the tag.</exception>
    public static IReadOnlyList<Feed> Choose(IReadOnlyList<Feed> all, RefreshRequest request, DateTimeOffset now, HostGate gate)
    {
        var named = Named(all, request);
        if (request.Force)
            return named;
        var paused = all.Where(feed => RefreshSchedule.IsPaused(feed, now)).Select(feed => QueueOf(feed, gate)).OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. named.Where(feed => RefreshSchedule.IsDue(feed, now, request.FeedIds is not null)
            && !(QueueOf(feed, gate) is { } host && paused.Contains(host)))];
    }

    /// <summary>Groups the feeds of one host queue; a feed without a queue is a group of its own.</summary>
    public static IEnumerable<IReadOnlyList<Feed>> ByHost(IReadOnlyList<Feed> feeds, HostGate gate) =>
        feeds.GroupBy(feed => QueueOf(feed, gate) ?? $"#{feed.Id}", StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToList())
            // Feeds that failed the last time may time out again, so they come last.
            .OrderBy(group => group.All(feed => feed.Failures > 0))
            // The longest queue determines the duration of the refresh, so it starts first.
            .ThenByDescending(group => group.Count);

    private static IReadOnlyList<Feed> Named(IReadOnlyList<Feed> all, RefreshRequest request)
    {
        var feeds = all;
        if (request.FeedIds is { } ids)
        {
            var wanted = ids.ToHashSet();
            feeds = [.. all.Where(feed => wanted.Remove(feed.Id))];
            if (wanted.Count > 0)
                throw new NewsException(NewsFault.WrongUse, $"There is no feed {wanted.Min()}. \"termnews feeds\" lists them.");
        }
        if (request.Tag is not { } tag)
            return feeds;
        List<Feed> tagged = [.. feeds.Where(feed => feed.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase))];
        return tagged.Count > 0
            ? tagged
            : throw new NewsException(NewsFault.WrongUse, $"No feed has the tag {tag}. \"termnews feeds\" lists feeds with their tags.");
    }

    private static string? QueueOf(Feed feed, HostGate gate) =>
        Uri.TryCreate(feed.FeedUrl, UriKind.Absolute, out var uri) ? gate.QueueOf(uri) : null;
}
