using TermNews.Core.Articles;
using TermNews.Core.Articles.Reading;

namespace TermNews.Core.Export;

/// <summary>Reads the body of a story into blocks.</summary>
internal static class StoryBody
{
    public static IReadOnlyList<Block> Read(Story story, string html) =>
        HtmlArticleReader.Read(html, Uri.TryCreate(story.Link, UriKind.Absolute, out var link) ? link : null);
}
