namespace TermNews.Core.Stories;

/// <summary>
/// The mutes of the reader and of the configuration. Every method throws <see cref="NewsException"/> when the database cannot be read or
/// written.
/// </summary>
public interface IMuteRepository
{
    /// <summary>The active mutes, by kind, then in the order of creation.</summary>
    Task<IReadOnlyList<Mute>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The active mutes, each with the number of stories that it removes from Latest; several may cover one story.</summary>
    Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken);

    /// <summary>The number of active mutes of an unknown kind, as another writer or a bad disk leaves them; they mute nothing.</summary>
    Task<int> CountUnreadableAsync(CancellationToken cancellationToken);

    /// <summary>Adds a mute for present and future stories. A mute of the same kind and text gets the new end.</summary>
    Task<MuteChange> AddAsync(Mute mute, CancellationToken cancellationToken);

    /// <summary>Removes a mute of the reader. Its stories return, unless another mute covers them.</summary>
    /// <returns>The number of stories that returned to Latest; null if there is no such mute.</returns>
    Task<int?> RemoveAsync(Mute mute, CancellationToken cancellationToken);

    /// <summary>Replaces the mutes of the configuration; writes nothing if they are the same.</summary>
    Task ConfigureAsync(IReadOnlyList<Mute> configured, CancellationToken cancellationToken);
}

/// <summary>A mute with the number of stories that it removes.</summary>
/// <param name="Mute">The mute.</param>
/// <param name="Stories">Stories of Latest; each story of a cluster counts.</param>
public sealed record MuteCount(Mute Mute, int Stories);

/// <summary>The result of adding a mute.</summary>
/// <param name="Now">The stored mute.</param>
/// <param name="Before">The mute that it replaced, or null.</param>
/// <param name="Stories">Stories of Latest that it covers.</param>
public sealed record MuteChange(Mute Now, Mute? Before, int Stories);
