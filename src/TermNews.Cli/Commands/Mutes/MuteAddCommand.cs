namespace TermNews.Cli.Commands.Mutes;

/// <summary><c>termnews mute word</c>, <c>author</c>, <c>feed</c> and <c>category</c>.</summary>
internal sealed class MuteAddCommand(ProgramContext context, MuteKind kind)
    : NewsCommand(MuteKinds.WordOf(kind), DescriptionOf(kind))
{
    private readonly Argument<string> _text = new(kind == MuteKind.Feed ? "FEED" : "TEXT") { Description = TextOf(kind) };
    private readonly Option<string?> _for = new("--for") { Description = "How long: 12h, 1d, 30d [for ever].", HelpName = "SPAN" };
    private readonly Option<string?> _until = new("--until")
    {
        Description = "Until a date or a time; without a zone it is in UTC.",
        HelpName = "DATE",
    };

    /// <inheritdoc/>
    protected override IReadOnlyList<Symbol> Parameters => [_text, _for, _until];

    private static string DescriptionOf(MuteKind kind) => kind switch
    {
        MuteKind.Word => "Mute stories with a word or phrase in the headline or the beginning of the text.\n"
            + "Example: termnews mute word \"cup final\" --for 7d",
        MuteKind.Author => "Mute the stories of an author.\nExample: termnews mute author \"Jane Doe\" --until 2026-12-01",
        MuteKind.Feed => "Mute a feed; it is fetched on, and keeps its stories.\nExample: termnews mute feed \"Local news\" --for 30d",
        MuteKind.Category => "Mute a category.\nExample: termnews mute category Sport",
    };

    private static string TextOf(MuteKind kind) => kind switch
    {
        MuteKind.Word => "A word or a phrase, in any case; whole words where the script separates words.",
        MuteKind.Author => "The name, or whole words of it.",
        MuteKind.Feed => "An id, an address, or a unique part of a title.",
        MuteKind.Category => "The category, in any case.",
    };

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult args, CancellationToken cancellationToken)
    {
        var until = EndOf(args);
        if (ForeignText.CleanLine(args.GetValue(_text)!) is not { Length: > 0 } text)
            throw new NewsException(NewsFault.WrongUse, $"There is nothing to mute; give the {MuteKinds.WordOf(kind)}.");
        var news = await context.OpenAsync(args, cancellationToken);
        var mute = new Mute(kind, text) { Until = until };
        if (kind == MuteKind.Feed && await news.Feeds.ResolveAsync(text, cancellationToken) is var feed)
            mute = mute with { Text = feed.Title, FeedId = feed.Id };
        var change = (await new MuteStories(() => news.Mutes, context.Clock).MuteAsync(mute, cancellationToken)).Value;
        var end = change.Now.Until is { } at ? $"until {Rfc3339.Format(at)}" : "for ever";
        args.InvocationConfiguration.Output.Write($"{Plural.Stories(change.Stories)} muted {end} by {mute.Name}.\n");
        return ExitCodes.Success;
    }

    private DateTimeOffset? EndOf(ParseResult args)
    {
        var now = context.Clock.GetUtcNow();
        var (span, date) = (args.GetValue(_for), args.GetValue(_until));
        if (span is not null && date is not null)
            throw new NewsException(NewsFault.WrongUse, "Say --for or --until, not both.");
        if (span is not null)
            return now + When.ParseSpan(span, "--for");
        if (date is null)
            return null;
        return When.ParseDate(date) switch
        {
            null => throw new NewsException(NewsFault.WrongUse,
                $"--until takes a date (2026-12-01) or a time (2026-12-01T09:30:00Z), not \"{date}\"; --for takes a span such as 30d."),
            { } end when end > now => end,
            _ => throw new NewsException(NewsFault.WrongUse, $"--until {date} has passed; give a date to come, or --for 30d."),
        };
    }
}
