using TermNews.Core.Text;

namespace TermNews.Core.Stories;

/// <summary>What a mute looks at.</summary>
public enum MuteKind
{
    /// <summary>Words or a phrase of a headline or of the beginning of the text.</summary>
    Word,

    /// <summary>The author's name, or whole words of it.</summary>
    Author,

    /// <summary>A feed.</summary>
    Feed,

    /// <summary>A category.</summary>
    Category,
}

/// <summary>Something the reader does not want to see for a while. Its stories stay, and come back into the lists when it ends.</summary>
/// <param name="Kind">What it looks at.</param>
/// <param name="Text">Words, a name, the title or address of a feed, or a category; case does not matter.</param>
public sealed record Mute(MuteKind Kind, string Text)
{
    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The feed, where one was chosen and not only named; it stays muted when it is renamed.</summary>
    public long? FeedId { get; init; }

    /// <summary>It stands in the configuration, and is taken back only there.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>What it is, for a sentence: "the word 'election'".</summary>
    public string Name => $"the {MuteKinds.WordOf(Kind)} '{Text}'";

    /// <summary>It is at work at a time.</summary>
    public bool IsActive(DateTimeOffset now) => Until is not { } end || end > now;

    /// <summary>It mutes the same, whenever it ends.</summary>
    public bool IsSame(Mute other) => Kind == other.Kind && IsConfigured == other.IsConfigured && FeedId == other.FeedId
        && (FeedId is not null || Equal(Text, other.Text));

    /// <summary>Whether it mutes a story.</summary>
    public bool Covers(MuteSubject story) => Kind switch
    {
        MuteKind.Word => Has(story.Title) || Has(story.Lead),
        MuteKind.Author => Has(story.Author),
        MuteKind.Feed => FeedId is { } id ? id == story.Feed.Id : Equal(Text, story.Feed.Title) || Equal(Text, story.Feed.Url),
        MuteKind.Category => story.Categories.Any(category => Equal(Text, category)),
    };

    private bool Has(string? text) => WholeWords.Has(text, UnicodeForms.Nfc(Text));

    private static bool Equal(string one, string other) =>
        string.Equals(UnicodeForms.Nfc(one.Trim()), UnicodeForms.Nfc(other.Trim()), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What mutes look at in a story, brought into one form (NFC) for all of them.</summary>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Lead">The beginning of its text, or null.</param>
/// <param name="Author">Its author's name, several joined with ", "; null where unknown.</param>
/// <param name="Feed">Its feed.</param>
/// <param name="Categories">Its categories.</param>
public sealed record MuteSubject(string? Title, string? Lead, string? Author, FeedReference Feed, IReadOnlyList<string> Categories)
{
    /// <summary>Its headline, or null.</summary>
    public string? Title { get; } = Composed(Title);

    /// <summary>The beginning of its text, or null.</summary>
    public string? Lead { get; } = Composed(Lead);

    /// <summary>Its author's name, several joined with ", "; null where unknown.</summary>
    public string? Author { get; } = Composed(Author);

    /// <summary>What mutes look at in a kept story.</summary>
    public static MuteSubject Of(Story story) => new(story.Title, story.Lead, story.Author, story.Feed, story.Categories);

    private static string? Composed(string? text) => text is null ? null : UnicodeForms.Nfc(text);
}

/// <summary>The kinds of mutes as the command line, the configuration and the database call them.</summary>
public static class MuteKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<MuteKind> All { get; } = [MuteKind.Word, MuteKind.Author, MuteKind.Feed, MuteKind.Category];

    /// <summary>The word for a kind.</summary>
    public static string WordOf(MuteKind kind) => kind switch
    {
        MuteKind.Word => "word",
        MuteKind.Author => "author",
        MuteKind.Feed => "feed",
        MuteKind.Category => "category",
    };
}
