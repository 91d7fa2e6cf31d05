using System.Diagnostics.CodeAnalysis;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;

namespace TermNews.Core.Feeds.Refreshing;

/// <summary>Fetches and parses one feed and computes the update for the database. Stores nothing itself.</summary>
/// <param name="fetcher">The fetcher.</param>
/// <param name="read">The parser.</param>
internal sealed class FeedVisitor(FeedFetcher fetcher, FeedReading read)
{
    private const int Gone = 410;

    /// <summary>Visits a feed. Throws only when it is cancelled; failures are results.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="place">The permit for a large document; null without concurrent visits.</param>
    /// <param name="timeout">The time-out.</param>
    /// <param name="now">The time from which the schedule counts.</param>
    /// <param name="takePart">Receives the stories of a long document in parts; the result has the last part.</param>
    /// <param name="cancellationToken">Cancels the visit.</param>
    public async Task<FeedVisit> VisitAsync(
        Feed feed, LargePlace? place, TimeSpan timeout, DateTimeOffset now, Func<FeedUpdate, ValueTask> takePart,
        CancellationToken cancellationToken)
    {
        var request = new FetchRequest(feed.FeedUrl)
        {
            ETag = feed.ETag,
            LastModified = feed.LastModified,
            Place = place,
            Timeout = timeout,
        };
        var result = await fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        return result.Status switch
        {
            FetchStatus.Failed => Failed(feed, result, now, result.Error!),
            FetchStatus.NotModified => new FeedVisit(feed, Update(feed, result, null, now), null),
            FetchStatus.Fetched => await ReadAsync(feed, result, now, takePart).ConfigureAwait(false),
        };
    }

    /// <summary>The update for a fetched document; without content for a 304.</summary>
    public static FeedUpdate Update(Feed feed, FetchResult result, FeedContent? content, DateTimeOffset now)
    {
        var pace = PaceOf(feed, content, now);
        return new FeedUpdate
        {
            FeedId = feed.Id,
            FetchedAt = now,
            NextFetchAt = RefreshSchedule.AfterSuccess(now, result.FreshFor, pace),
            Pace = pace,
            Title = content?.Title,
            SiteUrl = content?.SiteUrl,
            ETag = result.ETag,
            LastModified = result.LastModified,
            MovedTo = result.MovedTo,
            Stories = content?.Stories ?? [],
        };
    }

    private static FeedPace PaceOf(Feed feed, FeedContent? content, DateTimeOffset now)
    {
        var known = RefreshSchedule.RhythmAfter(feed.Pace.Rhythm, now - (feed.FetchedAt ?? now));
        if (content is null)
            return feed.Pace with { Rhythm = known };
        var times = content.Stories.Select(story => story.DatedAt).OfType<DateTimeOffset>();
        return new FeedPace
        {
            Rhythm = RefreshSchedule.RhythmOf(times, now) ?? known,
            TimeToLive = content.TimeToLive,
            Skipped = content.Skipped,
        };
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "One feed must not stop the others.")]
    private async Task<FeedVisit> ReadAsync(Feed feed, FetchResult result, DateTimeOffset now, Func<FeedUpdate, ValueTask> takePart)
    {
        try
        {
            var update = result.Buffer is { IsLong: true } buffer
                ? await ReadLongAsync(feed, result, buffer, now, takePart).ConfigureAwait(false)
                : Update(feed, result, read(result.Content, result.Url, result.ContentType), now);
            return new FeedVisit(feed, update, null) { HasContent = true, WireBytes = result.WireBytes };
        }
        catch (NewsException ex)
        {
            return Failed(feed, result, now, ex.Message);
        }
        catch (Exception ex)
        {
            return Failed(feed, result, now, $"What was sent could not be read as a feed ({ex.GetType().Name}); please report this.");
        }
        finally
        {
            result.Buffer?.Dispose();
        }
    }

    private async Task<FeedUpdate> ReadLongAsync(
        Feed feed, FetchResult result, ByteBuffer buffer, DateTimeOffset now, Func<FeedUpdate, ValueTask> takePart)
    {
        using var document = LongFeed.TryOpen(buffer, result);
        if (document is null)
            return Update(feed, result, read(await AllOfAsync(buffer).ConfigureAwait(false), result.Url, result.ContentType), now);
        IReadOnlyList<IncomingStory>? first = null, last = null;
        foreach (var part in document.ReadParts())
        {
            first ??= part;
            if (last is not null)
                await takePart(Update(feed, result, document.Content with { Stories = last }, now) with { IsPart = true, IsWhole = false })
                    .ConfigureAwait(false);
            last = part;
        }
        // The newest stories, which determine the rhythm, are in the first part.
        return Update(feed, result, document.Content with { Stories = first ?? [] }, now) with { Stories = last ?? [], IsWhole = false };
    }

    private static async Task<ReadOnlyMemory<byte>> AllOfAsync(ByteBuffer buffer)
    {
        var all = new byte[buffer.Length];
        await buffer.OpenRead().ReadExactlyAsync(all).ConfigureAwait(false);
        return all;
    }

    private FeedVisit Failed(Feed feed, FetchResult result, DateTimeOffset now, string sentence)
    {
        var status = result.HttpStatus is >= 400 ? result.HttpStatus : null;
        var words = status == Gone ? FetchFault.OfGone(result.Url) : sentence;
        return new FeedVisit(feed, null, new RefreshError(feed.Id, feed.Title, feed.FeedUrl, status, words, result.RetryAfter))
        {
            WireBytes = result.WireBytes,
            Failure = Failure(feed, result, now, words),
        };
    }

    private FeedFailure? Failure(Feed feed, FetchResult result, DateTimeOffset now, string words)
    {
        var pause = PauseOf(feed, result);
        if (result.WasLeftAlone)
            return pause is null ? null : new(feed.Id, now, feed.NextFetchAt, words, pause) { IsOnlyPaused = true };
        // Only a success revives a feed that is gone (410); another failure does not tell whether it exists again.
        if (result.HttpStatus != Gone && feed.GoneAt is null)
        {
            var next = RefreshSchedule.AfterFailure(now, feed.Failures + 1, result.RetryAfter, Chance());
            return new(feed.Id, now, RefreshSchedule.Allowed(next, feed.Pace.Skipped), words, pause);
        }
        var kept = result.HttpStatus == Gone ? words : feed.Error ?? words;
        return new(feed.Id, now, null, kept, pause) { IsGone = true };
    }

    /// <summary>The pause that the feed's own host asks for. The target of a redirect does not speak for the feed's host.</summary>
    private DateTimeOffset? PauseOf(Feed feed, FetchResult result) =>
        (result.WasLeftAlone || result.HttpStatus is 429 or 503)
        && string.Equals(QueueOf(feed.FeedUrl), QueueOf(result.Url), StringComparison.OrdinalIgnoreCase) ? result.RetryAfter : null;

    private string? QueueOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? fetcher.Gate.QueueOf(uri) : null;

    [SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "It spreads visits in time; it keeps no secret.")]
    private static double Chance() => Random.Shared.NextDouble();
}
