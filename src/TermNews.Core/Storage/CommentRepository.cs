using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage;

/// <summary>The comments and drafts kept in a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class CommentRepository(NewsDatabase database) : ICommentRepository
{
    private const string Columns =
        """
        c.id, c.story_id, c.author, c.text, c.created_at, c.edited_at,
        (SELECT p.id FROM comments p WHERE p.id = c.reply_to) AS ReplyTo
        """;

    /// <inheritdoc/>
    public Task<IReadOnlyList<Comment>> ListAsync(long? storyId, CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<CommentRow>(
            $"SELECT {Columns} FROM comments c WHERE @storyId IS NULL OR c.story_id = @storyId ORDER BY c.created_at, c.id",
            new { storyId, cancellationToken }),
            static row => row.ToComment(), cancellationToken);

    /// <inheritdoc/>
    public Task<Comment?> FindAsync(long commentId, CancellationToken cancellationToken) =>
        database.RunAsync(connection => FindAsync(connection, commentId, cancellationToken), cancellationToken);

    private static async Task<Comment?> FindAsync(SqliteConnection connection, long commentId, CancellationToken cancellationToken)
    {
        var row = await connection.QueryFirstOrDefaultAsync<CommentRow>(
            $"SELECT {Columns} FROM comments c WHERE c.id = @commentId", new { commentId, cancellationToken }).ConfigureAwait(false);
        return row?.ToComment();
    }

    private static NewsException NoSuchComment(long id) => new(NewsFault.WrongUse,
        $"There is no comment {id}; `termnews comment list` shows the ids.");

    private static async Task RequireStoryAsync(SqliteConnection connection, long storyId, CancellationToken cancellationToken)
    {
        var found = await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM stories WHERE id = @storyId", new { storyId, cancellationToken }).ConfigureAwait(false);
        if (found == 0)
            throw new NewsException(NewsFault.WrongUse, $"There is no story {storyId}; `termnews list` shows the ids.");
    }

    /// <inheritdoc/>
    public Task<Comment> AddAsync(long storyId, string author, CommentText text, long? replyTo, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.Commenting, async connection =>
        {
            await RequireStoryAsync(connection, storyId, cancellationToken).ConfigureAwait(false);
            if (replyTo is { } parent && await FindAsync(connection, parent, cancellationToken).ConfigureAwait(false) is null)
                throw NoSuchComment(parent);
            var id = await connection.ExecuteScalarAsync<long>(
                """
                INSERT INTO comments (story_id, author, text, created_at, reply_to) VALUES (@storyId, @author, @text, @now, @replyTo)
                  RETURNING id
                """,
                new { storyId, author, text = text.Value, now = database.Now, replyTo, cancellationToken }).ConfigureAwait(false);
            await DropDraftAsync(connection, storyId, cancellationToken).ConfigureAwait(false);
            return (await FindAsync(connection, id, cancellationToken).ConfigureAwait(false))!;
        }, cancellationToken);

    /// <summary>Restores a comment. If another comment has its id meanwhile (after an import), it gets a new id.</summary>
    public Task RestoreAsync(Comment comment, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.ImportingComments, async connection =>
    {
        await RequireStoryAsync(connection, comment.StoryId, cancellationToken).ConfigureAwait(false);
        var taken = await FindAsync(connection, comment.Id, cancellationToken).ConfigureAwait(false);
        var isOther = taken is not null && (taken.StoryId != comment.StoryId
            || taken.CreatedAt.ToUnixTimeSeconds() != comment.CreatedAt.ToUnixTimeSeconds());
        return await connection.ExecuteAsync(
            """
            INSERT INTO comments (id, story_id, author, text, created_at, edited_at, reply_to)
            VALUES (@id, @storyId, @author, @text, @createdAt, @editedAt, @replyTo)
            ON CONFLICT (id) DO UPDATE
               SET author = excluded.author, text = excluded.text, edited_at = excluded.edited_at, reply_to = excluded.reply_to
            """,
            new
            {
                id = isOther || comment.Id <= 0 ? null : (long?)comment.Id,
                storyId = comment.StoryId,
                author = comment.Author,
                text = comment.Text.Value,
                createdAt = comment.CreatedAt.ToUnixTimeSeconds(),
                editedAt = comment.EditedAt?.ToUnixTimeSeconds(),
                replyTo = comment.ReplyTo,
                cancellationToken,
            }).ConfigureAwait(false);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.EditingComment, async connection =>
    {
        await connection.ExecuteAsync("UPDATE comments SET text = @text, edited_at = @now WHERE id = @commentId",
            new { commentId, text = text.Value, now = database.Now, cancellationToken }).ConfigureAwait(false);
        return await FindAsync(connection, commentId, cancellationToken).ConfigureAwait(false) ?? throw NoSuchComment(commentId);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(long commentId, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.DeletingComment(commentId), async connection =>
    {
        var deleted = await connection.ExecuteAsync("DELETE FROM comments WHERE id = @commentId",
            new { commentId, cancellationToken }).ConfigureAwait(false);
        return deleted > 0 ? deleted : throw NoSuchComment(commentId);
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindDraftAsync(long storyId, CancellationToken cancellationToken) =>
        database.RunAsync(connection => connection.QueryFirstOrDefaultAsync<string?>(
            "SELECT text FROM drafts WHERE story_id = @storyId", new { storyId, cancellationToken }), cancellationToken);

    /// <inheritdoc/>
    public Task SaveDraftAsync(long storyId, string text, CancellationToken cancellationToken) => database.KeepAsync(async connection =>
    {
        if (string.IsNullOrWhiteSpace(text))
            return await DropDraftAsync(connection, storyId, cancellationToken).ConfigureAwait(false);
        await RequireStoryAsync(connection, storyId, cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(
            """
            INSERT INTO drafts (story_id, text, saved_at) VALUES (@storyId, @text, @now)
            ON CONFLICT (story_id) DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at
            """,
            new { storyId, text, now = database.Now, cancellationToken }).ConfigureAwait(false);
    }, cancellationToken);

    private static Task<int> DropDraftAsync(SqliteConnection connection, long storyId, CancellationToken cancellationToken) =>
        connection.ExecuteAsync("DELETE FROM drafts WHERE story_id = @storyId", new { storyId, cancellationToken });
}

/// <summary>A row of <c>comments</c>.</summary>
internal sealed class CommentRow
{
    public long Id { get; set; }
    public long StoryId { get; set; }
    public string Author { get; set; } = "";
    public string Text { get; set; } = "";
    public long CreatedAt { get; set; }
    public long? EditedAt { get; set; }
    public long? ReplyTo { get; set; }

    public Comment ToComment() =>
        new(Id, StoryId, Author, CommentText.Create(Text), UnixTime.Read(CreatedAt), UnixTime.Read(EditedAt), ReplyTo);
}
