using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute list</c>: lists the mutes and the number of stories that each hides.</summary>
internal sealed class MuteListCommand : Command
{
    public MuteListCommand(ProgramContext context)
        : base("list",
            "List what is muted, until when, and how many stories of Latest each keeps out.\nExample: termnews mute list --format json") =>
        new MuteListOptions(context).AddTo(this);
}

/// <summary>The option and the action of <c>mute</c> and <c>mute list</c>.</summary>
internal sealed class MuteListOptions(ProgramContext context)
{
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <summary>Adds option and action to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var news = await context.OpenToReadAsync(args, offersSample: false, cancellationToken);
        var counts = await news.Mutes.CountAsync(cancellationToken);
        MuteTable.Table.Write(args.InvocationConfiguration.Output, counts, args.GetValue(_format)!, context.TableWidth(args));
        if (counts.Count == 0)
            context.Tell(args, "Nothing is muted. \"termnews mute word TEXT --for 30d\" mutes a word.");
        return ExitCodes.Success;
    }
}
