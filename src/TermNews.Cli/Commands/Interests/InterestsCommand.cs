using TermNews.Core.Ranking;

namespace TermNews.Cli.Commands.Interests;

/// <summary><c>termnews interests</c>: lists interests; its subcommands change them.</summary>
internal sealed class InterestsCommand : NewsCommand
{
    /// <summary>Rows: about one screen, as for lists of stories.</summary>
    private const int RowsOnTerminal = 30;

    private readonly Option<string?> _kind =
        new Option<string?>("--kind") { Description = "Only term, feed or category.", HelpName = "KIND" }.Only(InterestTable.Kinds);

    private readonly Option<int?> _limit = new Option<int?>("--limit") { Description = "At most this many.", HelpName = "N" }
        .Between(0);

    private readonly Option<string> _format = FormatOption.ForTable();

    private readonly ProgramContext _context;

    public InterestsCommand(ProgramContext context)
        : base("interests",
            "Print what was learnt of your interests, strongest first, for Must-Read: words of headlines, feeds and categories "
            + "that you open, read to the end, save and comment on more often than others, or hide. It is learnt on this machine only, "
            + "from what the database has, and sent to nobody; `learn = false` under [interest] in the configuration turns it off.\n"
            + "Example: termnews interests --kind feed --format json")
    {
        _context = context;
        Subcommands.Add(new InterestsSetCommand(context));
        Subcommands.Add(InterestsMarkCommand.Like(context));
        Subcommands.Add(InterestsMarkCommand.Dislike(context));
        Subcommands.Add(InterestsMarkCommand.Forget(context));
        Subcommands.Add(new InterestsEraseCommand(context));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_kind, _limit, _format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var isOn = InterestNames.TellWhereOff(_context, args);
        var (format, width, now) = (args.GetValue(_format)!, _context.TableWidth(args), _context.Clock.GetUtcNow());
        var news = await _context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var pace = await news.Stories.StoriesPerDayAsync(now, cancellationToken);
        var interests = isOn ? await news.LearntInterests.ReadAsync(pace, now, cancellationToken) : Core.Ranking.Interests.None;
        var isOnTerminal = format == "text" && _context.Terminal.Value.OutputWidth is not null;
        var limit = args.GetValue(_limit) ?? (isOnTerminal ? RowsOnTerminal : int.MaxValue);
        var kind = args.GetValue(_kind);
        List<Interest> asked = [.. interests.All.Where(one => kind is null || InterestTable.WordFor(one.Subject.Kind) == kind)];
        InterestTable.At(now).Write(args.InvocationConfiguration.Output, [.. asked.Take(limit)], format, width);
        if (isOn && asked.Count == 0)
            _context.Tell(args, "Nothing was learnt yet: it comes with the stories that you open, save, comment on or hide.");
        return ExitCodes.Success;
    }
}
