namespace TermNews.Core.Stories;

/// <summary>
/// The words that searches look through. Stories are listed and readable before their words are here: whoever has time brings the index
/// up to date, and a search does so first. Every method throws <see cref="NewsException"/> when the database cannot be read or written.
/// </summary>
public interface ISearchIndex
{
    /// <summary>How many stories are new or changed since the index was up to date.</summary>
    Task<int> CountWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Brings the index up to date, in short transactions; nothing is done where the database is read-only.</summary>
    /// <param name="pace">Whether somebody waits for it.</param>
    /// <param name="cancellationToken">Gives up, keeping what was done.</param>
    Task CatchUpAsync(IndexPace pace, CancellationToken cancellationToken);
}

/// <summary>How fast the search index is brought up to date.</summary>
public enum IndexPace
{
    /// <summary>At once: somebody waits for it.</summary>
    AtOnce,

    /// <summary>With pauses, in which whoever else wants to write, a reader who saves a story in another process, comes first.</summary>
    Behind,
}
