using TermNews.Core.Articles;
using TermNews.Core.Articles.Layout;
using TermNews.Core.Articles.Reading;

namespace TermNews.Core.Reader.Article;

/// <summary>A story's text as a document.</summary>
internal static class StoryDocument
{
    /// <summary>The text that the feed gave.</summary>
    public static ArticleDocument Of(Story story, StoryText text)
    {
        var address = Uri.TryCreate(story.Link, UriKind.Absolute, out var link) ? link : null;
        var blocks = text.Body is { } body ? HtmlArticleReader.Read(body, address) : [];
        return new ArticleDocument
        {
            LeadImage = story.Image,
            Language = story.Language,
            IsRightToLeft = TextDirection.IsOfRightToLeft(story.Language)
                || text.Body?.Contains(" dir=\"rtl\"", StringComparison.OrdinalIgnoreCase) == true,
            Blocks = blocks,
        };
    }

    /// <summary>The text of the page, with the feed's picture where it gave one.</summary>
    public static ArticleDocument WithPictureOf(Story story, ArticleDocument document) =>
        document with { LeadImage = story.Image ?? document.LeadImage };
}
