namespace TermNews.Core.Retention;

/// <summary>How long the stories of a feed are kept. What was saved, pinned or commented on, or has a draft, is always kept.</summary>
/// <param name="Days">Older stories are dropped; 0 for no limit.</param>
/// <param name="Count">The newest stories that are kept; 0 for all.</param>
public readonly record struct RetentionRule(int Days, int Count)
{
    /// <summary>All is kept.</summary>
    public bool IsOff => Days == 0 && Count == 0;
}

/// <summary>Drops old stories.</summary>
public interface IStoryRetention
{
    /// <summary>
    /// Drops the stories that the rules do not keep, in small steps. An entry that its feed still lists does not come back; where a feed
    /// has no rule any more, what it still lists comes back when its document next changes.
    /// </summary>
    /// <param name="ruleOf">The rule for the address of a feed.</param>
    /// <param name="cancellationToken">Cancels the operation between two steps.</param>
    /// <returns>The number of stories.</returns>
    /// <exception cref="NewsException">The database cannot be read or written.</exception>
    Task<int> ApplyAsync(Func<string, RetentionRule> ruleOf, CancellationToken cancellationToken);
}
