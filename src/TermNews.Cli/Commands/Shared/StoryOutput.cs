using TermNews.Core.Export;
using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Shared;

/// <summary>Prints stories page by page in the requested format.</summary>
internal sealed class StoryOutput(ProgramContext context, bool isFormatRequired = false)
{
    /// <summary>Stories of a page: memory stays small, and the cost of a query is spread over many rows.</summary>
    private const int PageSize = 500;

    /// <summary>Rows: about one screen; the command-line contract names the number.</summary>
    private const int RowsOnTerminal = 30;

    private readonly Option<string> _format = FormatOption.OneOf(ExportFormats.Words, isFormatRequired);
    private readonly Option<string?> _fields = new("--fields") { Description = "Only these fields, as id,title,link.", HelpName = "NAMES" };

    /// <summary>The options.</summary>
    public IReadOnlyList<Option> Options => [_format, _fields];

    /// <summary>The number of stories to print: the requested number, else all, but few for text on a terminal.</summary>
    public int LimitOf(ParseResult args, int? asked) =>
        asked ?? (FormatOf(args).IsPlainText && context.Terminal.Value.OutputWidth is not null ? RowsOnTerminal : int.MaxValue);

    /// <summary>Prints a list. A damaged story is named on standard error and printed as far as it can be read.</summary>
    /// <returns>The exit status: 1 if there was such a story.</returns>
    public async Task<int> PrintAsync(
        ParseResult args, TextWriter output, Newsroom news, StoryQuery query, int limit, bool isFull, CancellationToken cancellationToken)
    {
        var printing = PrintingOf(args, output, query.List.Title, isFull);
        printing.Writer.Start();
        StoryCursor? next = null;
        var left = limit;
        do
        {
            var page = left == 0 ? null : await news.Lists.PageAsync(query, next, Math.Min(left, PageSize), cancellationToken);
            foreach (var row in page?.Stories ?? [])
                printing.Writer.Write(await printing.RecordAsync(news, row, cancellationToken));
            left -= page?.Stories.Count ?? 0;
            next = page?.Next;
        }
        while (next is not null && left > 0);
        printing.Writer.Finish();
        return printing.ExitStatus;
    }

    /// <summary>Prints the results of a search, likewise.</summary>
    public async Task<int> PrintAsync(
        ParseResult args, Newsroom news, string title, IReadOnlyList<RankedStory> rows, bool isFull, CancellationToken cancellationToken)
    {
        var printing = PrintingOf(args, args.InvocationConfiguration.Output, title, isFull);
        printing.Writer.Start();
        foreach (var row in rows)
            printing.Writer.Write(await printing.RecordAsync(news, row, cancellationToken));
        printing.Writer.Finish();
        return printing.ExitStatus;
    }

    private ExportFormat FormatOf(ParseResult args) => ExportFormats.Parse(args.GetValue(_format) ?? "text");

    private Printing PrintingOf(ParseResult args, TextWriter output, string title, bool isFull)
    {
        var format = FormatOf(args);
        var names = args.GetValue(_fields);
        var fields = names is not null
            ? StoryFields.Parse(names)
            : format.IsPlainText && !isFull ? StoryFields.ForText : StoryFields.Complete(isFull);
        var settings = new ExportSettings
        {
            Fields = fields,
            Title = title,
            Now = context.Clock.GetUtcNow(),
            TerminalWidth = format.IsPlainText && !isFull && names is null ? context.TableWidth(args) : null,
        };
        var isDocument = isFull && format.IsDocument;
        return new Printing(
            format.Open(output, settings), args.InvocationConfiguration.Error, fields.NeedText || isDocument,
            fields.NeedComments || isDocument);
    }

    private sealed class Printing(IRowWriter<ExportedStory> writer, TextWriter error, bool needsText, bool needsComments)
    {
        public IRowWriter<ExportedStory> Writer => writer;

        public int ExitStatus { get; private set; } = ExitCodes.Success;

        public async Task<ExportedStory> RecordAsync(Newsroom news, RankedStory row, CancellationToken cancellationToken)
        {
            ExitStatus = Math.Max(ExitStatus, DamagedStories.Tell(row.Story, error));
            return new ExportedStory(
                row,
                needsText ? await ReadTextAsync(news, row.Story, cancellationToken) : null,
                !needsComments ? null : row.Story.CommentCount == 0 ? [] : await news.Comments.ListAsync(row.Story.Id, cancellationToken));
        }

        private async Task<StoryText> ReadTextAsync(Newsroom news, Story story, CancellationToken cancellationToken)
        {
            var (text, status) = await DamagedStories.ReadAsync(news, story, error, cancellationToken);
            ExitStatus = Math.Max(ExitStatus, status);
            return text;
        }
    }
}
