namespace TermNews.Core.Feeds.Parsing;

/// <summary>Reads values of foreign JSON, whatever their type.</summary>
internal static class JsonValues
{
    /// <summary>A member's text; numbers as they are written; null for anything else.</summary>
    public static string? Text(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? Text(value) : null;

    /// <summary>A value's text; numbers as they are written; null for anything else.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair cannot be decoded; what is written in the document can.
            return System.Text.RegularExpressions.Regex.Unescape(
                value.GetRawText().Trim('"').Replace("\\/", "/", StringComparison.Ordinal));
        }
    }

    /// <summary>The items of an array; nothing for anything else.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : [];
}
