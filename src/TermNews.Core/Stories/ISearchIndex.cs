namespace TermNews.Core.Stories;

/// <summary>
/// The full-text index. Stories are listed and readable before they are indexed; the index is brought up to date in the background or
/// before a search.
/// </summary>
public interface ISearchIndex
{
    /// <summary>The number of stories that are not indexed yet.</summary>
    Task<int> CountWaitingAsync(CancellationToken cancellationToken);

    /// <summary>Brings the index up to date, in short transactions; nothing is done where the database is read-only.</summary>
    /// <param name="pace">Whether somebody waits for the result.</param>
    /// <param name="cancellationToken">Cancels the operation; work done is kept.</param>
    Task CatchUpAsync(IndexPace pace, CancellationToken cancellationToken);
}

/// <summary>The pace of indexing.</summary>
public enum IndexPace
{
    /// <summary>At once: somebody waits for it.</summary>
    AtOnce,

    /// <summary>With pauses, in which other writers (a reader in another process who saves a story) go first.</summary>
    Behind,
}
