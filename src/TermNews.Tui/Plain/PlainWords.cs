namespace TermNews.Tui.Plain;

/// <summary>Reads typed lines.</summary>
internal static class PlainWords
{
    /// <summary>The sentence where a story has to be open.</summary>
    public const string NothingOpen = "No story is open; its number opens one.";

    /// <summary>The first word and the rest; a sign that means a command needs no space after it.</summary>
    public static (string Name, string After) Split(string line)
    {
        var text = line.Trim();
        if (text.Length > 1 && !char.IsLetterOrDigit(text[0]))
            return (text[..1], text[1..].Trim());
        var space = text.IndexOfAny([' ', '\t']);
        return space < 0 ? (text, "") : (text[..space], text[space..].Trim());
    }

    /// <summary>A number without a sign; null for anything else.</summary>
    public static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The item with a number, counted from 1.</summary>
    /// <param name="number">The number as it was typed.</param>
    /// <param name="items">The items.</param>
    /// <param name="kind">A word for an item, with the article "a".</param>
    /// <param name="whenNone">The refusal where there are no items.</param>
    /// <exception cref="NewsException">No item has this number.</exception>
    public static T Choose<T>(string number, IReadOnlyList<T> items, string kind, string whenNone) =>
        Number(number) is { } place && place >= 1 && place <= items.Count
            ? items[place - 1]
            : throw Wrong(items.Count == 0 ? whenNone : $"Give the number of a {kind}, from 1 to {items.Count}.");

    /// <summary>A refusal.</summary>
    public static NewsException Wrong(string sentence) => new(NewsFault.WrongUse, sentence);
}
