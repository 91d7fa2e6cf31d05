using TermNews.Cli.Commands.Documents;
using TermNews.Core.Articles;
using TermNews.Core.Articles.Reading;
using TermNews.Core.Articles.Writing;
using TermNews.Core.Export;
using TermNews.Core.Feeds.Fetching;
using TermNews.Core.Feeds.Parsing;
using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews show</c>: prints a story, a web page or the entries of a feed document as readable articles.</summary>
internal sealed class ShowCommand(ProgramContext context)
    : NewsCommand("show", "Print one story as a readable article.\nExample: termnews show 42 --full --format md")
{
    /// <summary>The usual width of mail (RFC 5322 §2.1.1), in cells.</summary>
    private const int LongestLine = 78;

    private static readonly StoryFields JsonFields = StoryFields.Complete(withText: true).Without("comment_list");

    private readonly Argument<string> _what = new("STORY|URL|FILE")
    {
        Description = "The id that lists print, the address of a page, or a feed document, whose entries are all printed.",
    };

    private readonly Option<bool> _full = new("--full") { Description = "The full text, extracted from the story's page." };
    private readonly Option<string> _format = FormatOption.Of(ArticleFormats.Words);
    private readonly Option<int?> _width = new Option<int?>("--width")
    {
        Description = $"Columns of the text, 10 to 1000 [{LongestLine}].",
        HelpName = "N",
    }.Between(10, 1000);

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_what, _full, _format, _width];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var what = args.GetValue(_what)!;
        if (StoryIds.TryParse(what) is null && Path.Exists(what))
            await ShowFileAsync(args, what, cancellationToken);
        else if (IsAddress(what))
            await ShowPageAsync(args, what, cancellationToken);
        else
            return await ShowStoryAsync(args, what, cancellationToken);
        return ExitCodes.Success;
    }

    private async Task<int> ShowStoryAsync(ParseResult args, string what, CancellationToken cancellationToken)
    {
        if (StoryIds.TryParse(what) is null)
            throw new NewsException(NewsFault.WrongUse, $"\"{what}\" is no id of a story, no address that begins with http, and no file.");
        var news = await context.OpenToReadAsync(args, offersSample: true, cancellationToken);
        var story = await StoryIds.FindAsync(news.Stories, what, cancellationToken);
        var error = args.InvocationConfiguration.Error;
        var (text, status) = await DamagedStories.ReadAsync(news, story, error, cancellationToken);
        status = Math.Max(status, DamagedStories.Tell(story, error));
        var blocks = text.Body is { } body ? HtmlArticleReader.Read(body, BaseOf(story.Link)) : [];
        if (args.GetValue(_full))
        {
            LinkOf(story);
            IPageSource? pages = context.IsOffline(args) ? null : new PageFetcher(context.Fetcher(args));
            var kept = news.IsSample ? null : news.Articles;
            blocks = (await new FullTexts(pages, kept, context.Clock).GetAsync(story, cancellationToken)).Blocks;
            text = text with { Content = ArticleRenderer.ToHtml(blocks) };
        }
        Print(args, OfStory(story, text, blocks));
        return status;
    }

    private async Task ShowPageAsync(ParseResult args, string address, CancellationToken cancellationToken)
    {
        Print(args, OfPage(await ExtractAsync(args, address, cancellationToken), address));
    }

    private async Task ShowFileAsync(ParseResult args, string file, CancellationToken cancellationToken)
    {
        var feed = FeedParser.Parse(await ReadAsync(file, cancellationToken), url: null, contentType: null);
        if (args.GetValue(_format) == "json")
        {
            args.InvocationConfiguration.Output.Write(JsonText.Compose(json => ParsedFeedJson.Write(json, file, feed)) + "\n");
            return;
        }
        Print(args, [.. feed.Entries.Select(entry => OfEntry(feed, entry))]);
    }

    private async Task<ArticleDocument> ExtractAsync(ParseResult args, string address, CancellationToken cancellationToken)
    {
        if (context.IsOffline(args))
            throw FeedTools.NeedsNetwork($"{address} was not fetched");
        var page = await new PageFetcher(context.Fetcher(args)).FetchPageAsync(address, cancellationToken);
        return ArticleExtractor.Extract(page.Content, page.Url, page.ContentType);
    }

    private void Print(ParseResult args, params IReadOnlyList<PrintedArticle> articles)
    {
        var width = args.GetValue(_width) ?? Math.Min(LongestLine, context.Terminal.Value.OutputWidth ?? LongestLine);
        ArticleFormats.Parse(args.GetValue(_format)!).Write(args.InvocationConfiguration.Output, articles, width);
    }

    private PrintedArticle OfStory(Story story, StoryText text, IReadOnlyList<Block> blocks) => new()
    {
        Title = story.Title ?? story.Lead ?? story.Link ?? "Untitled",
        Facts = PrintedArticle.Known(
            PrintedArticle.By(story.Author, story.AuthorEmail), story.Feed.Title, Rfc3339.Format(story.PublishedAt)),
        Link = story.Link,
        Caption = story.Image?.Caption,
        Blocks = blocks,
        Json = json => Column.WriteObject(json, JsonFields.Columns, Exported(story, text)),
    };

    private ExportedStory Exported(Story story, StoryText text)
    {
        var reason = Ages.InWords(story.SortAt, context.Clock.GetUtcNow());
        return new ExportedStory(new RankedStory(story, story.SortAt.ToUnixTimeSeconds(), reason), text);
    }

    private static PrintedArticle OfEntry(ParsedFeed feed, ParsedEntry entry) => new()
    {
        Title = entry.Title ?? entry.Link ?? "Untitled",
        Facts = PrintedArticle.Known(
            PrintedArticle.By(entry.Author, entry.AuthorEmail), feed.Title, Rfc3339.Format(entry.PublishedAt ?? entry.UpdatedAt)),
        Link = entry.Link,
        Caption = entry.Image?.Caption,
        Blocks = (entry.Content ?? entry.Summary) is { } body ? HtmlArticleReader.Read(body, BaseOf(entry.Link)) : [],
        Json = json => ParsedFeedJson.WriteEntry(json, entry),
    };

    private static PrintedArticle OfPage(ArticleDocument page, string address) => new()
    {
        Title = page.Title ?? address,
        Facts = PrintedArticle.Known(PrintedArticle.By(page.Byline), page.SiteName, Rfc3339.Format(page.PublishedAt)),
        Link = address,
        Blocks = page.ShownBlocks,
        Json = json => PageJson.Write(json, address, page),
    };

    private static string LinkOf(Story story) => story.Link ?? throw new NewsException(NewsFault.WrongUse,
        $"Story {story.Id} has no link, so there is no page to extract; leave out --full.");

    private static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    private static Uri? BaseOf(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? uri : null;

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new NewsException(NewsFault.Unreadable, $"{file} cannot be read; it must be a feed document.", ex);
        }
    }
}
