using TermNews.Core.Stories;

namespace TermNews.Core.Articles;

/// <summary>A story made readable: what is known about it, and its text as blocks. All text is cleaned of control characters.</summary>
public sealed record ArticleDocument
{
    /// <summary>The headline, plain text of one line, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, without "By", or null.</summary>
    public string? Byline { get; init; }

    /// <summary>The name of the site, or null.</summary>
    public string? SiteName { get; init; }

    /// <summary>When it was published, or null.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>BCP 47 tag, or null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether its script runs from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>The picture that stands for it, with its caption, or null.</summary>
    public StoryImage? LeadImage { get; init; }

    /// <summary>The text.</summary>
    public IReadOnlyList<Block> Blocks { get; init; } = [];

    /// <summary>What is laid out: the lead picture, where the text does not show it itself, and the text.</summary>
    public IReadOnlyList<Block> ShownBlocks => LeadImage is { } lead && !Shows(Blocks, lead) ? [LeadFigure(lead), .. Blocks] : Blocks;

    private static Figure LeadFigure(StoryImage lead) => new(lead.Url, null, lead.Caption);

    private static bool Shows(IEnumerable<Block> blocks, StoryImage lead) => blocks.OfType<Figure>()
        .Any(figure => figure.Url == lead.Url || (lead.Caption is not null && figure.Caption == lead.Caption));
}
