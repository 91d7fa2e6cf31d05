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

    /// <summary>A refusal.</summary>
    public static NewsException Wrong(string sentence) => new(NewsFault.WrongUse, sentence);
}
