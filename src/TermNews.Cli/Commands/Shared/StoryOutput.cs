using System.CommandLine;
using TermNews.Core.Export;
using TermNews.Core.Ranking;
using TermNews.Core.Stories;

namespace TermNews.Cli.Commands.Shared;

/// <summary>Prints stories page by page in the format that was asked for.</summary>
internal sealed class StoryOutput(ProgramContext context)
{
    private const int PageSize = 500;
    private const int RowsOnTerminal = 30;

    private readonly Option<string> _format = new("--format")
    {
        Description = $"One of {string.Join(", ", ExportFormats.Words)}.",
        HelpName = "F",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _fields = new("--fields") { Description = "Only these fields, as id,title,link.", HelpName = "NAMES" };

    /// <summary>Adds <c>--format</c> and <c>--fields</c> to a command.</summary>
    public void AddTo(Command command, bool isFormatRequired = false)
    {
        _format.AcceptOnlyFromAmong([.. ExportFormats.Words]);
        if (isFormatRequired)
        {
            _format.Required = true;
            _format.DefaultValueFactory = null;
        }
        command.Options.Add(_format);
        command.Options.Add(_fields);
    }

    /// <summary>How many stories to print: what was asked for, else all, else what a terminal can show.</summary>
    public int LimitOf(ParseResult args, int? asked) =>
        asked ?? (IsText(args) && context.Terminal.Value.OutputWidth is not null ? RowsOnTerminal : int.MaxValue);

    /// <summary>Prints a list.</summary>
    public async Task PrintAsync(
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
    }

    /// <summary>Prints what a search found.</summary>
    public async Task PrintAsync(
        ParseResult args, Newsroom news, string title, IReadOnlyList<RankedStory> rows, bool isFull, CancellationToken cancellationToken)
    {
        var printing = PrintingOf(args, args.InvocationConfiguration.Output, title, isFull);
        printing.Writer.Start();
        foreach (var row in rows)
            printing.Writer.Write(await printing.RecordAsync(news, row, cancellationToken));
        printing.Writer.Finish();
    }

    private bool IsText(ParseResult args) => args.GetValue(_format) is null or "text";

    private int? WidthOf(ParseResult args) =>
        IsText(args) && args.GetValue(_fields) is null ? context.TableWidth(args) : null;

    private Printing PrintingOf(ParseResult args, TextWriter output, string title, bool isFull)
    {
        var format = ExportFormats.Parse(args.GetValue(_format) ?? "text");
        var names = args.GetValue(_fields);
        var fields = names is not null
            ? StoryFields.Parse(names)
            : format == ExportFormat.Text && !isFull ? StoryFields.ForText : StoryFields.Complete(isFull);
        var settings = new ExportSettings
        {
            Fields = fields,
            Title = title,
            Now = context.Clock.GetUtcNow(),
            TerminalWidth = isFull ? null : WidthOf(args),
        };
        var isDocument = isFull && format is ExportFormat.Markdown or ExportFormat.Html or ExportFormat.Atom;
        return new Printing(StoryWriters.Create(format, output, settings), fields.NeedText && (names is not null || isFull) || isDocument,
            (fields.NeedComments && (names is not null || isFull)) || isDocument);
    }

    private sealed record Printing(IStoryWriter Writer, bool NeedsText, bool NeedsComments)
    {
        public async Task<ExportedStory> RecordAsync(Newsroom news, RankedStory row, CancellationToken cancellationToken) => new(
            row,
            NeedsText ? await news.Stories.ReadTextAsync(row.Story.Id, cancellationToken) : null,
            !NeedsComments ? null : row.Story.CommentCount == 0 ? [] : await news.Comments.ListAsync(row.Story.Id, cancellationToken));
    }
}
