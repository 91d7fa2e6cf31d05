using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.FrontPage;

public sealed partial class FrontPageViewModel
{
    private async Task LoadAsync(FrontPageState target, long? keep, CancellationToken cancellationToken)
    {
        var token = _load.Start(cancellationToken);
        State = target with { IsLoading = true, Error = null };
        try
        {
            var page = await FirstPageAsync(target, Math.Max(PageSize, keep is null ? 0 : _loaded.Count), token);
            token.ThrowIfCancellationRequested();
            (_loaded, _next) = ([.. page.Stories.Select(StoryLine.From)], page.Next);
            Publish(State with { IsLoading = false, Arrivals = 0 }, keep);
            await Task.Yield();   // The rows are seen before they are counted.
            token.ThrowIfCancellationRequested();
            _countAtLoad = await lists.CountAsync(CountedQuery(), token);
            await CountAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // Stale: a newer load owns the screen.
        }
        catch (NewsException ex) when (!token.IsCancellationRequested)
        {
            State = State with { Error = ex.Message, IsLoading = false };
        }
    }

    private async Task<RankedPage> FirstPageAsync(FrontPageState target, int size, CancellationToken cancellationToken)
    {
        if (target.Search is not { } search)
            return await lists.PageAsync(target.Query, null, size, cancellationToken);
        var everything = target.QueryOf(StoryList.Latest);
        return new RankedPage(await lists.SearchAsync(search, everything, FoundAtMost, cancellationToken), null);
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
        await runBehind(async () => page = await lists.PageAsync(query, next, size, cancellationToken).ConfigureAwait(false));
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
        var kept = selected is null ? -1 : IndexOf(lines, selected.Value, state.Selected);
        State = Scrolled(state with { Lines = lines, Selected = kept >= 0 ? kept : state.Selected, IsComplete = _next is null });
    }

    private static int IndexOf(IReadOnlyList<StoryLine> lines, long storyId, int guess)
    {
        if (guess >= 0 && guess < lines.Count && lines[guess].Story.Id == storyId)
            return guess;
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Story.Id == storyId)
                return at;
        }
        return -1;
    }

    /// <summary>The selection inside the list, and the selected row on the screen.</summary>
    private static FrontPageState Scrolled(FrontPageState state)
    {
        var selected = Math.Clamp(state.Selected, 0, Math.Max(0, state.Lines.Count - 1));
        var top = Math.Clamp(state.Top, Math.Max(0, selected - state.Height + 1), selected);
        top = Math.Min(top, Math.Max(0, state.Lines.Count - state.Height));
        return state with { Selected = selected, Top = top };
    }

    private StoryQuery CountedQuery() =>
        State.List.IsRanked ? State.Query with { List = StoryList.Latest } : State.Query;

    private async Task CountAsync(CancellationToken cancellationToken)
    {
        var unread = await lists.CountAsync(State.QueryOf(StoryList.Unread), cancellationToken);
        var muted = await lists.CountAsync(State.QueryOf(StoryList.Latest) with { MutedOnly = true }, cancellationToken);
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
        [.. (await lists.PageAsync(query, null, ColumnRows, cancellationToken).ConfigureAwait(false)).Stories.Select(StoryLine.From)];

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
        Replace(line => now.TryGetValue(line.Story.Id, out var status) ? line with { Story = WithMarks(line.Story, status) } : line);
        if (missing && outcome.Now.Count == 1 && State.Search is null)
            await LoadAsync(State, outcome.Now[0].StoryId, cancellationToken);
        else
            _countAtLoad = await lists.CountAsync(CountedQuery(), cancellationToken) - State.Arrivals;
        if (outcome.CommentsOf is { } storyId)
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
        Replace(line => line.Story.Id == story.Id ? line with { Story = WithMarks(line.Story, line.Story.Status with { IsRead = true }) } : line);
    }

    /// <summary>Reads one story again: it was opened or commented on.</summary>
    public async Task ReReadAsync(long storyId, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(storyId, cancellationToken) is not { } story)
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

    private static Story WithMarks(Story story, StoryStatus marks) => story with
    {
        Status = story.Status with { IsRead = marks.IsRead, IsSaved = marks.IsSaved, IsPinned = marks.IsPinned, IsHidden = marks.IsHidden },
    };
}
