using TermNews.Core.Reader.FrontPage;

namespace TermNews.Tui.Plain;

/// <summary>The lists of stories, in pages of numbered lines.</summary>
internal sealed class PlainLists(PlainSession session)
{
    private const int PipedStories = 20;   // What fits a page of 40 rows; also what a pipe gets at once.

    private int _arrivalsTold;

    private FrontPageViewModel FrontPage => session.FrontPage;

    private PlainPrinter Printer => session.Printer;

    private PlainList List => session.List;

    /// <summary>Stories on a page: half the rows of a terminal, as a headline may take two.</summary>
    private int PageStories =>
        session.PageRows ?? (session.Options.IsInteractive ? Math.Clamp(session.Options.Size().Rows / 2, 3, PipedStories) : PipedStories);

    /// <summary>Shows a list from its beginning.</summary>
    public Task ShowAsync(StoryList list, CancellationToken token)
    {
        session.LeaveSample();
        return ShowAnewAsync(work => FrontPage.ShowAsync(list, work), token);
    }

    /// <summary>Loads the list anew, with the stories that have arrived.</summary>
    public Task ShowArrivalsAsync(CancellationToken token)
    {
        session.LeaveSample();
        session.Article.ForgetPrepared();
        return ShowAnewAsync(FrontPage.ReloadAsync, token);
    }

    /// <summary>Shows only a feed or a folder; null for all.</summary>
    public Task ShowOnlyAsync(FeedReference? feed, string? folder, CancellationToken token)
    {
        session.LeaveSample();
        return ShowAnewAsync(work => FrontPage.ShowOnlyAsync(feed, folder, work), token);
    }

    /// <summary>Shows the muted stories.</summary>
    public Task ShowMutedAsync(CancellationToken token) => ShowAnewAsync(FrontPage.ShowMutedAsync, token);

    /// <summary>Shows all feeds, without filter or search.</summary>
    public Task ShowAllAsync(CancellationToken token) => ShowAnewAsync(work => FrontPage.ShowOnlyAsync(null, null, work), token);

    /// <summary>Searches all stories.</summary>
    public Task SearchAsync(string words, CancellationToken token) => words.Length == 0
        ? throw PlainWords.Wrong("Say what to search for: search WORDS")
        : ShowAnewAsync(work => FrontPage.SearchAsync(words, work), token);

    /// <summary>Narrows the list; no words widen it.</summary>
    public Task FilterAsync(string words, CancellationToken token) => ShowAnewAsync(work => FrontPage.FilterAsync(words, work), token);

    /// <summary>Shows the page of the list that was written last.</summary>
    public async Task ShowAgainAsync(CancellationToken token)
    {
        session.ToFrontPage();
        if (session.ShowsFrontPage && !session.IsListStale)
            await ShowPageAsync(List.Start, token);
        else
            await ShowAnewAsync(token);
    }

    /// <summary>Ends the filter, else the search, else the muted stories, else the one feed. False where the whole list is shown.</summary>
    public async Task<bool> WidenAsync(CancellationToken token)
    {
        if (FrontPage.WidenAsync(token) is not { } widening)
            return false;
        await widening;
        await ShowAnewAsync(token);
        return true;
    }

    /// <summary>Goes on in the list, or in the text.</summary>
    public Task NextAsync(PlainArticles articles, CancellationToken token)
    {
        if (session.IsInList)
            return ShowPageAsync(List.End, token);
        articles.ReadOn();
        return Task.CompletedTask;
    }

    /// <summary>Shows the page before.</summary>
    public async Task PreviousAsync(CancellationToken token)
    {
        if (!session.IsInList)
            session.Pager.Previous();
        else if (List.Start == 0)
            Printer.Line("This is the beginning.");
        else
            await ShowPageAsync(Math.Max(0, List.Start - PageStories), token);
    }

    /// <summary>Shows all stories of a story's cluster.</summary>
    public async Task ShowSourcesAsync(string number, CancellationToken token)
    {
        var sources = await session.Edition.Stories.ListClusterAsync(session.StoryOf(number).Id, token);
        if (sources.Count < 2)
        {
            Printer.Line("No other feed reports this.");
            return;
        }
        BeginOther(sources);
        foreach (var source in sources)
            Printer.Line(PlainStory.LineOf(List.PlaceOf(source.Id) + 1, source, session.Now));
        EndOther();
    }

    /// <summary>Shows stories like the open one, popular ones and must-reads.</summary>
    public async Task ShowRelatedAsync(CancellationToken token)
    {
        if (session.OpenStory is null)
            throw PlainWords.Wrong(PlainWords.NothingOpen);
        var article = session.Article.State;
        (string Heading, IReadOnlyList<StoryLine> Lines)[] parts =
            [("You may also like", article.Related), ("Popular now", article.Popular), ("Must-reads", article.MustRead)];
        BeginOther(parts.SelectMany(static part => part.Lines).Select(static line => line.Story));
        foreach (var (heading, lines) in parts.Where(static part => part.Lines.Count > 0))
        {
            Printer.Line($"{heading}:");
            foreach (var line in lines)
                await WriteAsync(List.PlaceOf(line.Story.Id), line.Story, token);
        }
        EndOther();
    }

    /// <summary>The place of the next unread story, counted from the open one or from the page; null for none.</summary>
    public async Task<int?> FindUnreadAsync(int step, CancellationToken token)
    {
        var at = session.OpenStory is { } open ? List.PlaceOf(open.Id) : step > 0 ? List.Start - 1 : List.Start;
        for (at += step; at >= 0; at += step)
        {
            if (at >= List.Count && (!session.ShowsFrontPage || !await LoadMoreAsync(token)))
                break;
            if ((await session.NowAsync(List.At(at), token)).Status is { IsRead: false, IsHidden: false })
                return at;
        }
        return null;
    }

    /// <summary>Tells that stories have arrived, once.</summary>
    public void TellArrivals()
    {
        var arrivals = FrontPage.State.Arrivals;
        if (arrivals > 0 && arrivals != _arrivalsTold)
            Printer.Line(string.Create(CultureInfo.InvariantCulture, $"{arrivals} new; arrivals brings them into the list."));
        _arrivalsTold = arrivals;
    }

    /// <summary>Writes a page of the list.</summary>
    public async Task ShowPageAsync(int start, CancellationToken token)
    {
        var end = start + PageStories;
        while (session.ShowsFrontPage && List.Count <= end && !FrontPage.State.IsComplete && await LoadMoreAsync(token))
        {
        }
        if (start > 0 && start >= List.Count)
        {
            Printer.Line(EmptyList.EndOf(FrontPage.State) is { } words && session.ShowsFrontPage ? words : "This is the end of the list.");
            return;
        }
        (List.Start, List.End) = (start, Math.Min(end, List.Count));
        if (start == 0 && session.ShowsFrontPage)
            WriteHeading();
        for (var place = List.Start; place < List.End; place++)
            await WriteAsync(place, List.At(place), token);
        if (List.End < List.Count)
            Printer.Line("(More stories; Enter goes on, a number opens one.)");
    }

    private async Task ShowAnewAsync(Func<CancellationToken, Task> load, CancellationToken token)
    {
        session.ToFrontPage();
        await load(token);
        await ShowAnewAsync(token);
    }

    /// <summary>Writes the first page of the list that the front page has loaded anew: numbers begin at 1.</summary>
    private Task ShowAnewAsync(CancellationToken token)
    {
        (session.IsInList, session.ShowsFrontPage, session.IsListStale) = (true, true, false);
        _arrivalsTold = FrontPage.State.Arrivals;
        List.Replace(FrontPage.State.Stories);
        return ShowPageAsync(0, token);
    }

    private void BeginOther(IEnumerable<Story> stories)
    {
        List.Replace(stories);
        (session.IsInList, session.ShowsFrontPage) = (true, false);
    }

    private void EndOther()
    {
        (List.Start, List.End) = (0, List.Count);
        Printer.Line(List.Count == 0 ? "There are none." : "(A number opens one; list goes back to the list.)");
    }

    private async Task WriteAsync(int place, Story story, CancellationToken token) =>
        Printer.Line(PlainStory.LineOf(place + 1, await session.NowAsync(story, token), session.Now));

    private async Task<bool> LoadMoreAsync(CancellationToken token)
    {
        var before = List.Count;
        await FrontPage.SelectAsync(FrontPage.State.Lines.Count - 1, token);
        List.Add(FrontPage.State.Stories);
        return List.Count > before;
    }

    private void WriteHeading()
    {
        var state = FrontPage.State;
        if (state.Error is { } error)
            Printer.Fail(error);
        var name = state.Search is { } search ? $"Search for {search}" : state.ShowsMuted ? "Muted" : state.List.Title;
        var only = state.OnlyFeed?.Title ?? state.OnlyTag;
        var count = state.Search is null
            ? FrontPage.CountWords
            : string.Create(CultureInfo.InvariantCulture, $"{state.Lines.Count} found");
        var filter = state.Filter.Length == 0 ? "" : $", filtered by {state.Filter}";
        Printer.Line($"{name}{(only is null ? "" : $" of {only}")}{filter}: {count}");
        if (List.Count == 0 && state.Error is null)
        {
            foreach (var words in EmptyList.WordsFor(state))
                Printer.Line(PlainSession.Fill(words));
        }
    }
}
