namespace TermNews.Core.Reader.Keys;

/// <summary>The meaning of a key.</summary>
/// <param name="Command">The command that it completes, or null.</param>
/// <param name="Digit">The digit, 0 to 9, of a key that chooses by number; else -1.</param>
/// <param name="IsPending">The key began or continued a sequence; more keys must follow.</param>
public sealed record KeyReading(ReaderCommand? Command, int Digit = -1, bool IsPending = false)
{
    /// <summary>A key without a meaning.</summary>
    public static KeyReading Nothing { get; } = new(Command: null);
}

/// <summary>Combines keys into sequences such as <c>g g</c>, one key at a time.</summary>
/// <param name="map">The commands of keys.</param>
public sealed class KeyReader(KeyMap map)
{
    private KeyScope _scope;

    /// <summary>The keys of an unfinished sequence; empty for none.</summary>
    public string Begun { get; private set; } = string.Empty;

    /// <summary>Takes a key. A key that does not continue a sequence ends it and is read by itself.</summary>
    public KeyReading Read(KeyPress key, KeyScope scope)
    {
        if (scope != _scope)
            Forget();
        _scope = scope;
        var keys = Begun.Length == 0 ? key.ToString() : $"{Begun} {key}";
        if (map.IsBeginning(scope, keys))
        {
            Begun = keys;
            return new KeyReading(null, IsPending: true);
        }
        var wasBegun = Begun.Length > 0;
        Forget();
        if (map.Find(scope, keys) is { } command)
            return new KeyReading(command);
        if (wasBegun)
            return key.Name == "Esc" ? KeyReading.Nothing : Read(key, scope);
        return key.Digit >= 0 && (scope is KeyScope.Article or KeyScope.Menu)
            ? new KeyReading(null, key.Digit)
            : KeyReading.Nothing;
    }

    /// <summary>Whether a key has a meaning in a scope, so that a text field does not take it.</summary>
    public bool Wants(KeyPress key, KeyScope scope) =>
        map.Find(scope, key.ToString()) is not null || map.IsBeginning(scope, key.ToString());

    /// <summary>Drops an unfinished sequence.</summary>
    public void Forget() => Begun = string.Empty;
}
