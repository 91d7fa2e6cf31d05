using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Articles.Writing;

/// <summary>An article as plain text.</summary>
internal static class TextArticle
{
    /// <summary><c>text</c>.</summary>
    public static ArticleFormat Format { get; } = new("text", [".txt"], Compose)
    {
        Between = static width => $"\n{new string('-', width ?? 0)}\n\n",
    };

    private static string Compose(PrintedArticle article, int? width)
    {
        string?[] head = [Wrapped(article.Title, width), .. article.FactLines.Select(fact => Wrapped(fact, width)), article.Link];
        string?[] parts =
        [
            string.Join('\n', head.Where(static line => !string.IsNullOrEmpty(line))),
            article.OwnCaption is { } caption ? Wrapped($"[image] {caption}", width) : null,
            ArticleRenderer.ToText(article.Blocks, width),
        ];
        return string.Join("\n\n", parts.Where(static part => !string.IsNullOrEmpty(part))) + "\n";
    }

    private static string? Wrapped(string? text, int? width) =>
        text is null || width is not { } cells ? text : string.Join('\n', TextWrap.Wrap(text, cells));
}
