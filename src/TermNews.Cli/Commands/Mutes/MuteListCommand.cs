namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute</c> and <c>mute list</c>: lists the mutes and the number of stories that each hides.</summary>
internal class MuteListCommand(ProgramContext context, string name = "list", string description =
    "List what is muted, until when, and how many stories of Latest each keeps out.\nExample: termnews mute list --format json")
    : NewsCommand(name, description)
{
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_format];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var counts = await news.Mutes.CountAsync(cancellationToken);
        MuteTable.Table.Write(args.InvocationConfiguration.Output, counts, args.GetValue(_format)!, context.TableWidth(args));
        if (await news.Mutes.CountUnreadableAsync(cancellationToken) is > 0 and var damaged)
        {
            args.InvocationConfiguration.Error.Write(
                $"{Plural.Of(damaged, "mute")} cannot be read; `termnews db check --repair` sets aside what is damaged.\n");
            return ExitCodes.Partial;
        }
        if (counts.Count == 0)
            context.Tell(args, "Nothing is muted. \"termnews mute word TEXT --for 30d\" mutes a word.");
        return ExitCodes.Success;
    }
}
