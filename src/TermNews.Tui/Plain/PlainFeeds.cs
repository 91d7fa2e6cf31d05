using TermNews.Core.Reader.FeedsScreen;

namespace TermNews.Tui.Plain;

/// <summary>Feeds: listed, added, changed, removed, fetched.</summary>
internal sealed class PlainFeeds(PlainSession session, PlainLists lists, PlainRefresh refresh)
{
    private readonly EditFeeds _edit = new(session.Parts.Feeds);
    private List<Feed> _feeds = [];

    private PlainPrinter Printer => session.Printer;

    /// <summary>Shows the feeds.</summary>
    public async Task ShowAsync(CancellationToken token)
    {
        await ReadAsync(token);
        var state = session.Feeds.State;
        List<string> lines = [state.FeedCount == 0
            ? "No feeds yet. add ADDRESS adds one: the address of a feed or of a web site."
            : $"{Plural.Of(state.FeedCount, "feed")}{(state.FailingCount == 0 ? "" : $", {state.FailingCount} failing")}"];
        lines.AddRange(_feeds.Select((feed, at) => LineOf(at + 1, feed)));
        if (state.Error is { } error)
            Printer.Fail(error);
        session.IsInList = false;
        session.Pager.Show(lines);
    }

    /// <summary>Looks at an address, and asks whether its feed is to be added.</summary>
    public async Task AddAsync(string address, CancellationToken token)
    {
        if (address.Length == 0)
            throw PlainWords.Wrong("Give the address of a feed or of a web site: add ADDRESS");
        var found = await session.NewFeeds.LookAsync(address, token);
        session.Tell(found);
        if (found.Value is { Subscribed: null } preview)
            session.Ask(AddFeed.QuestionOf(preview), yes => SubscribeAsync(preview, yes));
    }

    /// <summary>Gives a feed another title.</summary>
    public async Task RenameAsync(string rest, CancellationToken token)
    {
        var (name, title) = PlainWords.Split(rest);
        session.Tell(await _edit.RenameAsync(await FindAsync(name, token), title, token));
    }

    /// <summary>Puts a feed into folders.</summary>
    public async Task TagAsync(string rest, CancellationToken token)
    {
        var (name, folders) = PlainWords.Split(rest);
        session.Tell(await _edit.TagAsync(await FindAsync(name, token), folders, token));
    }

    /// <summary>Removes a feed.</summary>
    public async Task RemoveAsync(string name, CancellationToken token)
    {
        var outcome = await _edit.RemoveAsync(await FindAsync(name, token), token);
        await session.ApplyAsync(outcome, token);
        session.IsListStale |= outcome.ChangesLists;
    }

    /// <summary>Shows only a feed or a folder.</summary>
    public async Task ShowOnlyAsync(string name, CancellationToken token)
    {
        await ReadAsync(token);
        if (_feeds.Find(feed => feed.Tags is [var folder, ..] && folder.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } inFolder)
        {
            var spelling = session.Feeds.State.Lines.First(line => line.Feed is null
                && line.Folder.Equals(inFolder.Tags[0], StringComparison.OrdinalIgnoreCase)).Folder;
            await lists.ShowOnlyAsync(null, spelling, token);
            return;
        }
        var feed = await FindAsync(name, token);
        await lists.ShowOnlyAsync(new FeedReference(feed.Id, feed.Title, feed.FeedUrl), null, token);
    }

    /// <summary>Fetches the feeds, or one of them.</summary>
    public async Task RefreshAsync(string name, CancellationToken token)
    {
        if (!refresh.HasNetwork)
            throw PlainWords.Wrong(RefreshFeeds.Offline);
        IReadOnlyList<long>? ids = name.Length == 0 ? null : [(await FindAsync(name, token)).Id];
        Printer.Line("Fetching...");
        var outcome = await refresh.RunAsync(ids, new RefreshLines(Printer, session.Parts.Clock), token);
        var summary = outcome.Value;
        var isNoneFetched = outcome.IsWarning && summary.Feeds > 1;
        foreach (var error in summary.Errors.Where(_ => !isNoneFetched))
            Printer.Fail($"{error.FeedTitle}: {error.Message}");
        if (isNoneFetched)
            session.Tell(outcome);
        else
            Printer.Line(PlainSession.Fill(RefreshFeeds.WordsOf(summary)));
        await session.NoticeAsync(token);
    }

    /// <summary>A feed by the number it had when the feeds were listed last, else by address or a part of its title.</summary>
    public async Task<Feed> FindAsync(string name, CancellationToken token)
    {
        if (name.Length == 0)
            throw PlainWords.Wrong("Which feed? Give its number in the feeds, or a word of its title.");
        if (PlainWords.Number(name) is not { } number)
            return await session.Parts.Feeds.ResolveAsync(name, token);
        if (_feeds.Count == 0)
            await ReadAsync(token);
        return number >= 1 && number <= _feeds.Count
            ? _feeds[number - 1]
            : throw PlainWords.Wrong($"There is no feed {number}; feeds lists them.");
    }

    private async Task SubscribeAsync(FeedPreview preview, CancellationToken token)
    {
        session.Tell(await session.NewFeeds.SubscribeAsync(preview, null, [], token));
        await session.NoticeAsync(token);
    }

    private async Task ReadAsync(CancellationToken token)
    {
        await session.Feeds.LoadAsync(token);
        _feeds = [.. session.Feeds.State.Lines.Select(static line => line.Feed).OfType<Feed>()];
    }

    private string LineOf(int number, Feed feed)
    {
        IEnumerable<string?> parts =
        [
            feed.Title,
            string.Create(CultureInfo.InvariantCulture, $"{feed.UnreadCount} unread of {feed.StoryCount}"),
            feed.Tags.Count == 0 ? null : $"in {string.Join(", ", feed.Tags)}",
            feed.ShownUrl,
            FeedTrouble.PauseOf(feed, session.Now, session.Parts.Clock.LocalTimeZone),
            feed.Error is null ? null : $"failing: {feed.Error}",
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{number}. {string.Join("; ", parts.OfType<string>())}");
    }
}
