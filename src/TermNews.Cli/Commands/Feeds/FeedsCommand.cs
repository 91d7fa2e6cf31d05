namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds</c>: manages subscriptions; without a subcommand it lists them.</summary>
internal sealed class FeedsCommand : FeedsListCommand
{
    public FeedsCommand(FeedToolsFor toolsFor)
        : base(toolsFor, "feeds", "List, add, change and check subscriptions.\nExample: termnews feeds add example.org --tag science")
    {
        Subcommands.Add(new FeedsListCommand(toolsFor));
        Subcommands.Add(new FeedsAddCommand(toolsFor));
        Subcommands.Add(new FeedsRemoveCommand(toolsFor));
        Subcommands.Add(new FeedsRenameCommand(toolsFor));
        Subcommands.Add(new FeedsTagCommand(toolsFor));
        Subcommands.Add(new FeedsCheckCommand(toolsFor));
    }
}
