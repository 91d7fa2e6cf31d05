using TermNews.Core.Articles;
using TermNews.Core.Pictures;

namespace TermNews.Core.Reader.Article;

public sealed partial class ArticleViewModel
{
    private const int MostPictures = 20;

    /// <summary>The pictures; null where none can be shown.</summary>
    public PictureShelf? Pictures { get; init; }

    /// <summary>Pictures are shown, in this article and the next.</summary>
    public bool ShowsPictures { get; set; }

    /// <summary>Shows the pictures of the text, each as soon as it is there.</summary>
    /// <returns>What went wrong with the first that cannot be had; null where all are there.</returns>
    public async Task<string?> ShowPicturesAsync(CancellationToken cancellationToken)
    {
        ShowsPictures = true;
        ShowAnew();
        string? fault = null;
        var (story, pictures) = (State.Story?.Id, Pictures);
        foreach (var url in PicturesOf(State.Document).Take(MostPictures))
        {
            try
            {
                await runBehind(() => pictures?.TakeAsync(url, cancellationToken) ?? Task.CompletedTask);
            }
            catch (NewsException ex)
            {
                fault ??= ex.Message;
                continue;
            }
            if (State.Story?.Id != story || !ShowsPictures)
                break;
            Show(State);
        }
        return fault;
    }

    /// <summary>Shows captions only.</summary>
    public void HidePictures()
    {
        ShowsPictures = false;
        ShowAnew();
    }

    /// <summary>The addresses of the pictures of a text, in its order.</summary>
    public static IReadOnlyList<string> PicturesOf(ArticleDocument? document) => document is null
        ? []
        : [.. document.ShownBlocks.SelectMany(Inside).OfType<Figure>().Select(figure => figure.Url).OfType<string>().Distinct()];

    private static IEnumerable<Block> Inside(Block block) => block switch
    {
        Quote quote => quote.Blocks.SelectMany(Inside),
        ListBlock list => list.Items.SelectMany(item => item).SelectMany(Inside),
        Details details => details.Blocks.SelectMany(Inside),
        DefinitionList definitions => definitions.Entries.SelectMany(entry => entry.Details).SelectMany(Inside),
        _ => [block],
    };
}
