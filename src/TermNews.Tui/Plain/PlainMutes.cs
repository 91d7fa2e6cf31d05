namespace TermNews.Tui.Plain;

/// <summary>Mutes: made, taken back, listed with their stories.</summary>
internal sealed class PlainMutes(PlainSession session, PlainLists lists, PlainFeeds feeds)
{
    /// <summary>Mutes a word, an author, a feed or a category, for ever or for a span of time.</summary>
    public async Task MuteAsync(string rest, CancellationToken token)
    {
        var (name, typed) = PlainWords.Split(rest);
        var kind = KindOf(name);
        var (text, span) = WithoutSpan(typed);
        var mute = (await MuteOfAsync(kind, text, token)) with { Until = span is { } lasting ? session.Now + lasting : null };
        await session.ApplyAsync(await session.Mutes.MuteAsync(mute, token), token);
        session.IsListStale = true;
    }

    /// <summary>Takes a mute back.</summary>
    public async Task UnmuteAsync(string rest, CancellationToken token)
    {
        var (name, text) = PlainWords.Split(rest);
        var asked = new Mute(KindOf(name), text);
        var mute = await session.Mutes.FindAsync(asked, token)
            ?? throw PlainWords.Wrong($"{Sentences.Capital(asked.Name)} is not muted; muted lists what is.");
        await session.ApplyAsync(await session.Mutes.UnmuteAsync(mute, token), token);
        session.IsListStale = true;
    }

    /// <summary>Shows the mutes and the muted stories.</summary>
    public async Task ShowAsync(CancellationToken token)
    {
        foreach (var count in await session.Mutes.ListAsync(token))
            session.Printer.Line(session.Mutes.LineOf(count));
        await lists.ShowMutedAsync(token);
    }

    private async Task<Mute> MuteOfAsync(MuteKind kind, string text, CancellationToken token)
    {
        if (kind == MuteKind.Feed)
        {
            if (text.Length == 0)
                return new Mute(kind, session.StoryOf("").Feed.Title) { FeedId = session.StoryOf("").Feed.Id };
            var feed = await feeds.FindAsync(text, token);
            return new Mute(kind, feed.Title) { FeedId = feed.Id };
        }
        var meant = text.Length > 0 ? text : kind switch
        {
            MuteKind.Author => session.StoryOf("").Author,
            MuteKind.Category => session.StoryOf("").Categories is [var first, ..] ? first : null,
            MuteKind.Word or MuteKind.Feed => null,
        };
        return new Mute(kind, ForeignText.CleanLine(meant ?? throw PlainWords.Wrong($"Say which: mute {MuteKinds.WordOf(kind)} TEXT")));
    }

    private static MuteKind KindOf(string name)
    {
        foreach (var kind in MuteKinds.All)
        {
            if (MuteKinds.WordOf(kind).Equals(name, StringComparison.OrdinalIgnoreCase))
                return kind;
        }
        throw PlainWords.Wrong($"Say what: {string.Join(", ", MuteKinds.All.Select(MuteKinds.WordOf))}.");
    }

    /// <summary>A span such as 12h, 1d or 4w at the end of a line, apart from the rest.</summary>
    private static (string Text, TimeSpan? Span) WithoutSpan(string typed)
    {
        var at = typed.LastIndexOf(' ') + 1;
        return Ages.Read(typed[at..]) is { } span && span > TimeSpan.Zero ? (typed[..at].TrimEnd(), span) : (typed, null);
    }
}
