namespace TermNews.Core.Reader.Keys;

/// <summary>Runs a command on the rooms of the reader.</summary>
public delegate Task CommandHandler(IRooms rooms, CancellationToken cancellationToken);

/// <summary>The screens, overlays and tools of a reader, found by what they can do.</summary>
public interface IRooms
{
    /// <summary>The place that keys go to now where it is of this type, else the registered room of this type.</summary>
    /// <exception cref="InvalidOperationException">No room is of this type.</exception>
    TRoom Room<TRoom>()
        where TRoom : class;
}

/// <summary>
/// A command: one row that has its name, keys, words and handler. Key map, help screen, status row and session work on these rows.
/// Two rows of the same name are equal.
/// </summary>
/// <param name="Name">The name that <c>[keys]</c> in the configuration uses.</param>
/// <param name="Scope">The places in which its keys work.</param>
/// <param name="Keys">Its default keys; a sequence has spaces between its keys.</param>
/// <param name="Words">Its effect, for the help screen.</param>
/// <param name="Handler">Runs it.</param>
/// <param name="Hint">One word for the status row, or null for a command that is not shown there.</param>
public sealed record ReaderCommand(
    string Name, KeyScope Scope, IReadOnlyList<string> Keys, string Words, CommandHandler Handler, string? Hint = null)
{
    /// <summary>A row whose handler runs on a room.</summary>
    public static ReaderCommand On<TRoom>(string name, KeyScope scope, IReadOnlyList<string> keys, string words,
        Func<TRoom, CancellationToken, Task> run, string? hint = null)
        where TRoom : class =>
        new(name, scope, keys, words, (rooms, token) => run(rooms.Room<TRoom>(), token), hint);

    /// <summary>A row whose handler is done at once.</summary>
    public static ReaderCommand On<TRoom>(
        string name, KeyScope scope, IReadOnlyList<string> keys, string words, Action<TRoom> run, string? hint = null)
        where TRoom : class =>
        new(name, scope, keys, words, (rooms, _) =>
        {
            run(rooms.Room<TRoom>());
            return Task.CompletedTask;
        }, hint);

    /// <inheritdoc/>
    public bool Equals(ReaderCommand? other) => other?.Name == Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
