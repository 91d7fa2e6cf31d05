using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Rows;

/// <summary>A row of <c>articles</c>.</summary>
internal sealed class ArticleRow
{
    public long StoryId { get; init; }

    public long FetchedAt { get; init; }

    public string? Html { get; init; }

    public string? Fault { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public long? PublishedAt { get; init; }

    public string? Language { get; init; }

    public long IsRightToLeft { get; init; }

    public string? ImageUrl { get; init; }

    public string? ImageCaption { get; init; }

    public long Size { get; init; }

    public static ArticleRow From(KeptArticle article) => new()
    {
        StoryId = article.StoryId,
        FetchedAt = article.FetchedAt.ToUnixTimeSeconds(),
        Html = article.Html,
        Fault = article.Fault,
        Title = article.Title,
        Byline = article.Byline,
        SiteName = article.SiteName,
        PublishedAt = article.PublishedAt?.ToUnixTimeSeconds(),
        Language = article.Language,
        IsRightToLeft = article.IsRightToLeft ? 1 : 0,
        ImageUrl = article.LeadImage?.Url,
        ImageCaption = article.LeadImage?.Caption,
        Size = article.Html?.Length ?? 0,
    };

    public KeptArticle ToArticle() => new()
    {
        StoryId = StoryId,
        FetchedAt = UnixTime.Read(FetchedAt),
        Html = Html,
        Fault = Fault,
        Title = Title,
        Byline = Byline,
        SiteName = SiteName,
        PublishedAt = UnixTime.Read(PublishedAt),
        Language = Language,
        IsRightToLeft = IsRightToLeft != 0,
        LeadImage = ImageUrl is null ? null : new StoryImage(ImageUrl, ImageCaption),
    };
}
