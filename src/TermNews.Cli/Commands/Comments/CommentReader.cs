namespace TermNews.Cli.Commands.Comments;

/// <summary>Reads comments from a JSON array or from NDJSON.</summary>
internal static class CommentReader
{
    /// <summary>The comments.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: the JSON has another form, or a comment is too long.</exception>
    public static IReadOnlyList<Comment> Read(ReadOnlySpan<byte> json, string file)
    {
        var comments = new List<Comment>();
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
            {
                using var value = JsonDocument.ParseValue(ref reader);
                if (value.RootElement.ValueKind == JsonValueKind.Array)
                    comments.AddRange(value.RootElement.EnumerateArray().Select(Comment));
                else
                    comments.Add(Comment(value.RootElement));
            }
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new NewsException(NewsFault.WrongUse,
                $"{file} does not hold comments as termnews comment export writes them (after {comments.Count} that it does).", ex);
        }
        return comments;
    }

    private static Comment Comment(JsonElement json) => new(
        Number(json, "id") ?? 0,
        json.GetProperty("story").GetInt64(),
        CommentAuthor.NameOf(Text(json, "author"), Environment.GetEnvironmentVariable),
        CommentText.Create(json.GetProperty("text").GetString() ?? ""),
        Time(json, "created") ?? throw new FormatException("There is no date."),
        Time(json, "edited"),
        Number(json, "reply_to"));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) => Text(json, name) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;
}
