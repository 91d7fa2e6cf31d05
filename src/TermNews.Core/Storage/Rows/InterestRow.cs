using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>The deeds of the reader on a story.</summary>
internal sealed class DeedsRow
{
    public long StoryId { get; set; }
    public long FeedId { get; set; }
    public string FeedTitle { get; set; } = "";
    public string? Title { get; set; }
    public string? Categories { get; set; }
    public string? Language { get; set; }
    public long? OpenedAt { get; set; }
    public long? FinishedAt { get; set; }
    public long? SavedAt { get; set; }
    public long? CommentedAt { get; set; }
    public long? HiddenAt { get; set; }

    /// <summary>The primary subtag of a BCP 47 tag in lower case; empty for none.</summary>
    public static string PrimaryLanguage(string? tag) => tag is null ? "" : tag.Split('-', '_')[0].Trim().ToLowerInvariant();

    public StoryDeeds ToDeeds() => new()
    {
        StoryId = StoryId,
        FeedId = FeedId,
        FeedTitle = FeedTitle,
        Title = Title,
        Categories = StorageJson.ReadTexts(Categories),
        Language = PrimaryLanguage(Language),
        OpenedAt = UnixTime.Read(OpenedAt),
        FinishedAt = UnixTime.Read(FinishedAt),
        SavedAt = UnixTime.Read(SavedAt),
        CommentedAt = UnixTime.Read(CommentedAt),
        HiddenAt = UnixTime.Read(HiddenAt),
    };
}

/// <summary>The times of the latest deeds.</summary>
internal sealed class InterestStampRow
{
    public long Liked { get; set; }
    public long Hidden { get; set; }
    public long Comment { get; set; }
    public long Edited { get; set; }
}

/// <summary>A row of <c>interest_edits</c>.</summary>
internal sealed class InterestEditRow
{
    public string Kind { get; set; } = "";
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public double? Strength { get; set; }
    public long EditedAt { get; set; }

    /// <summary>The value of <c>kind</c>.</summary>
    public static string WordFor(InterestKind kind) => kind switch
    {
        InterestKind.Term => "term",
        InterestKind.Feed => "feed",
        InterestKind.Category => "category",
    };

    /// <summary>The edit; null if its kind is unknown.</summary>
    public InterestEdit? ToEdit()
    {
        InterestKind? kind = Kind switch
        {
            "term" => InterestKind.Term,
            "feed" when long.TryParse(Key, NumberStyles.None, CultureInfo.InvariantCulture, out _) => InterestKind.Feed,
            "category" => InterestKind.Category,
            _ => null,
        };
        return kind is { } known ? new InterestEdit(new InterestSubject(known, Key), Name, Strength, UnixTime.Read(EditedAt)) : null;
    }
}
