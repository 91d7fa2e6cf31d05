using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;

namespace TermNews.Core.Storage;

/// <summary>The drafts kept in a <see cref="NewsDatabase"/>.</summary>
/// <param name="database">The database.</param>
public sealed class DraftRepository(NewsDatabase database) : IDraftRepository
{
    private const string AtPlace =
        "story_id = @storyId AND ifnull(editing, 0) = ifnull(@editing, 0) AND ifnull(reply_to, 0) = ifnull(@replyTo, 0)";

    /// <inheritdoc/>
    public Task<string?> FindAsync(DraftPlace place, CancellationToken cancellationToken) =>
        database.RunAsync(async connection => (await FindAsync(connection, place, cancellationToken).ConfigureAwait(false))?.Text,
            cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(DraftPlace place, string text, CancellationToken cancellationToken) => database.KeepAsync(
        connection => string.IsNullOrWhiteSpace(text)
            ? DropAsync(connection, place, cancellationToken)
            : StoreAsync(connection, place, text, database.Now, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> RestoreAsync(DraftPlace place, string text, DateTimeOffset savedAt, CancellationToken cancellationToken) =>
        database.KeepAsync(async connection =>
        {
            var there = await FindAsync(connection, place, cancellationToken).ConfigureAwait(false);
            if (there is not null && (there.Text == text || there.SavedAt > savedAt.ToUnixTimeSeconds()))
                return there.Text == text;
            await StoreAsync(connection, place, text, savedAt.ToUnixTimeSeconds(), cancellationToken).ConfigureAwait(false);
            return true;
        }, cancellationToken);

    /// <summary>Drops the draft of a place if it has the words that were sent; other words stay.</summary>
    internal static async Task DropSentAsync(
        SqliteConnection connection, DraftPlace place, CommentText sent, CancellationToken cancellationToken)
    {
        if (await FindAsync(connection, place, cancellationToken).ConfigureAwait(false) is { Text: var text }
            && CommentText.Clean(text).Trim() == sent.Value)
            await DropAsync(connection, place, cancellationToken).ConfigureAwait(false);
    }

    private static Task<DraftRow?> FindAsync(SqliteConnection connection, DraftPlace place, CancellationToken cancellationToken) =>
        connection.QueryFirstOrDefaultAsync<DraftRow?>(
            $"SELECT text, saved_at FROM drafts WHERE {AtPlace}",
            new { storyId = place.StoryId, editing = place.Editing, replyTo = place.ReplyTo, cancellationToken });

    private static async Task<int> StoreAsync(
        SqliteConnection connection, DraftPlace place, string text, long savedAt, CancellationToken cancellationToken)
    {
        await CommentRepository.RequireStoryAsync(connection, place.StoryId, cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(
            """
            INSERT INTO drafts (story_id, editing, reply_to, text, saved_at) VALUES (@storyId, @editing, @replyTo, @text, @savedAt)
            ON CONFLICT (story_id, ifnull(editing, 0), ifnull(reply_to, 0))
              DO UPDATE SET text = excluded.text, saved_at = excluded.saved_at
            """,
            new { storyId = place.StoryId, editing = place.Editing, replyTo = place.ReplyTo, text, savedAt, cancellationToken })
            .ConfigureAwait(false);
    }

    private static Task<int> DropAsync(SqliteConnection connection, DraftPlace place, CancellationToken cancellationToken) =>
        connection.ExecuteAsync($"DELETE FROM drafts WHERE {AtPlace}",
            new { storyId = place.StoryId, editing = place.Editing, replyTo = place.ReplyTo, cancellationToken });
}

/// <summary>A row of <c>drafts</c>.</summary>
internal sealed class DraftRow
{
    public string Text { get; set; } = "";
    public long SavedAt { get; set; }
}
