namespace TermNews.Core.Stories;

/// <summary>Clusters stories that report the same news.</summary>
public interface IStoryClusters
{
    /// <summary>The number of stories that wait for clustering.</summary>
    Task<int> CountWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Clusters the stories that arrived since the last call.</summary>
    /// <exception cref="NewsException">The database cannot be read or written.</exception>
    Task CatchUpAsync(CancellationToken cancellationToken);
}
