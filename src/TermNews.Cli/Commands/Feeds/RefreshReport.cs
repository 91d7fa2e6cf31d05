namespace TermNews.Cli.Commands.Feeds;

/// <summary>The result of a refresh, for people and for scripts.</summary>
internal static class RefreshReport
{
    /// <summary>The exit status.</summary>
    public static int ExitStatus(RefreshSummary summary)
    {
        if (summary.WasInterrupted)
            return ExitCodes.Interrupted;
        if (summary.Failed == 0)
            return ExitCodes.Success;
        return summary.Failed == summary.Feeds && summary.Bytes == 0 ? ExitCodes.Network : ExitCodes.Partial;
    }

    /// <summary>The summary in one line.</summary>
    public static string Sentence(RefreshSummary summary)
    {
        if (summary.Feeds == 0)
            return summary.WasInterrupted ? "Interrupted before a feed was fetched." : "No feed is due.";
        var parts = new List<string>();
        Add(parts, summary.Updated, "fetched");
        Add(parts, summary.Unchanged, "unchanged");
        Add(parts, summary.Failed, "failed");
        var news = Plural.Grouped(summary.NewStories, "new story", "new stories");
        var feeds = Plural.Grouped(summary.Feeds, "feed");
        var end = summary.WasInterrupted ? " Interrupted; what was fetched is kept." : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{feeds}: {string.Join(", ", parts)}. {news}, {Size(summary.Bytes)} in {summary.Elapsed.TotalSeconds:0.0} s.{end}");
    }

    /// <summary>The summary as one JSON object.</summary>
    public static void WriteJson(TextWriter output, RefreshSummary summary) => output.Write(JsonText.Compose(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("feeds", summary.Feeds);
        json.WriteNumber("unchanged", summary.Unchanged);
        json.WriteNumber("updated", summary.Updated);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("new_stories", summary.NewStories);
        json.WriteNumber("bytes", summary.Bytes);
        json.WriteNumber("seconds", Math.Round(summary.Elapsed.TotalSeconds, 3));
        json.WritePropertyName("errors");
        JsonText.WriteArray(json, summary.Errors, WriteError);
        json.WriteEndObject();
    }) + "\n");

    private static void WriteError(Utf8JsonWriter json, RefreshError error)
    {
        json.WriteStartObject();
        json.WriteString("feed", error.FeedTitle);
        json.WriteString("url", error.FeedUrl);
        JsonText.WriteNumber(json, "status", error.Status);
        json.WriteString("message", error.Message);
        JsonText.WriteTime(json, "retry_after", error.RetryAfter);
        json.WriteEndObject();
    }

    private static void Add(List<string> parts, int count, string what)
    {
        if (count > 0)
            parts.Add($"{Number(count)} {what}");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Size(long bytes) => bytes switch
    {
        < 1000 => $"{bytes} B",
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.0} MB"),
    };
}
