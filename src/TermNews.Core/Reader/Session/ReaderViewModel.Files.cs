using TermNews.Core.Reader.Article;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    private Enclosure? SelectedFile => Article.State is { Current: { Kind: ArticleTargetKind.Enclosure, Id: var place }, Story: { } story }
        && place < story.Enclosures.Count ? story.Enclosures[(int)place] : null;

    /// <summary>What can be done with a file of the story.</summary>
    private Task ShowFileMenu(Enclosure file)
    {
        List<ReaderMenuItem> items =
        [
            new("1 Download", token => DownloadAsync(file, token)),
            new("2 Open in the browser", token => BrowseAsync(file.Url, "", token)),
            new("3 Copy the address", token => CopyAsync(file.Url, token)),
        ];
        State = State with { Menu = new ReaderMenu(EnclosureWords.NameOf(file), items, 0) };
        return Task.CompletedTask;
    }

    /// <summary>Downloads the selected file; where none is selected, the only one of the story.</summary>
    private Task DownloadAsync(CancellationToken token)
    {
        if ((SelectedFile ?? (Article.State.Story?.Enclosures is [var only] ? only : null)) is { } file)
            return DownloadAsync(file, token);
        Tell(Article.State.Story is { Enclosures.Count: > 1 } ? "Tab selects one of the files." : "No file belongs to this story.");
        return Task.CompletedTask;
    }

    /// <summary>Brings a file; the reader goes on meanwhile.</summary>
    public async Task DownloadAsync(Enclosure file, CancellationToken token)
    {
        if (_parts.Downloader is not { } downloader)
        {
            Tell("Offline: the file was not fetched.");
            return;
        }
        Tell($"Fetching {EnclosureWords.NameOf(file)}…");
        using var progress = new PacedProgress<DownloadProgress>(_parts.Clock, _context, now => Tell(EnclosureWords.Progress(file, now)));
        var path = "";
        await _parts.RunBehind(async () => path = await downloader.DownloadAsync(file, null, progress, token).ConfigureAwait(false));
        Tell($"Written to {path}.");
    }
}
