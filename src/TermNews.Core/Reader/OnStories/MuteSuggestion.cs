namespace TermNews.Core.Reader.OnStories;

/// <summary>The word of a headline that a reader most likely wants to mute.</summary>
internal static partial class MuteSuggestion
{
    private const int LeastLetters = 3;

    /// <summary>
    /// The longest name: of the words with a capital, without the first word of the headline; else the longest word. The whole headline
    /// where its script has no words between spaces.
    /// </summary>
    public static string Of(Story story)
    {
        var headline = story.Headline;
        List<string> words = [.. Word.Matches(headline).Select(match => match.Value).Where(word => word.Length >= LeastLetters)];
        var names = words.Skip(headline.StartsWith(words.FirstOrDefault() ?? " ", StringComparison.Ordinal) ? 1 : 0)
            .Where(static word => char.IsUpper(word[0]));
        return Longest(names) ?? Longest(words) ?? headline;
    }

    private static string? Longest(IEnumerable<string> words) => words.MaxBy(word => word.Length);

    /// <summary>Letters and digits, with hyphens between; what follows an apostrophe is an ending.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}'’])[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*")]
    private static partial Regex Word { get; }
}
