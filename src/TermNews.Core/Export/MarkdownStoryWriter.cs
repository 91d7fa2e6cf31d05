using System.Buffers;
using TermNews.Core.Articles;
using TermNews.Core.Text;

namespace TermNews.Core.Export;

/// <summary>Markdown: a line a story, or a section a story where there is text.</summary>
internal sealed class MarkdownStoryWriter(TextWriter output, ExportSettings settings) : IStoryWriter
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\\`*_{}[]<>#|~&!");

    public void Start() => output.Write($"# {Escape(settings.Title)}\n\n");

    public void Write(ExportedStory exported)
    {
        if (exported.Text is null)
            output.Write($"- {Headline(exported)}{Origin(exported)}\n");
        else
            WriteSection(exported, exported.Text.Body);
    }

    public void Finish()
    {
    }

    private void WriteSection(ExportedStory exported, string? body)
    {
        output.Write($"## {Headline(exported)}\n\n*{Origin(exported).TrimStart(' ', '—')}*\n\n");
        if (exported.Story.Image?.Caption is { } caption)
            output.Write($"> {Escape(caption)}\n\n");
        if (body is not null)
            output.Write(ArticleRenderer.ToMarkdown(StoryBody.Read(exported.Story, body)) + "\n\n");
        foreach (var comment in exported.Comments ?? [])
        {
            var text = Escape(ForeignText.CleanLine(comment.Text.Value));
            output.Write($"> **{Escape(comment.Author)}**, {Rfc3339.Format(comment.CreatedAt)}: {text}\n\n");
        }
    }

    private static string Headline(ExportedStory exported) => exported.Story.Link is { } link
        ? $"[{Escape(exported.Headline)}](<{link.Replace(">", "%3E", StringComparison.Ordinal)}>)"
        : Escape(exported.Headline);

    private static string Origin(ExportedStory exported)
    {
        var story = exported.Story;
        string?[] parts = [Escape(story.Feed.Title), story.Author is { } author ? Escape(author) : null, Rfc3339.Format(story.PublishedAt)];
        return " — " + string.Join(", ", parts.OfType<string>());
    }

    /// <summary>Headlines are text: what Markdown would take for markup is escaped (CommonMark §2.4).</summary>
    private static string Escape(string text)
    {
        return text.AsSpan().IndexOfAny(Special) < 0
            ? text
            : string.Concat(text.Select(c => Special.Contains(c) ? $"\\{c}" : c.ToString()));
    }
}
