namespace TermNews.Core.Rescue;

/// <summary>Marks in rescue files: what was marked while another program held the database.</summary>
public static class RescuedMark
{
    /// <summary>The kind.</summary>
    public static readonly RescueKind Kind = new("mark", "mark", ApplyAsync);

    /// <summary>The entry of a mark.</summary>
    /// <param name="storyIds">The stories; they are the numbers, after the number of the change.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="at">The time of the key.</param>
    public static RescueEntry Of(IReadOnlyList<long> storyIds, StatusChange change, DateTimeOffset at) =>
        new(Kind.Name, $"{Plural.Stories(storyIds.Count)} to be marked: {change}", string.Empty)
        {
            Numbers = [(long)change, .. storyIds],
            At = at,
        };

    private static async Task<bool> ApplyAsync(RescueEntry entry, RescueTarget target, CancellationToken cancellationToken)
    {
        if (entry.Numbers.Count == 0 || entry.Numbers[0] is < 0 or > int.MaxValue || !Enum.IsDefined((StatusChange)entry.Numbers[0]))
            return false;
        await target.Stories.MarkAsync([.. entry.Numbers.Skip(1)], (StatusChange)entry.Numbers[0], cancellationToken).ConfigureAwait(false);
        return true;   // Stories that are gone by now have no marks either.
    }
}
