using TermNews.Core.Articles.Layout;

namespace TermNews.Core.Reader.FeedsScreen;

/// <summary>A row of the feeds: a folder or a feed.</summary>
/// <param name="Folder">The folder, or the folder of the feed; empty for a feed without one.</param>
/// <param name="Feed">The feed; null for a folder.</param>
/// <param name="Unread">Unread stories.</param>
/// <param name="IsClosed">A folder whose feeds are not shown.</param>
public sealed record FeedLine(string Folder, Feed? Feed, int Unread, bool IsClosed)
{
    /// <summary>The row: name, failure, and at the right the unread count. Never wider than asked.</summary>
    public TextLine Lay(int width, LineOptions options)
    {
        var name = Feed is null ? $"{ArrowOf(options.Ascii)} {Folder}" : $"{(Folder.Length > 0 ? "    " : "  ")}{Feed.Title}";
        var count = Unread == 0 ? "" : Unread.ToString(CultureInfo.InvariantCulture);
        var weight = Unread > 0 ? TextStyle.Bold : TextStyle.Plain;
        if (Feed is null || FeedTrouble.Of(Feed, options.Now, options.Zone) is not { } words)
            return Bars.Spread([new TextRun(name, weight)], new TextRun(count + " "), width);
        var half = Math.Max(12, width * 2 / 5);
        var trouble = Feed.Error is null ? words : $"{(options.Ascii ? "!" : "⚠")} {words}";
        List<TextRun> left = [new(TextWidth.Pad(name, Math.Min(half, width)), weight), new(" " + trouble, TextStyle.Warning)];
        return Bars.Spread(left, new TextRun(count + " "), width);
    }

    private string ArrowOf(bool ascii) => (IsClosed, ascii) switch
    {
        (true, true) => ">",
        (false, true) => "v",
        (true, false) => "▸",
        (false, false) => "▾",
    };
}

/// <summary>The state of the feeds.</summary>
public sealed record FeedsState
{
    /// <summary>Folders and feeds.</summary>
    public IReadOnlyList<FeedLine> Lines { get; init; } = [];

    /// <summary>The selected row.</summary>
    public int Selected { get; init; }

    /// <summary>The first row on the screen.</summary>
    public int Top { get; init; }

    /// <summary>Rows on the screen.</summary>
    public int Height { get; init; } = 20;

    /// <summary>The feeds are being read.</summary>
    public bool IsLoading { get; init; }

    /// <summary>The reason why the last load failed, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Feeds in all.</summary>
    public int FeedCount { get; init; }

    /// <summary>Feeds that fail.</summary>
    public int FailingCount { get; init; }

    /// <summary>The selected row, or null in an empty list.</summary>
    public FeedLine? Current => Selected >= 0 && Selected < Lines.Count ? Lines[Selected] : null;
}

/// <summary>The feeds with their folders, unread counts and failures.</summary>
public sealed class FeedsViewModel(IFeedRepository feeds, TimeProvider clock) : ViewModel<FeedsState>(new()), IDisposable
{
    private readonly LatestOnly _load = new();
    private readonly HashSet<string> _closed = new(StringComparer.OrdinalIgnoreCase);
    private readonly EditFeeds _editing = new(feeds);
    private IReadOnlyList<Feed> _feeds = [];

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; set; }

    /// <summary>The keys that sentences name.</summary>
    public KeyMap Keys { get; init; } = KeyMap.Empty;

    private LineOptions Options => new(clock.GetUtcNow()) { Ascii = Ascii, Zone = clock.LocalTimeZone };

    /// <summary>Reads the feeds anew; the selected row stays selected.</summary>
    public Task LoadAsync(CancellationToken cancellationToken) => _load.RunAsync(async token =>
    {
        State = State with { IsLoading = true, Error = null };
        _feeds = await feeds.ListAsync(token);
        token.ThrowIfCancellationRequested();
        var failing = _feeds.Count(feed => feed.Error is not null);
        Publish(State with { IsLoading = false, FeedCount = _feeds.Count, FailingCount = failing });
    }, error => State = State with { Error = error, IsLoading = false }, cancellationToken);

    /// <summary>Selects a row.</summary>
    public void Select(int line) => State = Scrolled(State with { Selected = line });

    /// <summary>How many rows the screen has.</summary>
    public void Resize(int height) => State = Scrolled(State with { Height = Math.Max(1, height) });

    /// <summary>Closes or opens the folder of the selected row.</summary>
    public void ToggleFolder()
    {
        if (State.Current is not { Folder.Length: > 0 } line)
            return;
        if (!_closed.Remove(line.Folder))
            _closed.Add(line.Folder);
        Publish(State);
    }

    /// <summary>The feeds of the selected row: one, or those of a folder.</summary>
    public IReadOnlyList<Feed> CurrentFeeds() => State.Current switch
    {
        null => [],
        { Feed: { } feed } => [feed],
        var folder => [.. _feeds.Where(feed => FolderOf(feed).Equals(folder.Folder, StringComparison.OrdinalIgnoreCase))],
    };

    /// <summary>Gives the selected feed the reader's own title; empty goes back to the feed's.</summary>
    public Task<Outcome> RenameAsync(string title, CancellationToken cancellationToken) =>
        EditAsync(async feed => await _editing.RenameAsync(feed, title, cancellationToken), cancellationToken);

    /// <summary>Puts the selected feed into folders, named with commas between.</summary>
    public Task<Outcome> TagAsync(string tags, CancellationToken cancellationToken) =>
        EditAsync(async feed => await _editing.TagAsync(feed, tags, cancellationToken), cancellationToken);

    /// <summary>Ends the subscription to a feed.</summary>
    public async Task<Outcome> RemoveAsync(Feed feed, CancellationToken cancellationToken)
    {
        var removed = await _editing.RemoveAsync(feed, cancellationToken);
        await LoadAsync(cancellationToken);
        return removed;
    }

    private async Task<Outcome> EditAsync(Func<Feed, Task<Outcome>> editAsync, CancellationToken cancellationToken)
    {
        if (State.Current?.Feed is not { } feed)
            return new Outcome("");
        var edited = await editAsync(feed);
        await LoadAsync(cancellationToken);
        return edited;
    }

    /// <summary>The rows on the screen, or what an empty list says instead.</summary>
    public IReadOnlyList<TextLine> Rows(int width)
    {
        var options = Options;
        if (State.Lines.Count > 0)
            return [.. State.Lines.Skip(State.Top).Take(State.Height).Select(line => line.Lay(width, options))];
        const string none = "No feeds yet. {key:add-feed} adds one: paste the address of a feed or of a web site.";
        var words = State.Error ?? (State.IsLoading ? "Loading…" : Keys.Fill(none));
        var lines = TextWrap.Wrap(words, Math.Max(10, width - 4));
        return [TextLine.Empty, .. lines.Select(line => new TextLine([new TextRun("  " + line)]))];
    }

    /// <summary>The title row.</summary>
    public TextLine TitleRow(int width)
    {
        var failing = State.FailingCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {State.FailingCount} failing");
        var right = $"{Plural.Of(State.FeedCount, "feed")}{failing}";
        return Bars.Spread([new TextRun("Feeds", TextStyle.Bold)], new TextRun(right), width);
    }

    /// <summary>The failure of the selected feed, since when, and when it is tried again, or the end of its pause; null for none.</summary>
    public string? Trouble()
    {
        if (State.Current?.Feed is not { } feed)
            return null;
        var now = clock.GetUtcNow();
        var pause = FeedTrouble.PauseOf(feed, now, clock.LocalTimeZone) is { } words ? $"P{words[1..]}" : null;
        if (feed.Error is not { } error)
            return pause is null ? null : $"{pause}, as its host asked.";
        var tried = feed.FetchedAt is { } at ? $" Tried {Ages.InWords(at, now)}" : "";
        var times = feed.Failures > 1 ? string.Create(CultureInfo.InvariantCulture, $", failed {feed.Failures} times in a row") : "";
        var next = pause is null && feed.NextFetchAt is { } due ? $"; next try {Ages.Until(due, now)}" : "";
        var end = tried.Length + times.Length + next.Length > 0 ? "." : "";
        return $"{(pause is null ? "" : $"{pause}. ")}{error}{tried}{times}{next}{end}";
    }

    /// <inheritdoc/>
    public void Dispose() => _load.Dispose();

    private static string FolderOf(Feed feed) => feed.Tags.Count > 0 ? feed.Tags[0] : string.Empty;

    private void Publish(FeedsState state)
    {
        var kept = state.Current;
        List<FeedLine> lines = [];
        var byName = StringComparer.OrdinalIgnoreCase;
        foreach (var folder in _feeds.GroupBy(FolderOf, byName).OrderBy(group => group.Key, byName))
        {
            var isClosed = folder.Key.Length > 0 && _closed.Contains(folder.Key);
            if (folder.Key.Length > 0)
                lines.Add(new FeedLine(folder.Key, null, folder.Sum(feed => feed.UnreadCount), isClosed));
            if (!isClosed)
                lines.AddRange(folder.Select(feed => new FeedLine(folder.Key, feed, feed.UnreadCount, false)));
        }
        var at = kept is null
            ? -1
            : lines.FindIndex(line => line.Feed?.Id == kept.Feed?.Id && (kept.Feed is not null || line.Folder == kept.Folder));
        if (at < 0 && kept is not null)
            at = lines.FindIndex(line => line.Feed is null && line.Folder == kept.Folder);
        State = Scrolled(state with { Lines = lines, Selected = at < 0 ? state.Selected : at });
    }

    private static FeedsState Scrolled(FeedsState state)
    {
        var selected = Math.Clamp(state.Selected, 0, Math.Max(0, state.Lines.Count - 1));
        var top = Math.Clamp(state.Top, Math.Max(0, selected - state.Height + 1), selected);
        return state with { Selected = selected, Top = Math.Min(top, Math.Max(0, state.Lines.Count - state.Height)) };
    }
}
