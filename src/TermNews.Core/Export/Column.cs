namespace TermNews.Core.Export;

/// <summary>A column of a table: the value of a row as text and as JSON.</summary>
/// <param name="Name">The header, and the name of the JSON property.</param>
/// <param name="Text">The value as text; null or empty if unknown.</param>
/// <param name="Json">Writes the value as JSON, without its name.</param>
public sealed record Column<T>(string Name, Func<T, string?> Text, Action<Utf8JsonWriter, T> Json)
{
    /// <summary>The value is a number in digits, and never foreign text.</summary>
    public bool IsNumber { get; init; }
}

/// <summary>The usual kinds of columns.</summary>
public static class Column
{
    /// <summary>A text; JSON null if it is null or empty.</summary>
    public static Column<T> Text<T>(string name, Func<T, string?> value) => new(name, value, (json, row) => WriteText(json, value(row)));

    /// <summary>A whole number, or null.</summary>
    public static Column<T> Number<T>(string name, Func<T, long?> value) => new(
        name,
        row => value(row)?.ToString(CultureInfo.InvariantCulture),
        (json, row) =>
        {
            if (value(row) is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        })
    { IsNumber = true };

    /// <summary>A number rounded to a count of decimal places.</summary>
    public static Column<T> Rounded<T>(string name, int places, Func<T, double> value)
    {
        var format = "0." + new string('#', places);
        return new Column<T>(
            name,
            row => value(row).ToString(format, CultureInfo.InvariantCulture),
            (json, row) => json.WriteNumberValue(Math.Round(value(row), places)))
        { IsNumber = true };
    }

    /// <summary>A point in time, RFC 3339 in UTC, or null.</summary>
    public static Column<T> Time<T>(string name, Func<T, DateTimeOffset?> value) => Text<T>(name, row => Rfc3339.Format(value(row)));

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static Column<T> Flag<T>(string name, Func<T, bool> value) =>
        new(name, row => value(row) ? "true" : "false", (json, row) => json.WriteBooleanValue(value(row)));

    /// <summary>A list of texts: a JSON array, and one text with commas.</summary>
    public static Column<T> Texts<T>(string name, Func<T, IReadOnlyList<string>> values) => new(
        name,
        row => string.Join(", ", values(row)),
        (json, row) => JsonText.WriteArray(json, values(row), static (json, text) => json.WriteStringValue(text)));

    /// <summary>Writes a row as one JSON object.</summary>
    public static void WriteObject<T>(Utf8JsonWriter json, IReadOnlyList<Column<T>> columns, T row)
    {
        json.WriteStartObject();
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            column.Json(json, row);
        }
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string? text)
    {
        if (string.IsNullOrEmpty(text))
            json.WriteNullValue();
        else
            json.WriteStringValue(text);
    }
}
