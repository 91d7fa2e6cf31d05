using TermNews.Core.Archive;
using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Comments;

/// <summary>The table of comments for other machines: the columns of comments, then what names comment and story anywhere.</summary>
internal static class ArchiveTable
{
    /// <summary>All columns.</summary>
    public static Table<ArchivedComment> Table { get; } = new(
        Column.Number<ArchivedComment>("id", static one => one.Id),
        Column.Number<ArchivedComment>("story", static one => one.StoryId),
        Column.Text<ArchivedComment>("author", static one => one.Author),
        Column.Text<ArchivedComment>("text", static one => one.Text),
        Column.Time<ArchivedComment>("created", static one => one.CreatedAt),
        Column.Time<ArchivedComment>("edited", static one => one.EditedAt),
        Column.Number<ArchivedComment>("reply_to", static one => one.ReplyTo),
        Column.Text<ArchivedComment>("uid", static one => one.Uid),
        Column.Text<ArchivedComment>("reply_to_uid", static one => one.ReplyToUid),
        Column.Text<ArchivedComment>("feed", static one => one.FeedUrl),
        Column.Text<ArchivedComment>("guid", static one => one.EntryGuid),
        Column.Text<ArchivedComment>("link", static one => one.Link),
        Column.Text<ArchivedComment>("headline", static one => one.Headline),
        new Column<ArchivedComment>("edits", static one => string.Join(" / ", one.Edits.Select(edit => edit.Text)), WriteEdits),
        Column.Time<ArchivedComment>("deleted", static one => one.DeletedAt))
    {
        Aligned = static (comments, _) => comments.Select(static one => ForeignText.CleanLine($"{one.Id}  {one.Author}  {one.Text}")),
    };

    private static void WriteEdits(Utf8JsonWriter json, ArchivedComment comment)
    {
        json.WriteStartArray();
        foreach (var edit in comment.Edits)
        {
            json.WriteStartObject();
            json.WriteString("text", edit.Text);
            json.WriteString("written", Rfc3339.Format(edit.WrittenAt));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
