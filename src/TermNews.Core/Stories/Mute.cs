namespace TermNews.Core.Stories;

/// <summary>The kind of a mute.</summary>
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

/// <summary>
/// A mute: stories that the reader does not want to see for a while. They are kept, and return to the lists when it ends.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">Words, a name, the title or address of a feed, or a category; case does not matter.</param>
public sealed record Mute(MuteKind Kind, string Text)
{
    /// <summary>Characters of a muted word at most, by choice: every story is searched for it.</summary>
    public const int LongestWord = 200;

    /// <summary>The end; null for never.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The feed, where one was chosen and not only named; it stays muted when it is renamed.</summary>
    public long? FeedId { get; init; }

    /// <summary>True if it comes from the configuration, and can be removed only there.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>Its description for a sentence: "the word 'election'".</summary>
    public string Name => $"the {MuteKinds.WordOf(Kind)} '{Text}'";

    /// <summary>True if it is active at a time.</summary>
    public bool IsActive(DateTimeOffset now) => Until is not { } end || end > now;

    /// <summary>True if another mute has the same kind and text, whatever its end.</summary>
    public bool IsSame(Mute other) => Kind == other.Kind && IsConfigured == other.IsConfigured && FeedId == other.FeedId
        && (FeedId is not null || Equal(Text, other.Text));

    /// <summary>True if it covers a story.</summary>
    public bool Covers(MuteSubject story) => Kind switch
    {
        MuteKind.Word => Has(story.Title) || Has(story.Lead),
        MuteKind.Author => Has(story.Author),
        MuteKind.Feed => FeedId is { } id ? id == story.Feed.Id
            : Equal(Text, story.Feed.Title) || Equal(ShownAddress.Of(Text), story.Feed.Url),
        MuteKind.Category => story.Categories.Any(category => Equal(Text, category)),
    };

    private bool Has(string? text) => WholeWords.Has(text, UnicodeForms.Nfc(Text));

    private static bool Equal(string one, string other) =>
        string.Equals(UnicodeForms.Nfc(one.Trim()), UnicodeForms.Nfc(other.Trim()), StringComparison.OrdinalIgnoreCase);
}

/// <summary>The parts of a story that mutes compare, in NFC.</summary>
/// <param name="Title">Its headline, or null.</param>
/// <param name="Lead">The beginning of its text, or null.</param>
/// <param name="Author">Its author's name, several joined with ", "; null if unknown.</param>
/// <param name="Feed">Its feed.</param>
/// <param name="Categories">Its categories.</param>
public sealed record MuteSubject(string? Title, string? Lead, string? Author, FeedReference Feed, IReadOnlyList<string> Categories)
{
    /// <summary>Its headline, or null.</summary>
    public string? Title { get; } = Composed(Title);

    /// <summary>The beginning of its text, or null.</summary>
    public string? Lead { get; } = Composed(Lead);

    /// <summary>Its author's name, several joined with ", "; null if unknown.</summary>
    public string? Author { get; } = Composed(Author);

    /// <summary>The parts of a stored story.</summary>
    public static MuteSubject Of(Story story) => new(story.Title, story.Lead, story.Author, story.Feed, story.Categories);

    private static string? Composed(string? text) => text is null ? null : UnicodeForms.Nfc(text);
}

/// <summary>The names of the kinds in the command line, the configuration and the database.</summary>
public static class MuteKinds
{
    /// <summary>All kinds.</summary>
    public static IReadOnlyList<MuteKind> All { get; } = [MuteKind.Word, MuteKind.Author, MuteKind.Feed, MuteKind.Category];

    /// <summary>The kind of a word; null if there is none.</summary>
    public static MuteKind? TryParse(string word) => All.Where(kind => WordOf(kind) == word).Cast<MuteKind?>().FirstOrDefault();

    /// <summary>The word for a kind.</summary>
    public static string WordOf(MuteKind kind) => kind switch
    {
        MuteKind.Word => "word",
        MuteKind.Author => "author",
        MuteKind.Feed => "feed",
        MuteKind.Category => "category",
    };
}
