namespace TermNews.Core.Pictures;

/// <summary>The pictures of open articles: fetched once, cached in the database, and decoded in memory as rows of cells.</summary>
/// <param name="source">The network; null when offline.</param>
/// <param name="kept">The cache; null without one.</param>
/// <param name="form">The form.</param>
public sealed class PictureShelf(IPictureSource? source, IPictureRepository? kept, PictureForm form)
{
    /// <summary>Decoded pictures in memory at most: 24 take up to 46 MB (800 × 600 pixels of four bytes).</summary>
    private const int MostAtHand = 24;

    private readonly Lock _lock = new();
    private readonly LinkedList<(string Url, Picture Picture)> _atHand = [];
    private readonly Dictionary<(string Url, int Cells), IReadOnlyList<IReadOnlyList<TextRun>>> _rows = [];

    /// <summary>The form.</summary>
    public PictureForm Form => form;

    /// <summary>The rows of a loaded picture; empty if it is not loaded.</summary>
    /// <param name="url">Its address.</param>
    /// <param name="cells">The available columns.</param>
    public IReadOnlyList<IReadOnlyList<TextRun>> RowsOf(string url, int cells)
    {
        lock (_lock)
        {
            if (_rows.TryGetValue((url, cells), out var rows))
                return rows;
            return Find(url) is { } picture ? _rows[(url, cells)] = PictureRows.Of(picture, cells, form) : [];
        }
    }

    /// <summary>Loads a picture from the cache or its address; may run on any thread.</summary>
    /// <exception cref="NewsException">It cannot be fetched or decoded; the message says why.</exception>
    public async Task TakeAsync(string url, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Find(url) is not null)
                return;
        }
        var file = kept is null ? null : await kept.FindAsync(url, cancellationToken).ConfigureAwait(false);
        var picture = file is not null ? PictureFile.Read(file) : await FetchAsync(url, cancellationToken).ConfigureAwait(false);
        lock (_lock)
        {
            _atHand.AddFirst((url, picture));
            while (_atHand.Count > MostAtHand)
                Forget(_atHand.Last!.Value.Url);
        }
    }

    private async Task<Picture> FetchAsync(string url, CancellationToken cancellationToken)
    {
        if (source is null)
            throw new NewsException(NewsFault.Network, "Offline: the picture was not fetched.");
        var picture = PictureFile.Read((await source.FetchPictureAsync(url, cancellationToken).ConfigureAwait(false)).Span);
        if (kept is not null)
            await kept.KeepAsync(url, PictureFile.ToKept(picture), cancellationToken).ConfigureAwait(false);
        return picture;
    }

    private Picture? Find(string url)
    {
        foreach (var (known, picture) in _atHand)
        {
            if (known == url)
                return picture;
        }
        return null;
    }

    private void Forget(string url)
    {
        _atHand.RemoveLast();
        foreach (var key in _rows.Keys.Where(key => key.Url == url).ToList())
            _rows.Remove(key);
    }
}
