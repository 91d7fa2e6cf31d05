namespace TermNews.Core.Stories;

/// <summary>Puts stories that report the same news together.</summary>
public interface IStoryClusters
{
    /// <summary>How many stories have not been looked at.</summary>
    Task<int> CountWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Finds the clusters of the stories that came since the last time.</summary>
    /// <exception cref="NewsException">The database cannot be read or written.</exception>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
