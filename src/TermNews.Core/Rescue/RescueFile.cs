namespace TermNews.Core.Rescue;

/// <summary>
/// A rescue file: text that people can read, and that the reader takes in when it starts next. Each entry has a line with its kind in
/// brackets, lines with a name and a value, and then the words that were typed, indented.
/// </summary>
/// <param name="Database">The path of the database it was meant for.</param>
/// <param name="Entries">What was not written.</param>
public sealed record RescueFile(string Database, IReadOnlyList<RescueEntry> Entries)
{
    private const string FirstLine = "TermNews rescue file 1";
    private const string DatabaseName = "Database", HeadlineName = "Headline", LinkName = "Link", NumbersName = "Numbers", AtName = "At";
    private const string Indent = "    ";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>The text of the file.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(FirstLine).Append("\n\n")
            .Append("What could not be written to the database. The reader takes it in when it starts next, and removes this file.\n");
        Add(text, DatabaseName, OneLine(Database));
        foreach (var entry in Entries)
        {
            text.Append('\n').Append('[').Append(entry.Kind).Append("] ").Append(OneLine(entry.Words)).Append('\n');
            Add(text, HeadlineName, entry.Headline);
            Add(text, LinkName, entry.Link);
            Add(text, NumbersName, string.Join(' ', entry.Numbers.Select(static n => n.ToString(CultureInfo.InvariantCulture))));
            Add(text, AtName, entry.At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
            if (entry.Text.Length > 0)
                text.Append(Indent).Append(entry.Text.Replace("\n", "\n" + Indent, StringComparison.Ordinal)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>Reads the text of a file; null where it is none.</summary>
    public static RescueFile? Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines[0] != FirstLine)
            return null;
        string? database = null;
        List<RescueEntry> entries = [];
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.StartsWith('[') && line.IndexOf(']', StringComparison.Ordinal) is > 1 and var end)
                entries.Add(ReadEntry(line[1..end], line[(end + 1)..].Trim(), lines, ref at));
            else if (entries.Count == 0 && line.StartsWith($"{DatabaseName}: ", StringComparison.Ordinal))
                database = line[(DatabaseName.Length + 2)..];
        }
        return database is null ? null : new RescueFile(database, entries);
    }

    /// <summary>A value as it stands in the file: without line breaks and other control characters.</summary>
    internal static string OneLine(string value) => ForeignText.CleanLine(value);

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append(name).Append(": ").Append(OneLine(value)).Append('\n');
    }

    /// <summary>Reads the lines of an entry, and leaves <paramref name="at"/> at its last one.</summary>
    private static RescueEntry ReadEntry(string kind, string words, string[] lines, ref int at)
    {
        var entry = new RescueEntry(kind, words, string.Empty);
        List<string> typed = [];
        while (at + 1 < lines.Length && !lines[at + 1].StartsWith('['))
        {
            var line = lines[++at];
            if (line.StartsWith(Indent, StringComparison.Ordinal))
                typed.Add(line[Indent.Length..]);
            else if (typed.Count == 0 && line.Split(": ", 2) is [var name, var value])
                entry = With(entry, name, value);
        }
        return entry with { Text = string.Join('\n', typed) };
    }

    private static RescueEntry With(RescueEntry entry, string name, string value) => name switch
    {
        HeadlineName => entry with { Headline = value },
        LinkName => entry with { Link = value },
        NumbersName => entry with { Numbers = NumbersIn(value) },
        AtName => DateTimeOffset.TryParseExact(
            value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? entry with { At = time }
            : entry,
        _ => entry,
    };

    private static long[] NumbersIn(string value)
    {
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = new long[words.Length];
        for (var n = 0; n < words.Length; n++)
        {
            if (!long.TryParse(words[n], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[n]))
                return [];
        }
        return numbers;
    }
}
