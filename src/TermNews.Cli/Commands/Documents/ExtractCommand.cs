using TermNews.Core.Articles;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews extract</c>: the readable article of an HTML page.</summary>
internal sealed class ExtractCommand()
    : NewsCommand("extract", "Extract the readable article from an HTML page. Example: termnews extract page.html --format md")
{
    private readonly Argument<string> _file = new("file") { Description = "The page, or - for standard input." };
    private readonly Option<string?> _url = new("--url") { Description = "Where the page came from; links are relative to it." };
    private readonly Option<string> _format = FormatOption.Of(ArticleFormats.WordsWithoutPages);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_file, _url, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var file = args.GetRequiredValue(_file);
        var format = args.GetValue(_format)!;
        var (output, error) = (args.InvocationConfiguration.Output, args.InvocationConfiguration.Error);
        try
        {
            var page = await ReadAsync(file, cancellationToken);
            var article = ArticleExtractor.Extract(page, args.GetValue(_url), null);
            ArticleFormats.Parse(format).Write(output, [Of(file, article)], width: null);
            return ExitCodes.Success;
        }
        catch (NewsException ex)
        {
            if (format == "json")
                await output.WriteAsync(JsonText.Compose(json => JsonText.WriteError(json, file, ex.Message)) + "\n");
            await error.WriteLineAsync($"{file}: {ex.Message}");
            return ExitCodes.Partial;
        }
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            if (file != "-")
                return await File.ReadAllBytesAsync(file, cancellationToken);
            using var all = new MemoryStream();
            await using var input = StandardStreams.OpenInput();
            await input.CopyToAsync(all, cancellationToken);
            return all.ToArray();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NewsException(NewsFault.Unreadable, "The file cannot be read; check its name and permissions.", ex);
        }
    }

    private static PrintedArticle Of(string file, ArticleDocument article) =>
        new() { Title = article.Title, Blocks = article.Blocks, Json = json => PageJson.Write(json, file, article) };
}
