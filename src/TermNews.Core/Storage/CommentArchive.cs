using Dapper;
using TermNews.Core.Archive;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Values;
using TermNews.Core.Storage.Writing;

namespace TermNews.Core.Storage;

/// <summary>The comments of a <see cref="NewsDatabase"/> for other machines.</summary>
/// <param name="database">The database.</param>
public sealed class CommentArchive(NewsDatabase database) : ICommentArchive
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<ArchivedComment>> ExportAsync(CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<ArchivedComment>>(async connection =>
        {
            var comments = await connection.QueryAsync<ArchivedRow>(
                """
                SELECT c.uid, c.id, c.story_id, c.author, c.text, c.created_at, c.edited_at, p.id AS reply_to, p.uid AS reply_to_uid,
                       shown_address(f.feed_url) AS feed_url, s.entry_guid, s.link, s.title AS headline
                  FROM comments c
                  LEFT JOIN comments p ON p.id = c.reply_to
                  LEFT JOIN stories s ON s.id = c.story_id
                  LEFT JOIN feeds f ON f.id = s.feed_id
                 ORDER BY c.created_at, c.id
                """, new { cancellationToken }).ConfigureAwait(false);
            var versions = (await connection.QueryAsync<VersionRow>(
                "SELECT uid, text, written_at FROM comment_versions ORDER BY written_at", new { cancellationToken }).ConfigureAwait(false))
                .ToLookup(static row => row.Uid, static row => row.ToVersion());
            var waiting = await connection.QueryAsync<ArchivedRow>(
                """
                SELECT uid, author, text, created_at, edited_at, reply_to_uid, feed_url, entry_guid, link, headline FROM waiting_comments
                 ORDER BY created_at, uid
                """, new { cancellationToken }).ConfigureAwait(false);
            var tombstones = await connection.QueryAsync<TombstoneRow>(
                "SELECT uid, deleted_at FROM comment_tombstones ORDER BY deleted_at, uid", new { cancellationToken }).ConfigureAwait(false);
            return
            [
                .. comments.Concat(waiting).Select(row => row.ToComment([.. versions[row.Uid ?? ""]])),
                .. tombstones.Select(static row => new ArchivedComment { Uid = row.Uid, DeletedAt = UnixTime.Read(row.DeletedAt) }),
            ];
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<ArchiveImport> ImportAsync(IReadOnlyList<ArchivedComment> comments, CancellationToken cancellationToken)
    {
        var outcome = new ArchiveImport(0, 0, []);
        return Then(database.ChangeAsync(StepKinds.ImportingComments, async connection =>
        {
            outcome = await new CommentMerge(connection, database.Clock).MergeAsync(comments, cancellationToken).ConfigureAwait(false);
            return outcome.Count;
        }, cancellationToken));

        async Task<ArchiveImport> Then(Task<int> changing)
        {
            await changing.ConfigureAwait(false);
            return outcome;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CommentVersion>> HistoryAsync(long commentId, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<CommentVersion>>(async connection =>
        {
            var rows = await connection.QueryAsync<VersionRow>(
                """
                SELECT v.uid, v.text, v.written_at FROM comments c JOIN comment_versions v ON v.uid = c.uid WHERE c.id = @commentId
                UNION ALL
                SELECT uid, text, coalesce(edited_at, created_at) FROM comments WHERE id = @commentId
                """, new { commentId, cancellationToken }).ConfigureAwait(false);
            IReadOnlyList<CommentVersion> all = [.. rows.Select(static row => row.ToVersion())];
            return all.Count > 0 ? [.. all.OrderBy(static version => version.WrittenAt)] : throw CommentRepository.NoSuchComment(commentId);
        }, cancellationToken);
}

/// <summary>A comment with what names its story on other machines.</summary>
internal sealed class ArchivedRow
{
    public string? Uid { get; set; }
    public long? Id { get; set; }
    public long? StoryId { get; set; }
    public string Author { get; set; } = "";
    public string Text { get; set; } = "";
    public long CreatedAt { get; set; }
    public long? EditedAt { get; set; }
    public long? ReplyTo { get; set; }
    public string? ReplyToUid { get; set; }
    public string? FeedUrl { get; set; }
    public string? EntryGuid { get; set; }
    public string? Link { get; set; }
    public string? Headline { get; set; }

    public ArchivedComment ToComment(IReadOnlyList<CommentVersion> edits) => new()
    {
        Uid = Uid,
        Id = Id,
        StoryId = StoryId,
        Author = Author,
        Text = Text,
        CreatedAt = UnixTime.Read(CreatedAt),
        EditedAt = UnixTime.Read(EditedAt),
        ReplyTo = ReplyTo,
        ReplyToUid = ReplyToUid,
        FeedUrl = FeedUrl,
        EntryGuid = EntryGuid,
        Link = Link,
        Headline = Headline,
        Edits = edits,
    };
}

/// <summary>A row of <c>comment_versions</c>.</summary>
internal sealed class VersionRow
{
    public string Uid { get; set; } = "";
    public string Text { get; set; } = "";
    public long WrittenAt { get; set; }

    public CommentVersion ToVersion() => new(Text, UnixTime.Read(WrittenAt));
}

/// <summary>A row of <c>comment_tombstones</c>.</summary>
internal sealed class TombstoneRow
{
    public string Uid { get; set; } = "";
    public long DeletedAt { get; set; }
}
