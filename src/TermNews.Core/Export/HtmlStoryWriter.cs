using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Export;

/// <summary>One self-contained page: its style is in it and nothing is loaded from elsewhere.</summary>
internal sealed class HtmlStoryWriter(TextWriter output, ExportSettings settings) : IRowWriter<ExportedStory>
{
    private const string Style =
        """
        body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 Georgia,serif;color:#222;background:#fff}
        h1,h2{line-height:1.25}h2{font-size:1.25rem;margin:1.5rem 0 .25rem}.origin{color:#666;font-size:.875rem;margin:0 0 .75rem}
        blockquote{border-left:3px solid #ccc;margin-left:0;padding-left:1rem}pre{overflow:auto}a{color:#00509e}
        @media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#8bbdf0}.origin{color:#999}}
        """;

    /// <summary><c>html</c>.</summary>
    public static ExportFormat Format { get; } =
        new("html", IsDocument: true, static (output, settings) => new HtmlStoryWriter(output, settings)) { Digest = DigestHtml.Write };

    public void Start() => output.Write(
        HtmlPage.Start(settings.Title, "en", Style.ReplaceLineEndings("")) + $"<h1>{WebUtility.HtmlEncode(settings.Title)}</h1>\n");

    public void Write(ExportedStory row)
    {
        var story = row.Story;
        string?[] origin = [story.Feed.Title, story.Author, Rfc3339.Format(story.PublishedAt)];
        var facts = WebUtility.HtmlEncode(string.Join(" · ", origin.OfType<string>()));
        output.Write($"<article>\n<h2>{HtmlPage.Linked(row.Headline, story.Link)}</h2>\n<p class=\"origin\">{facts}</p>\n");
        var prefix = FormattableString.Invariant($"{story.Id}-");
        if (row.Text?.Body is { } body)
            output.Write(ArticleRenderer.ToSelfContainedHtml(StoryBody.Read(story, body), prefix) + "\n");
        foreach (var comment in row.Comments ?? [])
            WriteCommentBlock(comment);
        output.Write("</article>\n");
    }

    private void WriteCommentBlock(Comment comment)
    {
        var text = WebUtility.HtmlEncode(comment.Text.Value).Replace("\n", "<br>", StringComparison.Ordinal);
        var origin = $"{WebUtility.HtmlEncode(comment.Author)}, {Rfc3339.Format(comment.CreatedAt)}";
        output.Write($"<blockquote><p>{text}</p><p class=\"origin\">{origin}</p></blockquote>\n");
    }

    public void Finish() => output.Write(HtmlPage.End);
}
