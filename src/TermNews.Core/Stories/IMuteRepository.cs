namespace TermNews.Core.Stories;

/// <summary>
/// What the reader muted, and what the configuration mutes. Every method throws <see cref="NewsException"/> when the database cannot be
/// read or written.
/// </summary>
public interface IMuteRepository
{
    /// <summary>The mutes that have not ended, by kind, then in the order they were made in.</summary>
    Task<IReadOnlyList<Mute>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The same, with how many stories each keeps out of Latest; a story may be covered by several.</summary>
    Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken);

    /// <summary>Mutes, at once and for stories to come; a mute of the same takes the new end.</summary>
    Task<MuteChange> AddAsync(Mute mute, CancellationToken cancellationToken);

    /// <summary>Takes a mute of the reader's back; its stories return, unless another mute covers them.</summary>
    /// <returns>How many stories returned to Latest; null where there is no such mute.</returns>
    Task<int?> RemoveAsync(Mute mute, CancellationToken cancellationToken);

    /// <summary>Puts what the configuration mutes in place of what it muted before; writes nothing where that is the same.</summary>
    Task ConfigureAsync(IReadOnlyList<Mute> configured, CancellationToken cancellationToken);
}

/// <summary>A mute and how many stories it keeps out.</summary>
/// <param name="Mute">The mute.</param>
/// <param name="Stories">Stories of Latest, every one of a cluster counted.</param>
public sealed record MuteCount(Mute Mute, int Stories);

/// <summary>What muting came to.</summary>
/// <param name="Now">The mute as it is kept.</param>
/// <param name="Before">The mute of the same that it took the place of, or null.</param>
/// <param name="Stories">Stories of Latest that it covers.</param>
public sealed record MuteChange(Mute Now, Mute? Before, int Stories);
