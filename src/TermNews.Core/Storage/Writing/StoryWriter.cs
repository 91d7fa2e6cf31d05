using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Muting;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage.Writing;

/// <summary>Writes entries within one transaction.</summary>
internal sealed class StoryWriter(SqliteConnection connection, MutedStories muted)
{
    private readonly StoryStatements _sql = new(connection);
    private readonly TextBlockWriter _texts = new(PreparedStatements.Of(connection));

    /// <summary>
    /// Writes a range of the entries of a visit, the last one first: among entries of the same time the first of the feed is then listed
    /// first.
    /// </summary>
    /// <param name="update">The visit.</param>
    /// <param name="feed">The feed, with the title that mutes compare.</param>
    /// <param name="from">The index of the first entry.</param>
    /// <param name="count">The number of entries.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The number of new stories.</returns>
    public int Write(FeedUpdate update, FeedReference feed, int from, int count, CancellationToken cancellationToken)
    {
        var added = 0;
        RenamedEntries? renamed = null;
        for (var i = from + count - 1; i >= from; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var story = update.Stories[i];
            var known = _sql.Find(update.FeedId, story.EntryGuid);
            if (known is null && _sql.IsDropped(update.FeedId, story.EntryGuid))
                continue;
            if (known is null && update.IsWhole
                && (renamed ??= new RenamedEntries(_sql.ListEntries(update.FeedId), update.Stories)).Take(story) is { } id)
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
        var row = StoryColumns.ValuesOf(story);
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
                muted.Mute(known.Id, MutedUntil(story, feed));
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

    private static long Fingerprint(params ReadOnlySpan<string?> parts)
    {
        var hash = new XxHash3();
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            // The length prefix keeps "ab", "c" distinct from "a", "bc".
            BinaryPrimitives.WriteInt32LittleEndian(length, part?.Length ?? -1);
            hash.Append(length);
            hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
        }
        return (long)hash.GetCurrentHashAsUInt64();
    }
}
