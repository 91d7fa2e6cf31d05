using System.CommandLine;
using System.Text;
using System.Text.Json;
using TermNews.Cli.Commands.Shared;
using TermNews.Core;
using TermNews.Core.Articles;
using TermNews.Core.Articles.Reading;

namespace TermNews.Cli.Commands.Documents;

/// <summary><c>termnews extract</c>: the readable article of an HTML page.</summary>
internal sealed class ExtractCommand : Command
{
    private readonly Argument<string> _file = new("file") { Description = "The page, or - for standard input." };
    private readonly Option<string?> _url = new("--url") { Description = "Where the page came from; links are relative to it." };
    private readonly Option<string> _format = new("--format") { Description = "text, md or json.", DefaultValueFactory = _ => "text" };

    /// <summary>Declares the command.</summary>
    public ExtractCommand()
        : base("extract", "Extract the readable article from an HTML page. Example: termnews extract page.html --format md")
    {
        _format.AcceptOnlyFromAmong("text", "md", "json");
        Arguments.Add(_file);
        Options.Add(_url);
        Options.Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var file = args.GetRequiredValue(_file);
        var format = args.GetValue(_format);
        var (output, error) = (args.InvocationConfiguration.Output, args.InvocationConfiguration.Error);
        try
        {
            var page = await ReadAsync(file, cancellationToken);
            var article = ArticleExtractor.Extract(page, args.GetValue(_url), null);
            await output.WriteAsync(Format(file, article, format));
            return ExitCodes.Success;
        }
        catch (NewsException ex)
        {
            if (format == "json")
                await output.WriteAsync(Json(writer => WriteError(writer, file, ex.Message)));
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
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(all, cancellationToken);
            return all.ToArray();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new NewsException(NewsFault.Unreadable, "The file cannot be read; check its name and permissions.", ex);
        }
    }

    private static string Format(string file, ArticleDocument article, string? format) => format switch
    {
        "json" => ToJson(file, article),
        "md" => (article.Title is { } title ? $"# {title}\n\n" : string.Empty) + ArticleRenderer.ToMarkdown(article.Blocks) + "\n",
        _ => (article.Title is { } title ? title + "\n\n" : string.Empty) + ArticleRenderer.ToText(article.Blocks) + "\n",
    };

    /// <summary>The article as one JSON object.</summary>
    public static string ToJson(string file, ArticleDocument article) => Json(writer => WriteArticle(writer, file, article));

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = JsonText.Writer(bytes))
            write(writer);
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteError(Utf8JsonWriter writer, string file, string message)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteString("error", message);
        writer.WriteEndObject();
    }

    private static void WriteArticle(Utf8JsonWriter writer, string file, ArticleDocument article)
    {
        writer.WriteStartObject();
        writer.WriteString("file", file);
        writer.WriteString("title", article.Title);
        writer.WriteString("byline", article.Byline);
        writer.WriteString("site", article.SiteName);
        JsonText.WriteTime(writer, "published", article.PublishedAt);
        writer.WriteString("language", article.Language);
        writer.WriteString("text", ArticleRenderer.ToWords(article.Blocks));
        writer.WriteEndObject();
    }
}
