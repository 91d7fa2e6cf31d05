using TermNews.Core.Conversation;
using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Comments;

/// <summary>The table of comments.</summary>
internal static class CommentTable
{
    private static readonly IReadOnlyList<Column<Comment>> Brief =
        [.. new[] { "id", "story", "created", "author", "text" }.Select(name => CommentColumns.All.First(column => column.Name == name))];

    /// <summary>All columns; plain text has the shorter choice.</summary>
    public static Table<Comment> Table { get; } = new(CommentColumns.All)
    {
        Plain = Brief,
        Aligned = (comments, _) => comments.Select(static comment => Line(comment)),
    };

    /// <summary>The same of one story; in plain text, answers stand below what they answer, two columns further in.</summary>
    public static Table<Comment> Thread { get; } = new(CommentColumns.All)
    {
        Plain = Brief,
        Aligned = static (comments, _) => CommentThread.Of(comments).Select(static placed => Line(placed.Comment, placed.Indent)),
    };

    private static string Line(Comment comment, int indent = 0) =>
        new string(' ', indent) + string.Join("  ", Brief.Select(column => ForeignText.CleanLine(column.Text(comment) ?? "")));
}
