using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>A row of <c>mutes</c>.</summary>
internal sealed class MuteRow
{
    /// <summary>The value of a mute without an end: the last second of the year 9999, the limit of <see cref="DateTimeOffset"/>.</summary>
    public const long Never = 253_402_300_799;

    /// <summary>Selects the mutes that are active at <c>@now</c>. A mute of a chosen feed has the current title of the feed.</summary>
    public const string SelectActive =
        """
        SELECT m.id, m.kind, coalesce(f.own_title, f.title, shown_address(f.feed_url), m.text) AS Text, m.feed_id,
               m.until, m.is_configured
          FROM mutes m LEFT JOIN feeds f ON f.id = m.feed_id
         WHERE m.until > @now
         ORDER BY m.id
        """;

    public long Id { get; set; }
    public string Kind { get; set; } = "";
    public string Text { get; set; } = "";
    public long? FeedId { get; set; }
    public long Until { get; set; }
    public long IsConfigured { get; set; }

    /// <summary>The mute; null if its kind is unknown: it is damaged, or of a newer version.</summary>
    public Mute? ToMute() => MuteKinds.TryParse(Kind) is { } kind
        ? new Mute(kind, Text) { Until = ReadEnd(Until), FeedId = FeedId, IsConfigured = IsConfigured != 0 }
        : null;

    /// <summary>The end of a mute in Unix seconds.</summary>
    public static long EndOf(DateTimeOffset? until) => Math.Min(until?.ToUnixTimeSeconds() ?? Never, Never);

    /// <summary>The end of a mute; null for never.</summary>
    public static DateTimeOffset? ReadEnd(long until) => until >= Never ? null : UnixTime.Read(until);
}

/// <summary>The columns of a story that mutes compare.</summary>
internal sealed class MuteSubjectRow
{
    /// <summary>The columns, from <see cref="From"/>.</summary>
    public const string Columns =
        """
        s.id AS StoryId, s.title, s.lead, s.author, s.categories, f.id AS FeedId,
        coalesce(f.own_title, f.title, shown_address(f.feed_url)) AS FeedTitle, f.feed_url, t.muted_until,
        t.hidden_at IS NULL AND f.removed_at IS NULL AS IsListed
        """;

    /// <summary>The tables.</summary>
    public const string From = "story_status t CROSS JOIN stories s ON s.id = t.story_id CROSS JOIN feeds f ON f.id = t.feed_id";

    public long StoryId { get; set; }
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public string? Author { get; set; }
    public string? Categories { get; set; }
    public long FeedId { get; set; }
    public string FeedTitle { get; set; } = "";
    public string FeedUrl { get; set; } = "";
    public long MutedUntil { get; set; }
    public long IsListed { get; set; }

    public MuteSubject ToSubject() => new(Title, Lead, Author, new FeedReference(FeedId, FeedTitle, FeedUrl),
        StorageJson.ReadTexts(Categories));
}
