using System.Globalization;
using System.Text;
using TermNews.Cli.Commands.Comments;
using TermNews.Cli.Commands.Shared;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Cli.Commands.Mutes;

/// <summary>Prints mutes in every format they have.</summary>
internal static class MuteTable
{
    private static readonly string[] Columns = ["kind", "text", "until", "stories", "configured"];

    /// <summary>Prints mutes with their counts.</summary>
    /// <param name="output">Takes them.</param>
    /// <param name="counts">The mutes.</param>
    /// <param name="format">One of those of <see cref="CommentTable.FormatOption"/>.</param>
    /// <param name="width">Columns of the terminal; null where it is none.</param>
    public static void Write(TextWriter output, IReadOnlyList<MuteCount> counts, string format, int? width)
    {
        switch (format)
        {
            case "json":
                output.Write(counts.Count == 0 ? "[" : "[\n");
                output.Write(string.Join(",\n", counts.Select(count => $"  {Object(count)}")));
                output.Write(counts.Count == 0 ? "]\n" : "\n]\n");
                break;
            case "ndjson" or "jsonl":
                foreach (var count in counts)
                    output.Write(Object(count) + "\n");
                break;
            case "csv":
                WriteRows(output, counts, ",", CsvCell);
                break;
            case "tsv":
                WriteRows(output, counts, "\t", ForeignText.CleanLine);
                break;
            default:
                WriteText(output, counts, width);
                break;
        }
    }

    private static void WriteText(TextWriter output, IReadOnlyList<MuteCount> counts, int? width)
    {
        if (counts.Count == 0)
            return;
        var texts = Math.Min(counts.Max(count => TextWidth.Of(count.Mute.Text)), Math.Max(10, (width ?? 0) / 3));
        foreach (var count in counts)
        {
            var cells = Cells(count);
            var words = $"{Plural.Stories(count.Stories)}{(count.Mute.IsConfigured ? ", by the configuration" : "")}";
            var line = $"{cells[0],-8}  {TextWidth.Pad(cells[1], texts)}  {(cells[2].Length == 0 ? "for ever" : cells[2]),-20}  {words}";
            output.Write((width is { } most ? TextWidth.Fit(line, most).TrimEnd() : string.Join('\t', cells)) + "\n");
        }
    }

    private static string Object(MuteCount count)
    {
        using var buffer = new MemoryStream();
        using (var json = JsonText.Writer(buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind", MuteKinds.WordOf(count.Mute.Kind));
            json.WriteString("text", count.Mute.Text);
            JsonText.WriteTime(json, "until", count.Mute.Until);
            json.WriteNumber("stories", count.Stories);
            json.WriteBoolean("configured", count.Mute.IsConfigured);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<MuteCount> counts, string separator, Func<string, string> cell)
    {
        output.Write(string.Join(separator, Columns) + "\n");
        foreach (var count in counts)
            output.Write(string.Join(separator, Cells(count).Select(cell)) + "\n");
    }

    private static string[] Cells(MuteCount count) =>
    [
        MuteKinds.WordOf(count.Mute.Kind), count.Mute.Text, Rfc3339.Format(count.Mute.Until) ?? "",
        count.Stories.ToString(CultureInfo.InvariantCulture), count.Mute.IsConfigured ? "true" : "false",
    ];

    private static string CsvCell(string value) =>
        value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}
