namespace TermNews.Core.Stories;

/// <summary>Fetches pictures.</summary>
public interface IPictureSource
{
    /// <summary>The picture at an address, as it was sent.</summary>
    /// <exception cref="NewsException">It cannot be fetched; the sentence says why.</exception>
    Task<ReadOnlyMemory<byte>> FetchPictureAsync(string url, CancellationToken cancellationToken);
}

/// <summary>Stores pictures, scaled down, so that each is fetched once and can be seen offline.</summary>
public interface IPictureRepository
{
    /// <summary>The file of a picture; null if none is stored.</summary>
    Task<byte[]?> FindAsync(string url, CancellationToken cancellationToken);

    /// <summary>Stores a picture. Beyond a limit the oldest are dropped.</summary>
    Task KeepAsync(string url, byte[] file, CancellationToken cancellationToken);
}
