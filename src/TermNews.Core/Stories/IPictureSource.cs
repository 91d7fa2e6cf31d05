namespace TermNews.Core.Stories;

/// <summary>Fetches pictures.</summary>
public interface IPictureSource
{
    /// <summary>The picture at an address, as it was sent.</summary>
    /// <exception cref="NewsException">It cannot be had; the sentence says why.</exception>
    Task<ReadOnlyMemory<byte>> FetchPictureAsync(string url, CancellationToken cancellationToken);
}

/// <summary>Keeps pictures, made small, so that each is fetched once and can be seen without a network.</summary>
public interface IPictureRepository
{
    /// <summary>The file of a picture, or null where none is kept.</summary>
    Task<byte[]?> FindAsync(string url, CancellationToken cancellationToken);

    /// <summary>Keeps a picture. The oldest go where there are too many.</summary>
    Task KeepAsync(string url, byte[] file, CancellationToken cancellationToken);
}
