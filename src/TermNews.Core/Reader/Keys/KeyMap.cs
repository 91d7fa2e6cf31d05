namespace TermNews.Core.Reader.Keys;

/// <summary>The commands of keys in each scope: the default keys and the reader's changes.</summary>
public sealed class KeyMap
{
    private const string Unbound = "(unbound)";

    private static readonly KeyScope[] Single =
    [
        KeyScope.List, KeyScope.Article, KeyScope.Feeds, KeyScope.Help, KeyScope.Comment, KeyScope.Prompt, KeyScope.Question, KeyScope.Menu,
    ];

    private readonly Dictionary<(KeyScope Scope, string Keys), ReaderCommand> _commands = [];
    private readonly HashSet<(KeyScope Scope, string Keys)> _beginnings = [];

    private KeyMap(IReadOnlyList<ReaderCommand> table)
    {
        Table = table;
        foreach (var row in table)
            Bind(row);
        foreach (var (scope, keys) in _beginnings)
        {
            if (_commands.TryGetValue((scope, keys), out var command))
                throw WrongUse($"The keys of {command.Name} ({keys}) begin a longer sequence; give one of them other keys.");
        }
    }

    /// <summary>A map without keys.</summary>
    public static KeyMap Empty { get; } = new([]);

    /// <summary>All commands with their keys, in the order of the help screen.</summary>
    public IReadOnlyList<ReaderCommand> Table { get; }

    /// <summary>
    /// The key map of a table with the reader's changes: command name to keys, each text one key or a sequence with spaces. A list without
    /// keys unbinds a command.
    /// </summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: a name or key is unknown, or keys clash.</exception>
    public static KeyMap Create(IReadOnlyList<ReaderCommand> table, IReadOnlyDictionary<string, IReadOnlyList<string>> changes)
    {
        if (changes.Keys.FirstOrDefault(name => table.All(row => row.Name != name)) is { } unknown)
            throw WrongUse($"[keys] names an unknown command: {unknown}. {Nearest(table, unknown)}");
        return new KeyMap([.. table.Select(row => changes.TryGetValue(row.Name, out var keys)
            ? row with { Keys = [.. keys.Select(text => Canonical(row.Name, text))] }
            : row)]);
    }

    /// <summary>The command of a whole sequence, or null.</summary>
    public ReaderCommand? Find(KeyScope scope, string keys) => _commands.GetValueOrDefault((scope, keys));

    /// <summary>Whether a longer sequence begins with these keys.</summary>
    public bool IsBeginning(KeyScope scope, string keys) => _beginnings.Contains((scope, keys));

    /// <summary>The first key of a command, for sentences: <c>(unbound)</c> for one without keys.</summary>
    public string Of(ReaderCommand command) => Of(command.Name);

    /// <summary>A sentence with each <c>{key:name}</c> replaced by the first key of the command of that name.</summary>
    public string Fill(string words) => KeyTemplates.Resolve(words, Of);

    /// <summary>"r read", "s save"…: the hints of a scope, in the order of the table.</summary>
    public IReadOnlyList<string> Hints(KeyScope scope) =>
    [
        .. Table.Where(row => row.Hint is not null && row.Scope.HasFlag(scope) && row.Keys.Count > 0)
            .Select(row => $"{row.Keys[0]} {row.Hint}"),
    ];

    private string Of(string name) => Table.FirstOrDefault(row => row.Name == name) is { Keys: [var key, ..] } ? key : Unbound;

    private void Bind(ReaderCommand row)
    {
        foreach (var keys in row.Keys)
        {
            foreach (var scope in Single.Where(scope => row.Scope.HasFlag(scope)))
            {
                if (!_commands.TryAdd((scope, keys), row) && _commands[(scope, keys)] is var other && other.Handler != row.Handler)
                    throw WrongUse($"The key {keys} is bound to both {other.Name} and {row.Name}; give one of them another.");
                for (var space = keys.IndexOf(' ', StringComparison.Ordinal); space > 0; space = keys.IndexOf(' ', space + 1))
                    _beginnings.Add((scope, keys[..space]));
            }
        }
    }

    /// <summary>The command names that are most like an unknown one.</summary>
    private static string Nearest(IReadOnlyList<ReaderCommand> table, string unknown)
    {
        const int shown = 3;
        var names = table.Select(row => row.Name).OrderBy(name => Distance(name, unknown)).Take(shown);
        return $"The nearest are {string.Join(", ", names)}; the help screen has them all.";
    }

    /// <summary>The Levenshtein distance.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
                (row[j], diagonal) = (Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)), row[j]);
        }
        return row[^1];
    }

    private static string Canonical(string name, string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<KeyPress?> keys = [.. parts.Select(KeyPress.Parse)];
        return keys.Count == 0 || keys.Contains(null)
            ? throw WrongUse($"[keys] {name}: '{text}' is no key. Keys are written like j, Space, Down, Ctrl-D, Shift-Tab or g g.")
            : string.Join(' ', keys);
    }

    private static NewsException WrongUse(string sentence) => new(NewsFault.WrongUse, sentence);
}
