using TermNews.Core.Listing;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The lists of stories: rows in pages, selection by story, filter, search, arrivals that wait to be asked for.</summary>
/// <param name="stories">The stories of the edition that is shown.</param>
/// <param name="feeds">The feeds.</param>
/// <param name="lists">Its lists.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
public sealed class FrontPageViewModel(
    Func<IStoryRepository> stories, IFeedRepository feeds, Func<StoryLists> lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
    : ViewModel<FrontPageState>(new()), IDisposable
{
    private const int RankedPage = 200, LeastPage = 60;
    private const int LongPage = 1000;
    private const int FoundAtMost = 500;
    private const int ColumnRows = 10;

    private readonly LatestOnly _load = new();
    private readonly LatestOnly _rankColumns = new();
    private readonly Dictionary<StoryList, long> _places = [];
    private List<StoryLine> _loaded = [];
    private StoryCursor? _next;
    private Task _more = Task.CompletedTask;
    private int _countAtLoad;

    /// <summary>The lists of an edition that always stays.</summary>
    public FrontPageViewModel(
        IStoryRepository stories, IFeedRepository feeds, StoryLists lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
        : this(() => stories, feeds, () => lists, clock, runBehind)
    {
    }

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; set; }

    /// <summary>The keys that sentences name.</summary>
    public KeyMap Keys { get; init; } = KeyMap.Empty;

    private LineOptions Options => new(clock.GetUtcNow()) { Ascii = Ascii };

    /// <summary>Shows a list from its beginning, or where it was left; search and filter end.</summary>
    public Task ShowAsync(StoryList list, CancellationToken cancellationToken)
    {
        RememberPlace();
        long? place = _places.TryGetValue(list, out var id) ? id : null;
        return LoadAsync(Emptied() with { List = list, Search = null, ShowsMuted = false }, place, cancellationToken);
    }

    /// <summary>The next list, or the one before.</summary>
    public StoryList Neighbour(int step)
    {
        var tabs = ListCatalog.Tabs;
        return tabs[(tabs.ToList().IndexOf(State.List) + step + tabs.Count) % tabs.Count];
    }

    /// <summary>
    /// The rows on the screen, from <see cref="FrontPageState.Top"/> on, or the words of an empty list; the selected one is
    /// <see cref="FrontPageState.Selected"/> minus <see cref="FrontPageState.Top"/>.
    /// </summary>
    public IReadOnlyList<TextLine> Rows(int width) => FrontPageRows.Rows(State, width, Options, Keys);

    /// <summary>Popular and Must-Read for the area beside a wide list, next to each other.</summary>
    public IReadOnlyList<TextLine> Columns(int width) => FrontPageColumns.Rows(State, width, Options);

    /// <summary>The story in the area beside a wide list; null for none.</summary>
    /// <param name="column">The column in the area, counted from 0.</param>
    /// <param name="row">The row, counted from 0.</param>
    /// <param name="width">Columns of the area.</param>
    public Story? StoryInColumns(int column, int row, int width) => FrontPageColumns.StoryAt(State, column, row, width);

    /// <summary>The title row: the tabs, or the search, and the number of unread stories.</summary>
    public TextLine TitleRow(int width) => FrontPageRows.Title(State, width, FoundAtMost);

    /// <summary>The right end of the status row: arrivals first, then failing feeds, then muted stories.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="isRoomy">There is room for more than one of these.</param>
    public string StatusEnd(KeyMap keys, bool isRoomy = false) => FrontPageRows.StatusEnd(State, keys, isRoomy, Ascii);

    /// <summary>"12 unread"; empty until they are counted.</summary>
    public string UnreadWords => FrontPageRows.UnreadWords(State);

    /// <summary>"12 unread, 3 muted".</summary>
    public string CountWords => State.ShowsMuted ? Plural.Stories(State.MutedCount) : State.MutedCount == 0 ? UnreadWords
        : string.Create(CultureInfo.InvariantCulture, $"{UnreadWords}, {State.MutedCount} muted");

    /// <summary>Shows only a feed's stories; null shows all feeds again.</summary>
    public Task ShowOnlyAsync(FeedReference? feed, string? tag, CancellationToken cancellationToken) =>
        LoadAsync(
            Emptied() with { List = StoryList.Latest, OnlyFeed = feed, OnlyTag = tag, Search = null, ShowsMuted = false }, null,
            cancellationToken);

    /// <summary>Shows the muted stories, each story of a cluster.</summary>
    public Task ShowMutedAsync(CancellationToken cancellationToken)
    {
        RememberPlace();
        return LoadAsync(Emptied() with { List = StoryList.Latest, Search = null, ShowsMuted = true }, null, cancellationToken);
    }

    /// <summary>Searches all stories; null goes back to the list.</summary>
    public Task SearchAsync(string? search, CancellationToken cancellationToken)
    {
        RememberPlace();
        return LoadAsync(Emptied() with { Search = search }, null, cancellationToken);
    }

    /// <summary>Ends the filter, else the search, else the muted stories, else the one feed; null where the whole list is shown.</summary>
    public Task? WidenAsync(CancellationToken cancellationToken) => State switch
    {
        { Filter.Length: > 0 } => FilterAsync("", cancellationToken),
        { Search: not null } => SearchAsync(null, cancellationToken),
        { ShowsMuted: true } => ShowAsync(StoryList.Latest, cancellationToken),
        { OnlyFeed: null, OnlyTag: null } => null,
        _ => ShowOnlyAsync(null, null, cancellationToken),
    };

    /// <summary>Loads the list anew, with what has arrived, and keeps the selected story selected.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(State, State.Current?.Story.Id, cancellationToken);

    /// <summary>Notices what a refresh or another program brought: the rows stay, the number of arrivals tells.</summary>
    public async Task NoticeChangesAsync(CancellationToken cancellationToken)
    {
        if (State.Search is null && State.List.CountsArrivals)
        {
            var count = await lists().CountAsync(CountedQuery(), cancellationToken);
            if (_loaded.Count == 0 && count > 0 && !State.IsLoading)
                await ReloadAsync(cancellationToken);
            else
                State = State with { Arrivals = Math.Max(0, count - _countAtLoad) };
        }
        await CountAsync(cancellationToken);
    }

    /// <summary>Shows that so many new stories wait for <c>.</c></summary>
    public void SetArrivals(int count) => State = State with { Arrivals = count };

    /// <summary>How many rows the screen has.</summary>
    public void Resize(int height) => State = (State with { Height = Math.Max(1, height) }).Scrolled();

    /// <summary>
    /// Rows of a page: three screens, as a key waits until it is read. A ranked list is ranked for each page, so its pages are long.
    /// </summary>
    private int PageSize => State.List.IsRanked ? RankedPage : Math.Max(LeastPage, 3 * State.Height);

    /// <summary>Selects a row and loads on where the end is near.</summary>
    public async Task SelectAsync(int line, CancellationToken cancellationToken)
    {
        State = (State with { Selected = line }).Scrolled();
        await LoadAheadAsync(2 * State.Height, cancellationToken);
    }

    /// <summary>Loads on where the end is less than four screens away: it costs no key anything when the reader rests.</summary>
    public Task LoadAheadAsync(CancellationToken cancellationToken) => LoadAheadAsync(4 * State.Height, cancellationToken);

    private async Task LoadAheadAsync(int rows, CancellationToken cancellationToken)
    {
        if (State.Selected + rows >= State.Lines.Count && _more.IsCompleted)
            await LoadMoreAsync(PageSize, cancellationToken);
    }

    /// <summary>Selects the row so many below.</summary>
    public Task MoveAsync(int rows, CancellationToken cancellationToken) => SelectAsync(State.Selected + rows, cancellationToken);

    /// <summary>Selects the last row of the whole list.</summary>
    public async Task GoToEndAsync(CancellationToken cancellationToken)
    {
        await LoadAllAsync(cancellationToken);
        State = (State with { Selected = State.Lines.Count - 1 }).Scrolled();
    }

    /// <summary>Selects the next unread story, or the one before; false where there is none.</summary>
    public async Task<bool> SelectUnreadAsync(int step, CancellationToken cancellationToken)
    {
        for (var at = State.Selected + step; at >= 0; at += step)
        {
            if (at >= State.Lines.Count && !await LoadMoreAsync(LongPage, cancellationToken))
                return false;
            if (at >= State.Lines.Count)
                return false;
            if (State.Lines[at].Story.Status.IsRead)
                continue;
            await SelectAsync(at, cancellationToken);
            return true;
        }
        return false;
    }

    /// <summary>Narrows the rows to those that have all words in title, feed, author or category; empty shows all again.</summary>
    public async Task FilterAsync(string filter, CancellationToken cancellationToken)
    {
        Publish(State with { Filter = filter }, State.Current?.Story.Id);
        while (State.Filter == filter && filter.Trim().Length > 0 && State.Lines.Count < 2 * State.Height)
        {
            if (!await LoadMoreAsync(LongPage, cancellationToken))
                break;
        }
    }

    /// <summary>Loads the whole list and gives the unread stories in it.</summary>
    public async Task<IReadOnlyList<long>> UnreadIdsAsync(CancellationToken cancellationToken)
    {
        await LoadAllAsync(cancellationToken);
        return [.. State.Lines.Where(line => !line.Story.Status.IsRead).Select(line => line.Story.Id)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _load.Dispose();
        _rankColumns.Dispose();
    }

    private FrontPageState Emptied() => State with { Filter = "", Lines = [], Selected = 0, Top = 0 };

    private void RememberPlace()
    {
        if (State is { Search: null, ShowsMuted: false, Current: { } current })
            _places[State.List] = current.Story.Id;
    }

    private async Task LoadAllAsync(CancellationToken cancellationToken)
    {
        while (await LoadMoreAsync(LongPage, cancellationToken))
        {
        }
    }

    private Task LoadAsync(FrontPageState target, long? keep, CancellationToken cancellationToken) => _load.RunAsync(async token =>
    {
        State = target with { IsLoading = true, Error = null };
        var page = await FirstPageAsync(target, Math.Max(PageSize, keep is null ? 0 : _loaded.Count), token);
        token.ThrowIfCancellationRequested();
        (_loaded, _next) = ([.. page.Stories.Select(StoryLine.From)], page.Next);
        Publish(State with { IsLoading = false, Arrivals = 0 }, keep);
        await Task.Yield();   // The rows are drawn before they are counted.
        token.ThrowIfCancellationRequested();
        _countAtLoad = await lists().CountAsync(CountedQuery(), token);
        await CountAsync(token);
    }, error => State = State with { Error = error, IsLoading = false }, cancellationToken);

    private async Task<RankedPage> FirstPageAsync(FrontPageState target, int size, CancellationToken cancellationToken)
    {
        if (target.Search is not { } search)
            return await lists().PageAsync(target.Query, null, size, cancellationToken);
        var everything = target.QueryOf(StoryList.Latest);
        return new RankedPage(await lists().SearchAsync(search, everything, FoundAtMost, cancellationToken), null);
    }

    /// <summary>Loads the next page behind the screen, after the one that is under way; false where there is none.</summary>
    private Task<bool> LoadMoreAsync(int size, CancellationToken cancellationToken)
    {
        var load = LoadMoreAsync(_more, size, cancellationToken);
        _more = load;
        return load;
    }

    private async Task<bool> LoadMoreAsync(Task before, int size, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        if (_next is not { } next || State.IsLoading)
            return false;
        var (rows, query) = (_loaded, State.Query);
        RankedPage? page = null;
        await runBehind(async () => page = await lists().PageAsync(query, next, size, cancellationToken).ConfigureAwait(false));
        if (!ReferenceEquals(rows, _loaded))
            return false;   // Another list was loaded meanwhile.
        var known = rows.Select(line => line.Story.Id).ToHashSet();
        rows.AddRange(page!.Stories.Where(ranked => known.Add(ranked.Story.Id)).Select(StoryLine.From));
        _next = page.Next;
        Publish(State, State.Current?.Story.Id);
        return page.Stories.Count > 0;
    }

    /// <summary>Shows the loaded rows that the filter lets through, with a story selected where it is among them.</summary>
    private void Publish(FrontPageState state, long? selected)
    {
        var words = state.Filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IReadOnlyList<StoryLine> lines = words.Length == 0 ? _loaded.ToArray() : [.. _loaded.Where(line => line.Matches(words))];
        var kept = selected is null ? -1 : FrontPageState.IndexOf(lines, selected.Value, state.Selected);
        State = (state with { Lines = lines, Selected = kept >= 0 ? kept : state.Selected, IsComplete = _next is null }).Scrolled();
    }

    private StoryQuery CountedQuery() =>
        State.List.IsRanked ? State.Query with { List = StoryList.Latest } : State.Query;

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var unread = await lists().CountAsync(State.QueryOf(StoryList.Unread), cancellationToken);
        var muted = await lists().CountAsync(State.QueryOf(StoryList.Latest) with { MutedOnly = true }, cancellationToken);
        var failing = await feeds.CountFailingAsync(cancellationToken);
        State = State with { UnreadCount = unread, MutedCount = muted, FailingFeeds = failing };
    }

    /// <summary>Ranks the numbered columns beside a wide list, behind the screen; the ranking that was asked for last is shown.</summary>
    public async Task LoadColumnsAsync(CancellationToken cancellationToken)
    {
        var token = _rankColumns.Start(cancellationToken);
        var query = State.QueryOf(StoryList.Popular);
        IReadOnlyList<StoryLine> popular = [], mustRead = [];
        try
        {
            await Task.WhenAll(
                runBehind(async () => popular = await ColumnAsync(query, token).ConfigureAwait(false)),
                runBehind(async () => mustRead = await ColumnAsync(query with { List = StoryList.MustRead }, token).ConfigureAwait(false)));
            token.ThrowIfCancellationRequested();
            State = State with { Popular = popular, MustRead = mustRead };
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer ranking owns the columns.
        }
    }

    private async Task<IReadOnlyList<StoryLine>> ColumnAsync(StoryQuery query, CancellationToken cancellationToken) =>
        [.. (await lists().PageAsync(query, null, ColumnRows, cancellationToken).ConfigureAwait(false)).Stories.Select(StoryLine.From)];

    /// <summary>Shows a mark that is on its way to the disk; hidden rows go, and the counts follow when it is there.</summary>
    public void ShowMark(IReadOnlyCollection<long> storyIds, StatusChange change)
    {
        var marked = storyIds.ToHashSet();
        Replace(line => marked.Contains(line.Story.Id)
            ? line with { Story = line.Story.WithMarksOf(line.Story.Status.After(change)) }
            : line);
    }

    /// <summary>Shows what a change came to; rows keep their places, but those hidden go.</summary>
    public async Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken)
    {
        if (outcome.ChangesLists)
        {
            await LoadAsync(State, NextLeft(outcome.Muted), cancellationToken);
            return;
        }
        var now = outcome.Now.ToDictionary(one => one.StoryId, one => one.Status);
        var missing = outcome.Now.Any(one => !one.Status.IsHidden && _loaded.TrueForAll(line => line.Story.Id != one.StoryId));
        Replace(line => now.TryGetValue(line.Story.Id, out var status) ? line with { Story = line.Story.WithMarksOf(status) } : line);
        if (missing && outcome.Now.Count == 1 && State.Search is null)
            await LoadAsync(State, outcome.Now[0].StoryId, cancellationToken);
        else
            _countAtLoad = await lists().CountAsync(CountedQuery(), cancellationToken) - State.Arrivals;
        foreach (var storyId in outcome.CommentsOf)
            await ReReadAsync(storyId, cancellationToken);
        await CountAsync(cancellationToken);
    }

    /// <summary>The selected story, or where it is muted now the next one that is not, or the one before.</summary>
    private long? NextLeft(Mute? muted)
    {
        var (at, lines) = (State.Selected, State.Lines);
        var staysMuted = State.ShowsMuted || State.Search is not null || State.List.KeepsMuted;
        var left = muted is null || staysMuted ? State.Current
            : lines.Skip(at).Concat(lines.Take(at).Reverse()).FirstOrDefault(line => !muted.Covers(MuteSubject.Of(line.Story)));
        return left?.Story.Id;
    }

    /// <summary>A story is being opened: its row is read, and one story less is unread, before the database knows.</summary>
    public void ShowOpened(Story story)
    {
        if (story.Status.IsRead)
            return;
        State = State with { UnreadCount = State.UnreadCount - 1 };
        Replace(line => line.Story.Id == story.Id
            ? line with { Story = line.Story.WithMarksOf(line.Story.Status with { IsRead = true }) }
            : line);
    }

    /// <summary>Reads one story again: it was opened or commented on.</summary>
    public async Task ReReadAsync(long storyId, CancellationToken cancellationToken)
    {
        if (await stories().FindAsync(storyId, cancellationToken) is not { } story)
            return;
        Replace(line => line.Story.Id == storyId ? line with { Story = story } : line);
        await CountAsync(cancellationToken);
    }

    private void Replace(Func<StoryLine, StoryLine> change)
    {
        for (var at = 0; at < _loaded.Count; at++)
            _loaded[at] = change(_loaded[at]);
        _loaded.RemoveAll(line => line.Story.Status.IsHidden && State.Search is null);
        Publish(State with { Popular = Changed(State.Popular), MustRead = Changed(State.MustRead) }, State.Current?.Story.Id);

        IReadOnlyList<StoryLine> Changed(IReadOnlyList<StoryLine> column) => column.Count == 0 ? column : [.. column.Select(change)];
    }
}
