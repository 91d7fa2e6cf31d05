using TermNews.Core.UseCases;

namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds remove</c>: ends a subscription.</summary>
internal sealed class FeedsRemoveCommand : Command
{
    private readonly Argument<string> _feed = new("FEED") { Description = "An id, an address, or a unique part of a title." };
    private readonly FeedToolsFor _toolsFor;

    public FeedsRemoveCommand(FeedToolsFor toolsFor)
        : base("remove", "End a subscription; saved, pinned and commented stories stay.\nExample: termnews feeds remove 12")
    {
        _toolsFor = toolsFor;
        Arguments.Add(_feed);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await _toolsFor(args, cancellationToken);
        var feed = await tools.Feeds.ResolveAsync(args.GetValue(_feed)!, cancellationToken);
        await new EditFeeds(tools.Feeds).RemoveAsync(feed, cancellationToken);
        if (!tools.IsQuiet)
            args.InvocationConfiguration.Output.Write($"Removed {feed.Title} ({feed.FeedUrl}).\n");
        return ExitCodes.Success;
    }
}
