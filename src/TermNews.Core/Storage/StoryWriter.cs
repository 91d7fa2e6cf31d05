using System.Buffers.Binary;
using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>
/// Writes entries within one transaction. With <see cref="SearchIndex"/> the one place that uses commands instead of Dapper: they are prepared once and
/// their parameters reused, which halves the time of a first refresh of many feeds.
/// </summary>
internal sealed class StoryWriter(SqliteConnection connection, MutedStories muted)
{
    private readonly StatementSet _sql = StatementSet.Of(connection);
    private readonly TextBlockWriter _texts = new(StatementSet.Of(connection));

    /// <summary>
    /// Writes some of what a visit brought. The last entry comes first, so that among entries of the same time the feed's
    /// first one stands highest.
    /// </summary>
    /// <param name="update">The visit.</param>
    /// <param name="feed">The feed, as mutes name it.</param>
    /// <param name="from">The first entry.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were new.</returns>
    public int Write(FeedUpdate update, FeedReference feed, int from, int count, CancellationToken cancellationToken)
    {
        var added = 0;
        RenamedEntries? renamed = null;
        for (var i = from + count - 1; i >= from; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var story = update.Stories[i];
            var known = _sql.Find(update.FeedId, story.EntryGuid);
            if (known is null && update.IsWhole && (renamed ??= new RenamedEntries(_sql.ListEntries(update.FeedId), update.Stories)).Take(story) is { } id)
            {
                _sql.Rename(id, story.EntryGuid);
                known = _sql.Find(update.FeedId, story.EntryGuid);
            }
            if (Write(feed, update.FetchedAt.ToUnixTimeSeconds(), story, known))
                added++;
        }
        _texts.Flush();
        return added;
    }

    private bool Write(FeedReference feed, long now, IncomingStory story, (long Id, long Fingerprint, long TextFingerprint)? found)
    {
        var dated = story.DatedAt?.ToUnixTimeSeconds();
        var text = Fingerprint(story.Title, story.Author, string.Join('\n', story.Categories), story.Text.Summary, story.Text.Content);
        var row = Row(story);
        var whole = Fingerprint([.. row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))]);
        if (found is not { } known)
        {
            var id = _sql.Insert(feed.Id, story.EntryGuid, now, row, whole, text);
            _sql.InsertStatus(id, feed.Id, dated is { } at && at <= now ? at : now, MutedUntil(story, feed), story.Counters.HasAny);
            AddText(id, story);
            _sql.LeaveToCluster(id);
            return true;
        }
        if (known.Fingerprint != whole)
        {
            _sql.Update(known.Id, row, whole, text);
            _sql.Count(known.Id, story.Counters.HasAny);
            if (!muted.IsEmpty)
                _sql.Mute(known.Id, MutedUntil(story, feed));
            if (dated is { } earlier)
                _sql.MoveBack(known.Id, earlier);
        }
        if (known.TextFingerprint == text)
            return false;
        _sql.Update(known.Id, row, whole, text);
        _texts.Delete(known.Id);
        _sql.DeleteCategories(known.Id);
        AddText(known.Id, story);
        return false;
    }

    private long MutedUntil(IncomingStory story, FeedReference feed) =>
        muted.IsEmpty ? 0 : muted.UntilOf(new MuteSubject(story.Title, story.Lead, story.Author, feed, story.Categories));

    private void AddText(long id, IncomingStory story)
    {
        if (story.Text.Body is not null)
            _texts.Add(id, story.Text);
        foreach (var name in story.Categories)
            _sql.AddCategory(id, name);
        _sql.LeaveToIndex(id);
    }

    /// <summary>The columns that an entry may change, in the order of <see cref="StatementSet"/>.</summary>
    private static object?[] Row(IncomingStory story) =>
    [
        story.Title, story.Link, story.Author, story.AuthorEmail, story.PublishedAt?.ToUnixTimeSeconds(), story.UpdatedAt?.ToUnixTimeSeconds(),
        story.Categories.Count == 0 ? null : JsonSerializer.Serialize(story.Categories, StorageJsonContext.Default.IReadOnlyListString),
        story.Enclosures.Count == 0 ? null : JsonSerializer.Serialize(story.Enclosures, StorageJsonContext.Default.IReadOnlyListEnclosure),
        story.Image?.Url, story.Image?.Caption, story.Language, story.DiscussionLink, story.Lead,
        story.Counters.Comments, story.Counters.Points, story.Counters.Views, story.Counters.Rating,
    ];

    private static long Fingerprint(params ReadOnlySpan<string?> parts)
    {
        var hash = new XxHash3();
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);   // So that no two splittings of a text look alike.
            hash.Append(length);
            hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
        }
        return (long)hash.GetCurrentHashAsUInt64();
    }
}
