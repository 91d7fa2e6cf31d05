using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.FrontPage;

/// <summary>The lists of stories: rows in pages, selection by story, filter, search, arrivals that wait to be asked for.</summary>
/// <param name="stories">The stories.</param>
/// <param name="feeds">The feeds.</param>
/// <param name="lists">Ranks.</param>
/// <param name="clock">The time.</param>
/// <param name="runBehind">Runs work off the thread that draws.</param>
public sealed partial class FrontPageViewModel(
    IStoryRepository stories, IFeedRepository feeds, StoryLists lists, TimeProvider clock, Func<Func<Task>, Task> runBehind)
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

    /// <summary>Shows a list from its beginning, or where it was left; search and filter end.</summary>
    public Task ShowAsync(StoryList list, CancellationToken cancellationToken)
    {
        RememberPlace();
        long? place = _places.TryGetValue(list, out var id) ? id : null;
        return LoadAsync(Emptied() with { List = list, Search = null, ShowsMuted = false }, place, cancellationToken);
    }

    /// <summary>The next list, or the one before.</summary>
    public StoryList Neighbour(int step) => ListCatalog.Tabs[(ListCatalog.Tabs.ToList().IndexOf(State.List) + step + ListCatalog.Tabs.Count) % ListCatalog.Tabs.Count];

    /// <summary>Shows only a feed's stories; null shows all feeds again.</summary>
    public Task ShowOnlyAsync(FeedReference? feed, string? tag, CancellationToken cancellationToken) =>
        LoadAsync(Emptied() with { List = StoryList.Latest, OnlyFeed = feed, OnlyTag = tag, Search = null, ShowsMuted = false }, null, cancellationToken);

    /// <summary>Shows what is muted, each story of a cluster.</summary>
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

    /// <summary>Loads the list anew, with what has arrived, and keeps the selected story selected.</summary>
    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(State, State.Current?.Story.Id, cancellationToken);

    /// <summary>Notices what a refresh or another program brought: the rows stay, the number of arrivals tells.</summary>
    public async Task NoticeChangesAsync(CancellationToken cancellationToken)
    {
        if (State.Search is null && State.List.CountsArrivals)
        {
            var count = await lists.CountAsync(CountedQuery(), cancellationToken);
            if (_loaded.Count == 0 && count > 0 && !State.IsLoading)
                await ReloadAsync(cancellationToken);
            else
                State = State with { Arrivals = Math.Max(0, count - _countAtLoad) };
        }
        await CountAsync(cancellationToken);
    }

    /// <summary>So many stories wait behind <c>.</c></summary>
    public void SetArrivals(int count) => State = State with { Arrivals = count };

    /// <summary>How many rows the screen has.</summary>
    public void Resize(int height) => State = Scrolled(State with { Height = Math.Max(1, height) });

    /// <summary>
    /// Three screens: what is read at once has to be short, as a key waits for it. A ranked list is ranked for each page, so its pages are
    /// long.
    /// </summary>
    private int PageSize => State.List.IsRanked ? RankedPage : Math.Max(LeastPage, 3 * State.Height);

    /// <summary>Selects a row and loads on where the end is near.</summary>
    public async Task SelectAsync(int line, CancellationToken cancellationToken)
    {
        State = Scrolled(State with { Selected = line });
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
        State = Scrolled(State with { Selected = State.Lines.Count - 1 });
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
}
