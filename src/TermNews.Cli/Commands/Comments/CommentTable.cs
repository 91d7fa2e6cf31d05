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
        Aligned = (comments, _) => comments.Select(Line),
    };

    private static string Line(Comment comment) =>
        string.Join("  ", Brief.Select(column => ForeignText.CleanLine(column.Text(comment) ?? "")));
}
