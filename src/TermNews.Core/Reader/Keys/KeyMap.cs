using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Keys;

/// <summary>Which keys ask for which command where; made of the table of defaults and what the reader changed.</summary>
public sealed class KeyMap
{
    private static readonly KeyScope[] Single =
    [
        KeyScope.List, KeyScope.Article, KeyScope.Feeds, KeyScope.Help, KeyScope.Comment, KeyScope.Prompt, KeyScope.Question, KeyScope.Menu,
    ];

    private readonly Dictionary<(KeyScope Scope, string Keys), ReaderCommand> _commands = [];
    private readonly HashSet<(KeyScope Scope, string Keys)> _beginnings = [];

    private KeyMap(IReadOnlyList<CommandKeys> table)
    {
        Table = table;
        foreach (var line in table)
            Bind(line);
        foreach (var (scope, keys) in _beginnings)
        {
            if (_commands.TryGetValue((scope, keys), out var command))
                throw WrongUse($"The keys of {NameOf(command)} ({keys}) begin a longer sequence; give one of them other keys.");
        }
    }

    /// <summary>The keys as TermNews comes.</summary>
    public static KeyMap Default { get; } = new(ReaderCommands.Table);

    /// <summary>All commands with the keys they have now.</summary>
    public IReadOnlyList<CommandKeys> Table { get; }

    /// <summary>
    /// The key map with the reader's changes: command name to keys, each text one key or a sequence with spaces. No keys unbind a command.
    /// </summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: a name or key is unknown, or keys clash.</exception>
    public static KeyMap Create(IReadOnlyDictionary<string, IReadOnlyList<string>> changes)
    {
        if (changes.Count == 0)
            return Default;
        var unknown = changes.Keys.FirstOrDefault(name => ReaderCommands.Table.All(line => line.Name != name));
        if (unknown is not null)
            throw WrongUse($"[keys] names an unknown command: {unknown}. 'termnews config keys' lists them all.");
        return new KeyMap([.. ReaderCommands.Table.Select(line => changes.TryGetValue(line.Name, out var keys)
            ? line with { Keys = [.. keys.Select(text => Canonical(line.Name, text))] }
            : line)]);
    }

    /// <summary>The command of a whole sequence, or null.</summary>
    public ReaderCommand? Find(KeyScope scope, string keys) => _commands.TryGetValue((scope, keys), out var command) ? command : null;

    /// <summary>Whether a longer sequence begins so.</summary>
    public bool IsBeginning(KeyScope scope, string keys) => _beginnings.Contains((scope, keys));

    /// <summary>The first key of a command in a scope, as hints show it; null where it has none.</summary>
    public string? KeyOf(ReaderCommand command, KeyScope scope) =>
        Table.FirstOrDefault(line => line.Command == command && line.Scope.HasFlag(scope) && line.Keys.Count > 0)?.Keys[0];

    /// <summary>A sentence with each <c>{key:name}</c> replaced by the first key of the command of that name.</summary>
    public string Fill(string words) =>
        KeyWords.Resolve(words, name => Table.FirstOrDefault(line => line.Name == name && line.Keys.Count > 0)?.Keys[0]);

    /// <summary>"r read", "s save"…: the hints of a scope, the most useful first.</summary>
    public IReadOnlyList<string> Hints(KeyScope scope) =>
    [
        .. Table.Where(line => line.Hint is not null && line.Scope.HasFlag(scope) && line.Keys.Count > 0)
            .Select(line => $"{line.Keys[0]} {line.Hint}"),
    ];

    private void Bind(CommandKeys line)
    {
        foreach (var keys in line.Keys)
        {
            foreach (var scope in Single.Where(scope => line.Scope.HasFlag(scope)))
            {
                if (!_commands.TryAdd((scope, keys), line.Command) && _commands[(scope, keys)] is var other && other != line.Command)
                    throw WrongUse($"The key {keys} is bound to both {NameOf(other)} and {line.Name}; give one of them another.");
                for (var space = keys.IndexOf(' ', StringComparison.Ordinal); space > 0; space = keys.IndexOf(' ', space + 1))
                    _beginnings.Add((scope, keys[..space]));
            }
        }
    }

    private string NameOf(ReaderCommand command) => Table.First(line => line.Command == command).Name;

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
