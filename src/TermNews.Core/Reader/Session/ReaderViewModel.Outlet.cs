using TermNews.Core.Articles.Writing;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>The headings of the text, to choose one and go there.</summary>
    private Task ShowOutline()
    {
        var headings = Article.State.Page.Headings;
        if (headings.Count == 0)
        {
            Tell("The text has no headings.");
            return Task.CompletedTask;
        }
        var here = headings.Index().LastOrDefault(heading => heading.Item.Line <= Article.State.Top).Index;
        var most = Math.Max(1, State.Layout.BodyHeight - 2);
        var first = Math.Clamp(here - (most / 2), 0, Math.Max(0, headings.Count - most));
        var least = headings.Min(heading => heading.Level);
        ReaderMenuItem[] items = [.. headings.Skip(first).Take(most).Select(heading => new ReaderMenuItem(
            new string(' ', 2 * (heading.Level - least)) + heading.Text,
            _ =>
            {
                Article.ScrollTo(heading.Line);
                return Task.CompletedTask;
            }))];
        State = State with { Menu = new ReaderMenu("Outline", items, here - first) };
        return Task.CompletedTask;
    }

    private Task AskForOutlet(PromptKind kind, string label)
    {
        if (_parts.Outlet is not null && Article.State is { Story: not null, Document: not null })
            return Ask(kind, label, "");
        Tell("There is no text to give away.");
        return Task.CompletedTask;
    }

    /// <summary>Pipes the article; <c>md: program</c> gives it as Markdown, and so for html and json.</summary>
    private async Task PipeAsync(string typed, CancellationToken token)
    {
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        var isNamed = colon > 0 && ArticleFile.Formats.Contains(typed[..colon]);
        var (format, command) = isNamed ? (typed[..colon], typed[(colon + 1)..].Trim()) : ("text", typed);
        if (command.Length > 0 && Written(format) is { } text && _parts.Outlet is { } outlet)
            Tell(await outlet.PipeAsync(command, text, token));
    }

    /// <summary>Writes the article; the ending of the name tells the format.</summary>
    private async Task WriteAsync(string path, CancellationToken token)
    {
        if (path.Length > 0 && Written(ArticleFile.FormatOf(path)) is { } text && _parts.Outlet is { } outlet)
            Tell(await outlet.WriteAsync(path, text, token));
    }

    private string? Written(string format) =>
        Article.State is { Story: { } story, Document: { } document } ? ArticleFile.Write(story, document, format) : null;
}
