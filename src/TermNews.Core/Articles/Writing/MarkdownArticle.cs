namespace TermNews.Core.Articles.Writing;

/// <summary>An article as Markdown.</summary>
internal static class MarkdownArticle
{
    /// <summary><c>md</c>.</summary>
    public static ArticleFormat Format { get; } = new("md", [".md", ".markdown"], Compose);

    private static string Compose(PrintedArticle article, int? width)
    {
        var facts = article.FactLines.Select(MarkdownText.Escape);
        var link = article.Link is { } address ? MarkdownText.Bracketed(address) : null;
        IEnumerable<string?> head = article.IsLetter
            ? [string.Join("  \n", facts.Append(link).OfType<string>())]
            : [.. facts.Select(static fact => $"*{fact}*"), link];
        string?[] parts =
        [
            article.Title is { } title ? $"# {MarkdownText.Escape(title)}" : null,
            .. head,
            article.OwnCaption is { } caption ? $"> {MarkdownText.Escape(caption)}" : null,
            ArticleRenderer.ToMarkdown(article.Blocks),
        ];
        return string.Join("\n\n", parts.Where(static part => !string.IsNullOrEmpty(part))) + "\n";
    }
}
