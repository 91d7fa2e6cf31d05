namespace TermNews.Core.Articles;

/// <summary>A readable article: its metadata, and its text as blocks.</summary>
public sealed record ArticleDocument : ArticleFacts
{
    /// <summary>An empty document.</summary>
    public ArticleDocument()
    {
    }

    /// <summary>A document with known metadata.</summary>
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

    /// <summary>The reading time in minutes, at least 1; 0 without text. Computed once.</summary>
    public int Minutes => Blocks.Count == 0 || _minutes > 0 ? _minutes : _minutes = ReadingTime.Minutes(Blocks, Language);

    /// <summary>The blocks to show: the text, after the lead picture unless the text has it.</summary>
    public IReadOnlyList<Block> ShownBlocks => LeadImage is { } lead && !Shows(Blocks, lead) ? [LeadFigure(lead), .. Blocks] : Blocks;

    private static Figure LeadFigure(StoryImage lead) => new(lead.Url, null, lead.Caption);

    private static bool Shows(IEnumerable<Block> blocks, StoryImage lead) => blocks.OfType<Figure>()
        .Any(figure => figure.Url == lead.Url || (lead.Caption is not null && figure.Caption == lead.Caption));
}
