namespace TermNews.Tui.Plain;

/// <summary>A command of the plain reader: a row of the table that it runs by and that its help is made of.</summary>
/// <param name="Name">The word that is typed, or its beginning.</param>
/// <param name="Arguments">Its arguments, for the help.</param>
/// <param name="Words">Its effect, for the help.</param>
/// <param name="RunAsync">Runs it with the text that was typed after the name.</param>
/// <param name="Key">The command of the full-screen reader whose key may be typed instead of the name, or null.</param>
internal sealed record PlainCommand(
    string Name, string Arguments, string Words, Func<PlainReader, string, CancellationToken, Task> RunAsync, ReaderCommand? Key = null)
{
    /// <summary>The name of the full-screen reader's command, as sentences have it; null for none.</summary>
    public string? KeyName => Key?.Name;

    /// <summary>A command that has the name of a command of the full-screen reader, and where nothing else is given its words.</summary>
    public static PlainCommand Like(
        ReaderCommand key, string arguments, Func<PlainReader, string, CancellationToken, Task> runAsync, string? words = null) =>
        new(key.Name, arguments, words ?? key.Words, runAsync, key);

    /// <summary>The key that may be typed instead of the name: one letter or sign; null for none.</summary>
    public string? KeyIn(KeyMap keys) => Key is not { } key ? null : keys.Table
        .Where(line => line == key)
        .SelectMany(static line => line.Keys)
        .FirstOrDefault(static text => text.Length == 1 && !char.IsAsciiDigit(text[0]));
}
