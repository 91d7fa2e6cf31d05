namespace TermNews.Core.Articles.Layout;

/// <summary>The bullets and numbers of lists.</summary>
internal static class ListMarkers
{
    /// <summary>The greatest number that the numerals can write.</summary>
    private const int MostRoman = 3999;

    private static readonly string[] Bullets = ["• ", "◦ ", "▪ "];
    private static readonly string[] AsciiBullets = ["* ", "- ", "+ "];
    private static readonly (int Value, string Numeral)[] Numerals =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
        (4, "iv"), (1, "i"),
    ];

    /// <summary>The markers of all items, padded to the same width.</summary>
    /// <param name="list">The list.</param>
    /// <param name="depth">The number of lists around it.</param>
    /// <param name="isAscii">Bullets are ASCII.</param>
    public static IReadOnlyList<string> Of(ListBlock list, int depth, bool isAscii)
    {
        if (!list.IsOrdered)
            return [.. Enumerable.Repeat((isAscii ? AsciiBullets : Bullets)[depth % Bullets.Length], list.Items.Count)];
        string[] markers = [.. list.Items.Select((_, index) => Number(list.NumberOf(index), list.Numbering) + ". ")];
        var widest = markers.Max(marker => TextWidth.Of(marker));
        return [.. markers.Select(marker => marker.PadLeft(widest))];
    }

    /// <summary>A number in the numbering of a list.</summary>
    public static string Number(int number, ListNumbering numbering) => numbering switch
    {
        ListNumbering.Digits => number.ToString(CultureInfo.InvariantCulture),
        ListNumbering.LowerLetters => Letters(number, 'a'),
        ListNumbering.UpperLetters => Letters(number, 'A'),
        ListNumbering.LowerRoman => Roman(number),
        ListNumbering.UpperRoman => Roman(number).ToUpperInvariant(),
    };

    private static string Letters(int number, char first)
    {
        if (number < 1)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (; number > 0; number = (number - 1) / 26)
            text.Insert(0, (char)(first + ((number - 1) % 26)));
        return text.ToString();
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > MostRoman)
            return number.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        foreach (var (value, numeral) in Numerals)
        {
            for (; number >= value; number -= value)
                text.Append(numeral);
        }
        return text.ToString();
    }
}
