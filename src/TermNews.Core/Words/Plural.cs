namespace TermNews.Core.Words;

/// <summary>Numbers with their nouns, the noun in the singular for exactly one.</summary>
public static class Plural
{
    /// <summary>"1 comment", "2 comments".</summary>
    public static string Of(long count, string noun) => Of(count, noun, noun + "s");

    /// <summary>"1 entry", "2 entries".</summary>
    public static string Of(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>"1 story", "2 stories".</summary>
    public static string Stories(long count) => Of(count, "story", "stories");

    /// <summary>"1 point", "1,200 points": thousands are separated by commas.</summary>
    public static string Grouped(long count, string noun) => Grouped(count, noun, noun + "s");

    /// <summary>"1 new story", "1,200 new stories": thousands are separated by commas.</summary>
    public static string Grouped(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
