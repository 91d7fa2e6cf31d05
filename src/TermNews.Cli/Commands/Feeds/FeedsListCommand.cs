using TermNews.Cli.Commands.Shared;

namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds list</c>: lists the subscriptions and their state.</summary>
internal sealed class FeedsListCommand : Command
{
    public FeedsListCommand(FeedToolsFor toolsFor)
        : base("list", "List the subscriptions.\nExample: termnews feeds list --broken --format json") =>
        new FeedsListOptions(toolsFor).AddTo(this);
}

/// <summary>The options and the action of <c>feeds</c> and <c>feeds list</c>.</summary>
internal sealed class FeedsListOptions(FeedToolsFor toolsFor)
{
    private readonly Option<bool> _broken = new("--broken") { Description = "Only feeds that fail, with what is wrong." };
    private readonly Option<string> _format = FormatOption.ForTable();

    /// <summary>Adds options and action to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_broken);
        command.Options.Add(_format);
        command.SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var onlyBroken = args.GetValue(_broken);
        var all = await tools.Feeds.ListAsync(cancellationToken);
        var feeds = onlyBroken ? [.. all.Where(feed => feed.Error is not null)] : all;
        FeedTable.At(tools.Clock).Write(args.InvocationConfiguration.Output, feeds, args.GetValue(_format)!, tools.OutputWidth);
        if (feeds.Count == 0 && !tools.IsQuiet)
        {
            args.InvocationConfiguration.Error.Write(onlyBroken && all.Count > 0
                ? "No feed is failing.\n"
                : "There are no feeds yet. \"termnews feeds add URL\" subscribes to one.\n");
        }
        return ExitCodes.Success;
    }
}
