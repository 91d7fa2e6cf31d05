using System.Net;
using TermNews.Core.Articles;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>One self-contained page: its style is in it and nothing is loaded from elsewhere.</summary>
internal sealed class HtmlStoryWriter(TextWriter output, ExportSettings settings) : IStoryWriter
{
    private const string Style =
        """
        body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#222;background:#fff}
        h1,h2{line-height:1.25}h2{font-size:1.25rem;margin:1.5rem 0 .25rem}.origin{color:#666;font-size:.875rem;margin:0 0 .75rem}
        blockquote{border-left:3px solid #ccc;margin-left:0;padding-left:1rem}pre{overflow:auto}a{color:#00509e}
        @media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#8bbdf0}.origin{color:#999}}
        """;

    public void Start()
    {
        var title = WebUtility.HtmlEncode(settings.Title);
        output.Write(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>{title}</title>
            <style>{Style.ReplaceLineEndings("")}</style>
            </head>
            <body>
            <h1>{title}</h1>

            """.ReplaceLineEndings("\n"));
    }

    public void Write(ExportedStory exported)
    {
        var story = exported.Story;
        var headline = WebUtility.HtmlEncode(exported.Headline);
        var linked = story.Link is { } link ? $"<a href=\"{WebUtility.HtmlEncode(link)}\">{headline}</a>" : headline;
        string?[] origin = [story.Feed.Title, story.Author, Rfc3339.Format(story.PublishedAt)];
        var facts = WebUtility.HtmlEncode(string.Join(" · ", origin.OfType<string>()));
        output.Write($"<article>\n<h2>{linked}</h2>\n<p class=\"origin\">{facts}</p>\n");
        if (exported.Text?.Body is { } body)
            output.Write(ArticleRenderer.ToSelfContainedHtml(StoryBody.Read(story, body), FormattableString.Invariant($"{story.Id}-")) + "\n");
        foreach (var comment in exported.Comments ?? [])
            WriteComment(comment);
        output.Write("</article>\n");
    }

    private void WriteComment(Comment comment)
    {
        var text = WebUtility.HtmlEncode(comment.Text.Value).Replace("\n", "<br>", StringComparison.Ordinal);
        var origin = $"{WebUtility.HtmlEncode(comment.Author)}, {Rfc3339.Format(comment.CreatedAt)}";
        output.Write($"<blockquote><p>{text}</p><p class=\"origin\">{origin}</p></blockquote>\n");
    }

    public void Finish() => output.Write("</body>\n</html>\n");
}
