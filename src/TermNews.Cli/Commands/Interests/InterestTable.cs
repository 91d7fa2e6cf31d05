using System.CommandLine;
using System.Globalization;
using System.Text;
using TermNews.Cli.Commands.Shared;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Cli.Commands.Interests;

/// <summary>Prints interests in every format they have.</summary>
internal static class InterestTable
{
    private static readonly string[] Columns = ["kind", "name", "feed", "strength", "stories", "since", "set", "reason"];

    /// <summary>The words for kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["term", "feed", "category"];

    /// <summary>The option.</summary>
    public static Option<string> FormatOption()
    {
        var option = new Option<string>("--format")
        {
            Description = "text, json, ndjson, jsonl, csv or tsv.",
            HelpName = "F",
            DefaultValueFactory = _ => "text",
        };
        option.AcceptOnlyFromAmong("text", "json", "ndjson", "jsonl", "csv", "tsv");
        return option;
    }

    /// <summary>The word for a kind.</summary>
    public static string WordFor(InterestKind kind) => kind switch
    {
        InterestKind.Term => "term",
        InterestKind.Feed => "feed",
        InterestKind.Category => "category",
    };

    /// <summary>Prints interests.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="interests">The interests.</param>
    /// <param name="format">One of text, json, ndjson, jsonl, csv, tsv.</param>
    /// <param name="width">Columns of the terminal; null where it is none.</param>
    /// <param name="now">The time.</param>
    public static void Write(TextWriter output, IReadOnlyList<Interest> interests, string format, int? width, DateTimeOffset now)
    {
        switch (format)
        {
            case "json":
                output.Write(interests.Count == 0 ? "[]\n" : $"[\n{string.Join(",\n", interests.Select(Json))}\n]\n");
                break;
            case "ndjson" or "jsonl":
                foreach (var interest in interests)
                    output.Write(Json(interest) + "\n");
                break;
            case "csv":
                WriteRows(output, [Columns, .. interests.Select(Cells)], ",", CsvCell);
                break;
            case "tsv":
                WriteRows(output, [Columns, .. interests.Select(Cells)], "\t", ForeignText.CleanLine);
                break;
            default:
                if (width is { } most)
                    WriteAligned(output, interests, most, now);
                else
                    WriteRows(output, [.. interests.Select(Cells)], "\t", ForeignText.CleanLine);
                break;
        }
    }

    private static void WriteAligned(TextWriter output, IReadOnlyList<Interest> interests, int width, DateTimeOffset now)
    {
        var names = interests.Select(one => TextWidth.Of(one.Name)).DefaultIfEmpty(0).Max();
        foreach (var one in interests)
        {
            var kind = WordFor(one.Subject.Kind).PadRight(8);
            var name = TextWidth.Pad(one.Name, Math.Min(names, Math.Max(8, width / 3)));
            var line = $"{Signed(one.Strength).PadLeft(4)}  {kind}  {name}  {Origin(one, now)}";
            output.Write(TextWidth.Fit(line, width).TrimEnd() + "\n");
        }
    }

    /// <summary>"12 stories since 3 weeks ago", "set by you 2 days ago".</summary>
    private static string Origin(Interest interest, DateTimeOffset now)
    {
        if (interest.SetAt is { } at)
            return $"set by you {Ages.InWords(at, now)}";
        var stories = Plural.Stories(interest.Stories);
        return interest.Since is { } since ? $"{stories}, the first {Ages.InWords(since, now)}" : stories;
    }

    private static string Json(Interest interest)
    {
        using var stream = new MemoryStream();
        using (var json = JsonText.Writer(stream))
        {
            json.WriteStartObject();
            json.WriteString("kind", WordFor(interest.Subject.Kind));
            json.WriteString("name", interest.Name);
            JsonText.WriteNumber(json, "feed", FeedOf(interest) is { } id ? int.Parse(id, CultureInfo.InvariantCulture) : null);
            json.WriteNumber("strength", Math.Round(interest.Strength, 2));
            json.WriteNumber("stories", interest.Stories);
            JsonText.WriteTime(json, "since", interest.Since);
            JsonText.WriteTime(json, "set", interest.SetAt);
            json.WriteString("reason", interest.Words);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteRows(TextWriter output, IReadOnlyList<string?[]> rows, string separator, Func<string, string> cell)
    {
        foreach (var row in rows)
            output.Write(string.Join(separator, row.Select(value => cell(value ?? ""))) + "\n");
    }

    private static string?[] Cells(Interest interest) =>
    [
        WordFor(interest.Subject.Kind), interest.Name, FeedOf(interest), interest.Strength.ToString("0.##", CultureInfo.InvariantCulture),
        Number(interest.Stories), Rfc3339.Format(interest.Since), Rfc3339.Format(interest.SetAt), interest.Words,
    ];

    private static string? FeedOf(Interest interest) => interest.Subject.Kind == InterestKind.Feed ? interest.Subject.Key : null;

    private static string CsvCell(string value) =>
        value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Signed(double strength) => strength.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
