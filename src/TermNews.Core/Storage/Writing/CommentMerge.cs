using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Archive;

namespace TermNews.Core.Storage.Writing;

/// <summary>Merges comments of another machine into those here; to be used within one transaction.</summary>
/// <param name="connection">The connection that writes.</param>
/// <param name="clock">The time, for new ids.</param>
internal sealed class CommentMerge(SqliteConnection connection, TimeProvider clock)
{
    private readonly Dictionary<long, long> _here = [];   // The id of the file, and the one here.
    private readonly List<string> _left = [];
    private int _count, _deleted;

    /// <summary>Merges them. Tombstones come first, so that what is deleted in the same file does not come in.</summary>
    public async Task<ArchiveImport> MergeAsync(IReadOnlyList<ArchivedComment> comments, CancellationToken cancellationToken)
    {
        foreach (var tombstone in comments.Where(static one => one is { DeletedAt: not null, Uid: not null }))
            await BuryAsync(tombstone, cancellationToken).ConfigureAwait(false);
        List<(ArchivedComment Comment, long Id)> taken = [];
        foreach (var comment in comments.Where(static one => one.DeletedAt is null))
        {
            if (await TakeAsync(comment, cancellationToken).ConfigureAwait(false) is not { } id)
                continue;
            taken.Add((comment, id));
            if (comment.Id is { } there)
                _here[there] = id;
        }
        foreach (var (comment, id) in taken.Where(static one => one.Comment is { ReplyTo: not null } or { ReplyToUid: not null }))
            await AttachAsync(comment, id, cancellationToken).ConfigureAwait(false);
        return new ArchiveImport(_count, _deleted, _left);
    }

    private async Task BuryAsync(ArchivedComment tombstone, CancellationToken cancellationToken)
    {
        var deletedAt = tombstone.DeletedAt!.Value.ToUnixTimeSeconds();
        await connection.ExecuteAsync(
            """
            DELETE FROM comments WHERE uid = @uid AND coalesce(edited_at, created_at) <= @deletedAt;
            DELETE FROM waiting_comments WHERE uid = @uid AND coalesce(edited_at, created_at) <= @deletedAt;
            INSERT INTO comment_tombstones (uid, deleted_at)
            SELECT @uid, @deletedAt WHERE NOT EXISTS (SELECT 1 FROM comments WHERE uid = @uid)
              ON CONFLICT (uid) DO UPDATE SET deleted_at = excluded.deleted_at
            """, new { uid = tombstone.Uid, deletedAt, cancellationToken }).ConfigureAwait(false);
    }

    /// <summary>Takes a comment in; its id here, or null where it is not here then.</summary>
    private async Task<long?> TakeAsync(ArchivedComment comment, CancellationToken cancellationToken)
    {
        if (Refusal(comment) is { } refusal)
        {
            _left.Add($"{NameOf(comment)}: {refusal}");
            return null;
        }
        var storyId = await FindStoryAsync(comment, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(comment, storyId, cancellationToken).ConfigureAwait(false) is { } there)
        {
            await UpdateAsync(there, comment, cancellationToken).ConfigureAwait(false);
            _count++;
            return there.Id;
        }
        if (await IsBuriedAsync(comment, cancellationToken).ConfigureAwait(false))
        {
            _deleted++;
            return null;
        }
        var uid = comment.Uid ?? Guid.CreateVersion7(clock.GetUtcNow()).ToString();
        if (storyId is { } story)
        {
            _count++;
            return await InsertAsync(story, uid, comment, cancellationToken).ConfigureAwait(false);
        }
        await WaitAsync(uid, comment, cancellationToken).ConfigureAwait(false);
        _left.Add($"{NameOf(comment)}: its story is not here; it is kept until the story comes.");
        return null;
    }

    private static string? Refusal(ArchivedComment comment)
    {
        if (comment is not { Author: not null, CreatedAt: not null })
            return "it has no author or no date; it was left out.";
        try
        {
            _ = CommentText.Create(comment.Text ?? "");
            return null;
        }
        catch (NewsException ex)
        {
            return ex.Message;
        }
    }

    /// <summary>The story by its feed and GUID, then by its link. Ids of another machine mean other stories here.</summary>
    private async Task<long?> FindStoryAsync(ArchivedComment comment, CancellationToken cancellationToken)
    {
        if (comment is { FeedUrl: { } feedUrl, EntryGuid: { } guid }
            && await connection.QueryFirstOrDefaultAsync<long?>(
                """
                SELECT s.id FROM stories s JOIN feeds f ON f.id = s.feed_id
                 WHERE s.entry_guid = @guid AND (f.feed_url = @feedUrl OR shown_address(f.feed_url) = @feedUrl)
                """, new { guid, feedUrl, cancellationToken }).ConfigureAwait(false) is { } byGuid)
            return byGuid;
        if (comment.Link is { } link)
        {
            return await connection.QueryFirstOrDefaultAsync<long?>(
                "SELECT min(id) FROM stories WHERE link = @link", new { link, cancellationToken }).ConfigureAwait(false);
        }
        // Exports of versions before 0.3.0 name the story by its id alone; a comment is never older than its story.
        if (comment is not { Uid: null, FeedUrl: null, StoryId: { } storyId })
            return null;
        return await connection.QueryFirstOrDefaultAsync<long?>(
            "SELECT id FROM stories WHERE id = @storyId AND first_seen_at <= @createdAt",
            new { storyId, createdAt = comment.CreatedAt!.Value.ToUnixTimeSeconds(), cancellationToken }).ConfigureAwait(false);
    }

    /// <summary>The comment here that is the same: by its unique id, else by story, author, time and words.</summary>
    private async Task<FoundComment?> FindAsync(ArchivedComment comment, long? storyId, CancellationToken cancellationToken) =>
        await connection.QueryFirstOrDefaultAsync<FoundComment?>(
            """
            SELECT id, uid FROM comments
             WHERE uid = @uid OR (story_id = @storyId AND author = @author AND created_at = @createdAt AND text = @text)
             ORDER BY uid = @uid DESC LIMIT 1
            """,
            new
            {
                uid = comment.Uid,
                storyId,
                author = comment.Author,
                createdAt = comment.CreatedAt!.Value.ToUnixTimeSeconds(),
                text = CommentText.Create(comment.Text ?? "").Value,
                cancellationToken,
            }).ConfigureAwait(false);

    /// <summary>The newest words win.</summary>
    private async Task UpdateAsync(FoundComment there, ArchivedComment comment, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(
            """
            UPDATE comments SET text = @text, author = @author, edited_at = @writtenAt
             WHERE id = @id AND coalesce(edited_at, created_at) < @writtenAt
            """,
            new
            {
                id = there.Id,
                text = CommentText.Create(comment.Text ?? "").Value,
                author = comment.Author,
                writtenAt = comment.LastWrittenAt.ToUnixTimeSeconds(),
                cancellationToken,
            }).ConfigureAwait(false);
        if (there.Uid is { } uid)
            await KeepVersionsAsync(uid, comment, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> IsBuriedAsync(ArchivedComment comment, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM comment_tombstones WHERE uid = @uid AND deleted_at >= @writtenAt",
            new { uid = comment.Uid, writtenAt = comment.LastWrittenAt.ToUnixTimeSeconds(), cancellationToken }).ConfigureAwait(false) > 0;

    private async Task<long> InsertAsync(long storyId, string uid, ArchivedComment comment, CancellationToken cancellationToken)
    {
        var id = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO comments (story_id, author, text, created_at, edited_at, uid)
            VALUES (@storyId, @author, @text, @createdAt, @editedAt, @uid) RETURNING id
            """,
            new
            {
                storyId,
                author = comment.Author,
                text = CommentText.Create(comment.Text ?? "").Value,
                createdAt = comment.CreatedAt!.Value.ToUnixTimeSeconds(),
                editedAt = comment.EditedAt?.ToUnixTimeSeconds(),
                uid,
                cancellationToken,
            }).ConfigureAwait(false);
        await KeepVersionsAsync(uid, comment, cancellationToken).ConfigureAwait(false);
        return id;
    }

    private async Task KeepVersionsAsync(string uid, ArchivedComment comment, CancellationToken cancellationToken)
    {
        foreach (var version in comment.Edits)
        {
            await connection.ExecuteAsync(
                "INSERT OR IGNORE INTO comment_versions (uid, written_at, text) VALUES (@uid, @writtenAt, @text)",
                new { uid, writtenAt = version.WrittenAt.ToUnixTimeSeconds(), text = version.Text, cancellationToken })
                .ConfigureAwait(false);
        }
    }

    private async Task WaitAsync(string uid, ArchivedComment comment, CancellationToken cancellationToken)
    {
        await PutToWaitAsync(uid, comment, cancellationToken).ConfigureAwait(false);
        await KeepVersionsAsync(uid, comment, cancellationToken).ConfigureAwait(false);
    }

    private Task<int> PutToWaitAsync(string uid, ArchivedComment comment, CancellationToken cancellationToken) => connection.ExecuteAsync(
        """
        INSERT INTO waiting_comments (uid, feed_url, entry_guid, link, headline, author, text, created_at, edited_at, reply_to_uid)
        VALUES (@uid, @feedUrl, @guid, @link, @headline, @author, @text, @createdAt, @editedAt, @replyToUid)
          ON CONFLICT (uid) DO UPDATE SET text = excluded.text, author = excluded.author, edited_at = excluded.edited_at
           WHERE coalesce(excluded.edited_at, excluded.created_at) > coalesce(edited_at, created_at)
        """,
        new
        {
            uid,
            replyToUid = comment.ReplyToUid,
            feedUrl = comment.FeedUrl,
            guid = comment.EntryGuid,
            link = comment.Link,
            headline = comment.Headline,
            author = comment.Author,
            text = CommentText.Create(comment.Text ?? "").Value,
            createdAt = comment.CreatedAt!.Value.ToUnixTimeSeconds(),
            editedAt = comment.EditedAt?.ToUnixTimeSeconds(),
            cancellationToken,
        });

    /// <summary>Puts an answer below its comment, if that is of the same story.</summary>
    private async Task AttachAsync(ArchivedComment comment, long id, CancellationToken cancellationToken)
    {
        long? parent = comment.ReplyTo is { } there && _here.TryGetValue(there, out var known) ? known : null;
        await connection.ExecuteAsync(
            """
            UPDATE comments SET reply_to = (SELECT p.id FROM comments p WHERE (p.uid = @uid OR p.id = @parent) AND p.id <> @id
                                              AND p.story_id = comments.story_id ORDER BY p.uid = @uid DESC LIMIT 1)
             WHERE id = @id AND reply_to IS NULL
            """, new { id, parent, uid = comment.ReplyToUid, cancellationToken }).ConfigureAwait(false);
    }

    private static string NameOf(ArchivedComment comment)
    {
        const int cells = 40;   // Leaves room for the reason in 80 columns.
        var name = comment.Id is { } id ? $"comment {id.ToString(CultureInfo.InvariantCulture)}" : $"comment {comment.Uid}";
        return comment.Headline is { } headline ? $"{name} on '{TextWidth.Fit(ForeignText.CleanLine(headline), cells)}'" : name;
    }
}

/// <summary>A comment that is here.</summary>
internal sealed class FoundComment
{
    public long Id { get; set; }
    public string? Uid { get; set; }
}
