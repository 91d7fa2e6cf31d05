using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Export;

/// <summary>Markdown: a line a story, or a section a story if its text was requested.</summary>
internal sealed class MarkdownStoryWriter(TextWriter output, ExportSettings settings) : IRowWriter<ExportedStory>
{
    /// <summary><c>md</c>.</summary>
    public static ExportFormat Format { get; } =
        new("md", IsDocument: true, static (output, settings) => new MarkdownStoryWriter(output, settings))
        {
            Digest = DigestMarkdown.Write,
        };

    public void Start() => output.Write($"# {MarkdownText.Escape(settings.Title)}\n\n");

    public void Write(ExportedStory row)
    {
        if (row.Text is null)
            output.Write($"- {MarkdownText.Linked(row.Headline, row.Story.Link)}{Origin(row)}\n");
        else
            WriteSection(row, row.Text.Body);
    }

    private void WriteSection(ExportedStory exported, string? body)
    {
        output.Write($"## {MarkdownText.Linked(exported.Headline, exported.Story.Link)}\n\n*{Origin(exported).TrimStart(' ', '—')}*\n\n");
        if (exported.Story.Image?.Caption is { } caption)
            output.Write($"> {MarkdownText.Escape(caption)}\n\n");
        if (body is not null)
            output.Write(ArticleRenderer.ToMarkdown(StoryBody.Read(exported.Story, body)) + "\n\n");
        foreach (var comment in exported.Comments ?? [])
        {
            var text = MarkdownText.Escape(ForeignText.CleanLine(comment.Text.Value));
            output.Write($"> **{MarkdownText.Escape(comment.Author)}**, {Rfc3339.Format(comment.CreatedAt)}: {text}\n\n");
        }
    }

    private static string Origin(ExportedStory exported)
    {
        var story = exported.Story;
        string?[] parts = [story.Feed.Title, story.Author, Rfc3339.Format(story.PublishedAt)];
        return " — " + string.Join(", ", parts.OfType<string>().Select(MarkdownText.Escape));
    }
}
