using TermNews.Core.Archive;

namespace TermNews.Cli.Commands.Comments;

/// <summary>Reads comments from a JSON array or from NDJSON.</summary>
internal static class CommentReader
{
    /// <summary>The comments.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: the JSON has another form.</exception>
    public static IReadOnlyList<ArchivedComment> Read(ReadOnlySpan<byte> json, string file)
    {
        var comments = new List<ArchivedComment>();
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

    /// <summary>A comment, or a tombstone: that has only <c>uid</c> and <c>deleted</c>.</summary>
    private static ArchivedComment Comment(JsonElement json)
    {
        var deletedAt = Time(json, "deleted");
        return new ArchivedComment
        {
            Uid = Text(json, "uid"),
            Id = Number(json, "id"),
            StoryId = deletedAt is null && Text(json, "uid") is null ? json.GetProperty("story").GetInt64() : Number(json, "story"),
            Author = deletedAt is null ? CommentAuthor.NameOf(Text(json, "author"), Environment.GetEnvironmentVariable) : null,
            Text = deletedAt is null ? json.GetProperty("text").GetString() ?? "" : null,
            CreatedAt = Time(json, "created") ?? (deletedAt is null ? throw new FormatException("There is no date.") : null),
            EditedAt = Time(json, "edited"),
            ReplyTo = Number(json, "reply_to"),
            ReplyToUid = Text(json, "reply_to_uid"),
            FeedUrl = Text(json, "feed"),
            EntryGuid = Text(json, "guid"),
            Link = Text(json, "link"),
            Headline = Text(json, "headline"),
            Edits = json.TryGetProperty("edits", out var edits) && edits.ValueKind == JsonValueKind.Array
                ? [.. edits.EnumerateArray().Select(Version)] : [],
            DeletedAt = deletedAt,
        };
    }

    private static CommentVersion Version(JsonElement json) =>
        new(json.GetProperty("text").GetString() ?? "", Time(json, "written") ?? throw new FormatException("There is no date."));

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) => Text(json, name) is { } text
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal)
        : null;
}
