namespace TermNews.Core.Articles.Writing;

/// <summary>
/// A format of articles as documents, declared by its writer and listed in <see cref="ArticleFormats"/>. The front door of this folder: the
/// reader's <c>W</c> and <c>|</c>, <c>show</c> and <c>extract</c> write through it. Export uses the parts below for lists.
/// </summary>
/// <param name="Word">The word that users type.</param>
/// <param name="Endings">The endings of file names that ask for it, in lower case with the dot.</param>
/// <param name="Compose">Composes an article for a width in cells; without a width no line is wrapped.</param>
public sealed record ArticleFormat(string Word, IReadOnlyList<string> Endings, Func<PrintedArticle, int?, string> Compose)
{
    /// <summary>Composes the beginning of a document from its title; null if it has none.</summary>
    public Func<string, string>? Start { get; init; }

    /// <summary>Composes the separator of two articles for a width in cells.</summary>
    public Func<int?, string> Between { get; init; } = static _ => "\n";

    /// <summary>The end of a document.</summary>
    public string End { get; init; } = "";

    /// <summary>Writes a document.</summary>
    /// <param name="output">Receives it.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="width">The width of a line in cells; null to wrap nothing.</param>
    public void Write(TextWriter output, IReadOnlyList<PrintedArticle> articles, int? width)
    {
        output.Write(Start?.Invoke(articles is [{ Title: { } only }] ? only : "TermNews"));
        foreach (var (at, article) in articles.Index())
            output.Write((at > 0 ? Between(width) : "") + Compose(article, width));
        output.Write(End);
    }
}

/// <summary>The catalog of formats, in the order of the help.</summary>
public static class ArticleFormats
{
    /// <summary>All formats; the first is the default.</summary>
    public static IReadOnlyList<ArticleFormat> All { get; } =
        [TextArticle.Format, MarkdownArticle.Format, HtmlArticle.Format, JsonArticle.Format];

    /// <summary>The words that name them.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. All.Select(static format => format.Word)];

    /// <summary>The words of formats that frame no page around an article.</summary>
    public static IReadOnlyList<string> WordsWithoutPages { get; } =
        [.. All.Where(static format => format.Start is null).Select(static format => format.Word)];

    /// <summary>The format that one of <see cref="Words"/> names.</summary>
    public static ArticleFormat Parse(string word) => All.First(format => format.Word == word);

    /// <summary>The format that the ending of a file name asks for; the default if it asks for none.</summary>
    public static ArticleFormat ForFile(string fileName)
    {
        var ending = Path.GetExtension(fileName);
        return All.FirstOrDefault(format => format.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase)) ?? All[0];
    }
}
