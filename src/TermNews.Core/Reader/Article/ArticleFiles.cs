using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Article;

/// <summary>The files of a story: episodes, pictures.</summary>
internal sealed class ArticleFiles(
    ReaderSession session, ArticleViewModel article, Links links, DownloadFile downloading)
{
    /// <summary>The selected file, or null.</summary>
    public Enclosure? Selected => article.State is { Current: { Kind: ArticleTargetKind.Enclosure, Id: var place }, Story: { } story }
        && place < story.Enclosures.Count ? story.Enclosures[(int)place] : null;

    /// <summary>Shows what can be done with a file.</summary>
    public void ShowMenu(Enclosure file) => session.Menu.Show(new ReaderMenu(EnclosureWords.NameOf(file),
    [
        new("1 Download", token => DownloadAsync(file, token)),
        new("2 Open in the browser", token => links.BrowseAsync(file.Url, token)),
        new("3 Copy the address", token => links.CopyAsync(file.Url, token)),
    ], 0));

    /// <summary>Downloads the selected file; where none is selected, the only one of the story.</summary>
    public Task DownloadAsync(CancellationToken cancellationToken)
    {
        if ((Selected ?? (article.State.Story?.Enclosures is [var only] ? only : null)) is { } file)
            return DownloadAsync(file, cancellationToken);
        session.Tell(article.State.Story is { Enclosures.Count: > 1 }
            ? "{key:next-link} selects one of the files." : "No file belongs to this story.");
        return Task.CompletedTask;
    }

    /// <summary>Downloads a file; the reader goes on meanwhile.</summary>
    public async Task DownloadAsync(Enclosure file, CancellationToken cancellationToken) =>
        session.Tell(await downloading.RunAsync(file, session.Tell, cancellationToken));
}
