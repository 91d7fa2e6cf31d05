using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage;

/// <summary>The comments kept in a <see cref="NewsDatabase"/>, and their drafts.</summary>
/// <param name="database">The database.</param>
public sealed class CommentRepository(NewsDatabase database) : ICommentRepository
{
    /// <inheritdoc/>
    public IDraftRepository Drafts { get; } = new DraftRepository(database);

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

    internal static NewsException NoSuchComment(long id) => new(NewsFault.WrongUse,
        $"There is no comment {id}; `termnews comment list` shows the ids.");

    /// <summary>A thread is of one story: a reply stands under the story of the comment it answers.</summary>
    private static async Task RequireParentAsync(
        SqliteConnection connection, long storyId, long parent, CancellationToken cancellationToken)
    {
        var answered = await FindAsync(connection, parent, cancellationToken).ConfigureAwait(false) ?? throw NoSuchComment(parent);
        if (answered.StoryId != storyId)
            throw new NewsException(NewsFault.WrongUse,
                $"Comment {parent} is on story {answered.StoryId}, not on {storyId}; answer it there.");
    }

    internal static async Task RequireStoryAsync(SqliteConnection connection, long storyId, CancellationToken cancellationToken)
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
            if (replyTo is { } parent)
                await RequireParentAsync(connection, storyId, parent, cancellationToken).ConfigureAwait(false);
            var uid = Guid.CreateVersion7(database.Clock.GetUtcNow()).ToString();
            var id = await connection.ExecuteScalarAsync<long>(
                """
                INSERT INTO comments (story_id, author, text, created_at, reply_to, uid)
                VALUES (@storyId, @author, @text, @now, @replyTo, @uid) RETURNING id
                """,
                new { storyId, author, text = text.Value, now = database.Now, replyTo, uid, cancellationToken }).ConfigureAwait(false);
            await DraftRepository.DropSentAsync(connection, new DraftPlace(storyId, ReplyTo: replyTo), text, cancellationToken)
                .ConfigureAwait(false);
            return (await FindAsync(connection, id, cancellationToken).ConfigureAwait(false))!;
        }, cancellationToken);

    /// <inheritdoc/>
    public Task<Comment> EditAsync(long commentId, CommentText text, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.EditingComment, async connection =>
    {
        await connection.ExecuteAsync("UPDATE comments SET text = @text, edited_at = @now WHERE id = @commentId",
            new { commentId, text = text.Value, now = database.Now, cancellationToken }).ConfigureAwait(false);
        var comment = await FindAsync(connection, commentId, cancellationToken).ConfigureAwait(false) ?? throw NoSuchComment(commentId);
        await DraftRepository.DropSentAsync(connection, new DraftPlace(comment.StoryId, Editing: commentId), text, cancellationToken)
            .ConfigureAwait(false);
        return comment;
    }, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(long commentId, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.DeletingComment(commentId), async connection =>
    {
        var deleted = await connection.ExecuteAsync("DELETE FROM comments WHERE id = @commentId",
            new { commentId, cancellationToken }).ConfigureAwait(false);
        return deleted > 0 ? deleted : throw NoSuchComment(commentId);
    }, cancellationToken);
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
        new(Id, StoryId, Author, CommentText.Kept(Text), UnixTime.Read(CreatedAt), UnixTime.Read(EditedAt), ReplyTo);
}
