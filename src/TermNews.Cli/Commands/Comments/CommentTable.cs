using System.CommandLine;
using System.Globalization;
using TermNews.Core.Export;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Cli.Commands.Comments;

/// <summary>Prints comments in every format they have.</summary>
internal static class CommentTable
{
    private static readonly string[] Columns = ["id", "story", "author", "text", "created", "edited", "reply_to"];

    /// <summary>The option.</summary>
    public static Option<string> FormatOption(string usual)
    {
        var option = new Option<string>("--format")
        {
            Description = "text, json, ndjson, jsonl, csv or tsv.",
            HelpName = "F",
            DefaultValueFactory = _ => usual,
        };
        option.AcceptOnlyFromAmong("text", "json", "ndjson", "jsonl", "csv", "tsv");
        return option;
    }

    /// <summary>Prints comments.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Comment> comments, string format, int? width)
    {
        switch (format)
        {
            case "json":
                output.Write(comments.Count == 0 ? "[" : "[\n");
                output.Write(string.Join(",\n", comments.Select(Json)));
                output.Write(comments.Count == 0 ? "]\n" : "\n]\n");
                break;
            case "ndjson" or "jsonl":
                foreach (var comment in comments)
                    output.Write(Json(comment) + "\n");
                break;
            case "csv":
                WriteRows(output, comments, ",", CsvCell);
                break;
            case "tsv":
                WriteRows(output, comments, "\t", ForeignText.CleanLine);
                break;
            default:
                WriteText(output, comments, width);
                break;
        }
    }

    private static string Json(Comment comment) => StoryJson.Compose(json => StoryJson.Write(json, comment));

    private static void WriteText(TextWriter output, IReadOnlyList<Comment> comments, int? width)
    {
        foreach (var comment in comments)
        {
            var created = Rfc3339.Format(comment.CreatedAt);
            var text = ForeignText.CleanLine(comment.Text.Value);
            string[] cells = [Number(comment.Id), Number(comment.StoryId), created, comment.Author, text];
            output.Write((width is { } most ? TextWidth.Fit(string.Join("  ", cells), most) : string.Join('\t', cells)) + "\n");
        }
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<Comment> comments, string separator, Func<string, string> cell)
    {
        output.Write(string.Join(separator, Columns) + "\n");
        foreach (var comment in comments)
            output.Write(string.Join(separator, Cells(comment).Select(value => cell(value ?? ""))) + "\n");
    }

    private static string?[] Cells(Comment comment) =>
    [
        Number(comment.Id), Number(comment.StoryId), comment.Author, comment.Text.Value, Rfc3339.Format(comment.CreatedAt),
        Rfc3339.Format(comment.EditedAt), comment.ReplyTo is { } parent ? Number(parent) : null,
    ];

    private static string CsvCell(string value) =>
        value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
