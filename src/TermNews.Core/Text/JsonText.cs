using System.Text.Encodings.Web;

namespace TermNews.Core.Text;

/// <summary>JSON (RFC 8259) as all commands write it: printable characters unescaped, unknown values null, times in RFC 3339.</summary>
public static class JsonText
{
    /// <summary>The options of every writer: one line, and no escapes for characters that people can read.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON that a function writes, on one line.</summary>
    public static string Compose(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, Options))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>Writes a number property; null is JSON null.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>Writes a time property as RFC 3339 in UTC; null is JSON null.</summary>
    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? value) => json.WriteString(name, Rfc3339.Format(value));

    /// <summary>Writes an array.</summary>
    public static void WriteArray<T>(Utf8JsonWriter json, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (var value in values)
            write(json, value);
        json.WriteEndArray();
    }

    /// <summary>Writes an array property of strings.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WritePropertyName(name);
        WriteArray(json, values, static (json, value) => json.WriteStringValue(value));
    }

    /// <summary>
    /// Writes an object with the properties <c>file</c> and <c>error</c>: the stand-in for a document that could not be read.
    /// </summary>
    public static void WriteError(Utf8JsonWriter json, string file, string sentence)
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("error", sentence);
        json.WriteEndObject();
    }
}
