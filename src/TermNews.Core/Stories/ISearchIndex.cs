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
    Task CatchUpAsync(CancellationToken cancellationToken);
}
