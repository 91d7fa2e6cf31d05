namespace TermNews.Cli.Commands.Feeds;

/// <summary><c>termnews feeds add</c>: subscribes to a feed, or to the feed of a site.</summary>
internal sealed class FeedsAddCommand(FeedToolsFor toolsFor)
    : NewsCommand("add", "Subscribe to a feed; a site's address will do, its feed is looked for.\n"
        + "Example: termnews feeds add https://example.org --title Example --tag tech --tag daily")
{
    private readonly Argument<string> _address = new("URL")
    {
        Description = "The address of a feed or of a web site, or exec: and a program.",
    };

    private readonly Option<string?> _title = new("--title") { Description = "Your own title for it.", HelpName = "T" };
    private readonly Option<string[]> _tags = new("--tag")
    {
        Description = "A tag for it; may be given several times.",
        HelpName = "T",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_address, _title, _tags];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var tools = await toolsFor(args, cancellationToken);
        var address = args.GetValue(_address)!.Trim();
        var tags = args.GetValue(_tags) ?? [];
        var add = new AddFeed(tools.IsOffline ? null : tools.Subscriber, tools.Feeds);
        if ((await add.LookAsync(address, cancellationToken)).Value is not { } preview)
            return await AddUnseenAsync(add, args, address, tags, cancellationToken);
        var feed = (await add.SubscribeAsync(preview, args.GetValue(_title), tags, cancellationToken)).Value;
        var output = args.InvocationConfiguration.Output;
        output.Write(Sentence(feed, isNew: preview.Subscribed is null) + "\n");
        foreach (var headline in preview.Headlines)
            output.Write($"  - {headline}\n");
        if (preview.OtherFeedUrls.Count > 0 && !tools.IsQuiet)
            args.InvocationConfiguration.Error.Write(
                $"The site has more feeds: {string.Join(" ", preview.OtherFeedUrls.Select(ShownAddress.Of))}\n");
        return ExitCodes.Success;
    }

    /// <summary>Offline, the feed cannot be checked, so only a full address is accepted.</summary>
    private async Task<int> AddUnseenAsync(
        AddFeed add, ParseResult args, string address, string[] tags, CancellationToken cancellationToken)
    {
        var added = await add.AddUnseenAsync(address, args.GetValue(_title), tags, cancellationToken);
        args.InvocationConfiguration.Output.Write(added.Value is { } feed
            ? $"{Sentence(feed, isNew: true)} It was not fetched, as the network is switched off.\n"
            : $"{added.Words}\n");
        return ExitCodes.Success;
    }

    private static string Sentence(Feed feed, bool isNew) => isNew
        ? $"Subscribed to {feed.Title} ({feed.ShownUrl}) as feed {feed.Id}."
        : $"There is a subscription to {feed.Title} ({feed.ShownUrl}) already; it is feed {feed.Id}.";
}
