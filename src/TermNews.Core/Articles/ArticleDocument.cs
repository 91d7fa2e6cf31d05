using TermNews.Core.Stories;

namespace TermNews.Core.Articles;

/// <summary>A story made readable: what is known about it, and its text as blocks.</summary>
public sealed record ArticleDocument : ArticleFacts
{
    /// <summary>A document of which nothing is known yet.</summary>
    public ArticleDocument()
    {
    }

    /// <summary>Takes over what is known.</summary>
    public ArticleDocument(ArticleFacts facts)
        : base(facts)
    {
    }

    private int _minutes;

    /// <summary>The text.</summary>
    public IReadOnlyList<Block> Blocks
    {
        get;
        init => (field, _minutes) = (value, 0);
    } = [];

    /// <summary>How long the text takes to read in minutes, at least 1; 0 without any text.</summary>
    public int Minutes => Blocks.Count == 0 || _minutes > 0 ? _minutes : _minutes = ReadingTime.Minutes(Blocks, Language);

    /// <summary>What is laid out: the lead picture, where the text does not show it itself, and the text.</summary>
    public IReadOnlyList<Block> ShownBlocks => LeadImage is { } lead && !Shows(Blocks, lead) ? [LeadFigure(lead), .. Blocks] : Blocks;

    private static Figure LeadFigure(StoryImage lead) => new(lead.Url, null, lead.Caption);

    private static bool Shows(IEnumerable<Block> blocks, StoryImage lead) => blocks.OfType<Figure>()
        .Any(figure => figure.Url == lead.Url || (lead.Caption is not null && figure.Caption == lead.Caption));
}
