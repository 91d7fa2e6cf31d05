using System.Globalization;

namespace TermNews.Core.Reader.Plain;

/// <summary>Numbers with their nouns.</summary>
internal static class Plural
{
    /// <summary>"1 comment", "2 comments".</summary>
    public static string Of(int count, string noun) => Of(count, noun, noun + "s");

    /// <summary>"1 story", "2 stories".</summary>
    public static string Of(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
