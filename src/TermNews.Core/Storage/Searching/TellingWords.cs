namespace TermNews.Core.Storage.Searching;

/// <summary>A word of a story that other stories may share.</summary>
/// <param name="Text">The word as written; a pair of characters in scripts without spaces.</param>
/// <param name="Weight">The weight before rarity: 1 for a name in the title.</param>
/// <param name="Place">The position among the words of the story, from 0.</param>
internal sealed record TellingWord(string Text, double Weight, int Place)
{
    /// <summary>The word quoted for FTS5, so that nothing in it is an operator.</summary>
    public string Match => $"\"{SearchText.Separate(Text)}\"";
}

/// <summary>
/// The informative words of a story: words of four letters or more, shorter ones in capitals ("EU", "NHS", "G7"), and pairs of characters
/// in scripts without spaces.
/// </summary>
internal static class TellingWords
{
    private const int MostWords = 24;
    private const int ShortestWord = 4;
    private const int ShortestAcronym = 2;

    private const double InLead = 0.5;
    private const double WithoutCapital = 0.7;
    private const double OfPair = 0.5;

    /// <summary>The words, those of the title first, without duplicates.</summary>
    public static IReadOnlyList<TellingWord> Of(string? title, string? lead) =>
        [.. Of(title, 1).Concat(Of(lead, InLead)).Select((word, place) => new TellingWord(word.Text, word.Weight, place))
            .Where(word => word.Weight > 0).DistinctBy(word => word.Text, StringComparer.OrdinalIgnoreCase).Take(MostWords)];

    /// <summary>The words for display, heaviest first; overlapping pairs of characters are joined.</summary>
    public static IReadOnlyList<string> Joined(IEnumerable<TellingWord> words)
    {
        List<TellingWord> joined = [];
        foreach (var word in words.OrderBy(word => word.Place))
        {
            if (joined.Count > 0 && joined[^1].Place == word.Place - 1 && LastOf(joined[^1].Text) == FirstOf(word.Text)
                && IsPair(word.Text))
                joined[^1] = word with { Text = joined[^1].Text + LastOf(word.Text), Weight = Math.Max(joined[^1].Weight, word.Weight) };
            else
                joined.Add(word);
        }
        return [.. joined.OrderByDescending(word => word.Weight).Select(word => word.Text)];
    }

    private static bool IsPair(string word) => SearchText.IsWithoutSpaces(word, 0);

    private static string FirstOf(string text) => text.EnumerateRunes().First().ToString();

    private static string LastOf(string text) => text.EnumerateRunes().Last().ToString();

    private static IEnumerable<(string Text, double Weight)> Of(string? text, double weight)
    {
        if (text is null)
            return [];
        var isInCapitals = IsInCapitals(text);
        return Split(text).Select(word => (word, weight * WeightOf(word, isInCapitals)));
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (word.Length > 0)
                    word.Append(rune);
                continue;
            }
            var isAlone = SearchText.IsWithoutSpaces(rune.ToString(), 0);
            if (isAlone && before is { } first)
                yield return $"{first}{rune}";
            before = isAlone ? rune : null;
            if (!isAlone && Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune);
                continue;
            }
            if (word.Length > 0)
                yield return word.ToString();
            word.Clear();
        }
    }

    /// <summary>The weight of a word; 0 for short words, numbers such as years, and endings or particles in hiragana.</summary>
    private static double WeightOf(string word, bool isInCapitals)
    {
        if (IsPair(word))
            return word.AsSpan().ContainsAnyInRange('\u3040', '\u309F') ? 0 : OfPair;
        if (!word.Any(char.IsLetter))
            return 0;
        if (word.Length >= ShortestWord)
            return char.IsLower(word[0]) ? WithoutCapital : 1;
        return !isInCapitals && word.Length >= ShortestAcronym && word.All(c => char.IsUpper(c) || char.IsDigit(c)) ? 1 : 0;
    }

    private static bool IsInCapitals(string text) => text.Count(char.IsUpper) > text.Count(char.IsLower);
}
