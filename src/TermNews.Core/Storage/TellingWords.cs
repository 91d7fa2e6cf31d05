using System.Globalization;
using System.Text;
using TermNews.Core.Text;

namespace TermNews.Core.Storage;

/// <summary>A word of a story that others may share.</summary>
/// <param name="Text">As it stands there; a pair of characters where its script parts no words.</param>
/// <param name="Weight">What it counts, however rare it is: 1 for a name in the title.</param>
internal sealed record TellingWord(string Text, double Weight)
{
    /// <summary>The word as the index finds it: quoted, so that nothing in it is an operator.</summary>
    public string Match => $"\"{SearchText.Separate(Text)}\"";

    /// <summary>Whether it is a pair of characters.</summary>
    public bool IsPair => SearchText.IsWithoutSpaces(Text, 0);
}

/// <summary>
/// The words of a story that may tell what it is about: from four letters on, shorter ones where they stand in capitals ("EU", "NHS", "G7");
/// pairs of characters where a script parts no words.
/// </summary>
internal static class TellingWords
{
    private const int MostWords = 24;
    private const int ShortestWord = 4;
    private const int ShortestAcronym = 2;

    private const double InLead = 0.5;
    private const double WithoutCapital = 0.7;
    private const double OfPair = 0.5;

    /// <summary>The words, those of the title first; each once.</summary>
    public static IReadOnlyList<TellingWord> Of(string? title, string? lead) =>
        [.. Of(title, 1).Concat(Of(lead, InLead)).DistinctBy(word => word.Text, StringComparer.OrdinalIgnoreCase).Take(MostWords)];

    /// <summary>The words as a reader knows them: pairs that go on in each other are one.</summary>
    public static IReadOnlyList<string> Joined(IEnumerable<TellingWord> words)
    {
        List<(string Text, bool IsPair)> joined = [];
        foreach (var word in words)
        {
            var at = word.IsPair ? joined.FindIndex(known => known.IsPair && (FirstOf(known.Text) == LastOf(word.Text) || LastOf(known.Text) == FirstOf(word.Text))) : -1;
            if (at < 0)
                joined.Add((word.Text, word.IsPair));
            else if (LastOf(joined[at].Text) == FirstOf(word.Text))
                joined[at] = (joined[at].Text + LastOf(word.Text), true);
            else
                joined[at] = (FirstOf(word.Text) + joined[at].Text, true);
        }
        return [.. joined.Select(word => word.Text)];
    }

    private static string FirstOf(string text) => text.EnumerateRunes().First().ToString();

    private static string LastOf(string text) => text.EnumerateRunes().Last().ToString();

    private static IEnumerable<TellingWord> Of(string? text, double weight)
    {
        if (text is null)
            return [];
        var isInCapitals = IsInCapitals(text);
        return Split(text).Select(word => new TellingWord(word, weight * WeightOf(word, isInCapitals))).Where(word => word.Weight > 0);
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(word.Length > 0 ? rune : "");
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

    /// <summary>0 where a word tells nothing: it is short, a number such as a year, or has an ending or particle in hiragana.</summary>
    private static double WeightOf(string word, bool isInCapitals)
    {
        if (SearchText.IsWithoutSpaces(word, 0))
            return word.AsSpan().ContainsAnyInRange('\u3040', '\u309F') ? 0 : OfPair;
        if (!word.Any(char.IsLetter))
            return 0;
        if (word.Length >= ShortestWord)
            return char.IsLower(word[0]) ? WithoutCapital : 1;
        return !isInCapitals && word.Length >= ShortestAcronym && word.All(c => char.IsUpper(c) || char.IsDigit(c)) ? 1 : 0;
    }

    private static bool IsInCapitals(string text) => text.Count(char.IsUpper) > text.Count(char.IsLower);
}
