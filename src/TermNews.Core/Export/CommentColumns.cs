namespace TermNews.Core.Export;

/// <summary>The columns of comments, with the names that scripts depend on.</summary>
public static class CommentColumns
{
    /// <summary>All, in the order of the output.</summary>
    public static IReadOnlyList<Column<Comment>> All { get; } =
    [
        Column.Number<Comment>("id", static comment => comment.Id),
        Column.Number<Comment>("story", static comment => comment.StoryId),
        Column.Text<Comment>("author", static comment => comment.Author),
        Column.Text<Comment>("text", static comment => comment.Text.Value),
        Column.Time<Comment>("created", static comment => comment.CreatedAt),
        Column.Time<Comment>("edited", static comment => comment.EditedAt),
        Column.Number<Comment>("reply_to", static comment => comment.ReplyTo),
    ];
}
