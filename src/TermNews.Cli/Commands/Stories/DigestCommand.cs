using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews digest</c>: the front page as one document.</summary>
internal sealed class DigestCommand(ProgramContext context)
    : NewsCommand("digest",
        "Write the front page as one document, for a mail or a login message: Must-Read, Popular and Latest with their reasons, "
        + "no news twice.\nExample: termnews digest --since 24h --format html --output digest.html")
{
    /// <summary>A bound for the size of a mail.</summary>
    private const int MostRows = 500;

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Not before: a date, a time, or an age (90m, 24h, 7d). What is pinned comes whatever its age.",
        HelpName = "WHEN",
    };

    private readonly Option<int?> _limit = new Option<int?>("--limit")
    {
        Description = "At most so many stories in each section [5; 10 of Latest].",
        HelpName = "N",
    }.Between(1, MostRows);

    private readonly Option<string> _format = FormatOption.OneOf(ExportFormats.ForDigests);
    private readonly Option<string?> _file = StoryParameters.OutputFile();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_since, _limit, _format, _file];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var now = TimeZoneInfo.ConvertTime(context.Clock.GetUtcNow(), context.Clock.LocalTimeZone);
        var since = args.GetValue(_since) is { } from ? When.Parse(from, "--since", now) : (DateTimeOffset?)null;
        var limit = args.GetResult(_limit) is null ? null : args.GetValue(_limit);
        var write = ExportFormats.Parse(args.GetValue(_format)!).Digest!;
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var digest = await Digest.ReadAsync(news.Lists, since, limit, now, cancellationToken);
        if (args.GetValue(_file) is not { } file)
        {
            write(args.InvocationConfiguration.Output, digest);
            return ExitCodes.Success;
        }
        await AtomicFile.WriteAsync(file, writer =>
        {
            write(writer, digest);
            return Task.CompletedTask;
        });
        context.Tell(args, $"Wrote {file}.");
        return ExitCodes.Success;
    }
}
