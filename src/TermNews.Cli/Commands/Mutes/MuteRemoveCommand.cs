namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute remove</c>: removes a mute.</summary>
internal sealed class MuteRemoveCommand(ProgramContext context)
    : NewsCommand("remove", "Take a mute back; its stories return to the lists.\nExample: termnews mute remove word election")
{
    private readonly Argument<string> _kind = new Argument<string>("KIND") { Description = "word, author, feed or category." }
        .Only(MuteKinds.All.Select(MuteKinds.WordOf));

    private readonly Argument<string> _text = new("TEXT")
    {
        Description = "What was muted, as the list prints it; for a feed its id will do.",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_kind, _text];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var kind = MuteKinds.All.First(one => MuteKinds.WordOf(one) == args.GetValue(_kind));
        var text = args.GetValue(_text)!.Trim();
        var asked = new Mute(kind, text) { FeedId = StoryIds.TryParse(text) };
        var news = await context.OpenAsync(args, cancellationToken);
        var mutes = new MuteStories(() => news.Mutes, context.Clock);
        var mute = await mutes.FindAsync(asked, cancellationToken)
            ?? throw new NewsException(
                NewsFault.WrongUse, $"{Sentences.Capital(asked.Name)} is not muted; `termnews mute list` lists what is.");
        if (mute.IsConfigured)
            throw new NewsException(NewsFault.WrongUse,
                $"{Sentences.Capital(mute.Name)} is muted in the configuration; take it out there, under [mute].");
        var count = (await mutes.UnmuteAsync(mute, cancellationToken)).Value ?? 0;
        args.InvocationConfiguration.Output.Write($"{Plural.Stories(count)} shown again: {mute.Name} is no longer muted.\n");
        return ExitCodes.Success;
    }
}
