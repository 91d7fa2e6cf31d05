namespace TermNews.Core.Stories;

/// <summary>The active mutes.</summary>
/// <param name="Mutes">The mutes.</param>
public sealed record MuteRules(IReadOnlyList<Mute> Mutes)
{
    /// <summary>Nothing is muted.</summary>
    public static MuteRules None { get; } = new([]);

    /// <summary>The mutes that cover a story; the one that ends last first.</summary>
    public IReadOnlyList<Mute> Of(MuteSubject story) =>
        [.. Mutes.Where(mute => mute.Covers(story)).OrderByDescending(mute => mute.Until ?? DateTimeOffset.MaxValue)];

    /// <summary>The end of the last mute of a story, <see cref="DateTimeOffset.MaxValue"/> for never; null if none covers it.</summary>
    public DateTimeOffset? UntilOf(MuteSubject story) => Of(story) is [var last, ..] ? last.Until ?? DateTimeOffset.MaxValue : null;
}
