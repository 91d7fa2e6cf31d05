using TermNews.Core.Export;
using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Interests;

/// <summary>The table of interests.</summary>
internal static class InterestTable
{
    private static readonly IReadOnlyList<Column<Interest>> Columns =
    [
        Column.Text<Interest>("kind", static one => WordFor(one.Subject.Kind)),
        Column.Text<Interest>("name", static one => one.Name),
        Column.Number<Interest>("feed", static one => one.Subject is { Kind: InterestKind.Feed, Key: var id }
            ? long.Parse(id, CultureInfo.InvariantCulture)
            : null),
        Column.Rounded<Interest>("strength", 2, static one => one.Strength),
        Column.Number<Interest>("stories", static one => one.Stories),
        Column.Time<Interest>("since", static one => one.Since),
        Column.Time<Interest>("set", static one => one.SetAt),
        Column.Text<Interest>("reason", static one => one.Words),
    ];

    /// <summary>The words for kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["term", "feed", "category"];

    /// <summary>The table, with ages relative to a time.</summary>
    public static Table<Interest> At(DateTimeOffset now) => new(Columns) { Aligned = (interests, width) => Lines(interests, width, now) };

    /// <summary>The word for a kind.</summary>
    public static string WordFor(InterestKind kind) => kind switch
    {
        InterestKind.Term => "term",
        InterestKind.Feed => "feed",
        InterestKind.Category => "category",
    };

    private static IEnumerable<string> Lines(IReadOnlyList<Interest> interests, int width, DateTimeOffset now)
    {
        // A third of the width: room for the origin behind it, also at 80 columns.
        var names = Math.Min(interests.Select(static one => TextWidth.Of(one.Name)).DefaultIfEmpty().Max(), Math.Max(8, width / 3));
        return interests.Select(one =>
        {
            var strength = one.Strength.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
            return $"{strength,4}  {WordFor(one.Subject.Kind),-8}  {TextWidth.Pad(one.Name, names)}  {Origin(one, now)}";
        });
    }

    /// <summary>"12 stories, the first 3 weeks ago", "set by you 2 days ago".</summary>
    private static string Origin(Interest interest, DateTimeOffset now)
    {
        if (interest.SetAt is { } at)
            return $"set by you {Ages.InWords(at, now)}";
        var stories = Plural.Stories(interest.Stories);
        return interest.Since is { } since ? $"{stories}, the first {Ages.InWords(since, now)}" : stories;
    }
}
