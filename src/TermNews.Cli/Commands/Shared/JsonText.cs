using System.Text.Encodings.Web;
using System.Text.Json;
using TermNews.Core.Text;

namespace TermNews.Cli.Commands.Shared;

/// <summary>JSON as the commands about feeds print it: what is not known is null, times are RFC 3339 in UTC.</summary>
internal static class JsonText
{
    /// <summary>A writer that leaves readable characters as they are.</summary>
    public static Utf8JsonWriter Writer(Stream stream) =>
        new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>A number or null.</summary>
    public static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A time or null.</summary>
    public static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? value) => json.WriteString(name, Rfc3339.Format(value));
}
