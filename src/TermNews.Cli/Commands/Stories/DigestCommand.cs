using TermNews.Cli.Commands.Shared;
using TermNews.Core.Export;

namespace TermNews.Cli.Commands.Stories;

/// <summary><c>termnews digest</c>: the front page as one document.</summary>
internal sealed class DigestCommand : Command
{
    /// <summary>A bound for the size of a mail.</summary>
    private const int MostRows = 500;

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Not before: a date, a time, or an age (90m, 24h, 7d). What is pinned comes whatever its age.",
        HelpName = "WHEN",
    };

    private readonly Option<int?> _limit = new("--limit")
    {
        Description = "At most so many stories in each section [5; 10 of Latest].",
        HelpName = "N",
    };

    private readonly Option<string> _format = FormatOption.Of(ExportFormats.ForDigests);

    private readonly Option<string?> _file = new("--output")
    {
        Description = "The file, replaced as a whole [standard output].",
        HelpName = "FILE",
    };

    private readonly ProgramContext _context;

    public DigestCommand(ProgramContext context)
        : base("digest",
            "Write the front page as one document, for a mail or a login message: Must-Read, Popular and Latest with their reasons, "
            + "no news twice.\nExample: termnews digest --since 24h --format html --output digest.html")
    {
        _context = context;
        _limit.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var value) && value is < 1 or > MostRows)
                result.AddError($"--limit takes 1 to {MostRows}, not {value}.");
        });
        _format.Description = $"One of {string.Join(", ", ExportFormats.ForDigests)}.";
        Options.Add(_since);
        Options.Add(_limit);
        Options.Add(_format);
        Options.Add(_file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var now = TimeZoneInfo.ConvertTime(_context.Clock.GetUtcNow(), _context.Clock.LocalTimeZone);
        var since = args.GetValue(_since) is { } from ? When.Parse(from, "--since", now) : (DateTimeOffset?)null;
        var limit = args.GetResult(_limit) is null ? null : args.GetValue(_limit);
        var write = ExportFormats.Parse(args.GetValue(_format)!).Digest!;
        var news = await _context.OpenToReadAsync(args, offersSample: false, cancellationToken);
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
        _context.Tell(args, $"Wrote {file}.");
        return ExitCodes.Success;
    }
}
