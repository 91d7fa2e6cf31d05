using System.Globalization;
using TermNews.Core.Lists;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>Fetches the feeds that are due, in the background; nothing happens while that is under way already.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) =>
        _parts.Refresher is null
            ? Task.CompletedTask
            : TryAsync(async token =>
            {
                await RefreshAsync(new RefreshRequest(), isByHand: false, token);
                await FetchAheadAsync(token);
            }, cancellationToken);

    private async Task ShowFeedsAsync(CancellationToken token)
    {
        Push(ReaderScreen.Feeds);
        await Feeds.LoadAsync(token);
    }

    private Task InFeedsAsync(ReaderCommand command, CancellationToken token)
    {
        var (at, page) = (Feeds.State.Selected, Math.Max(1, Feeds.State.Height - 1));
        switch (command)
        {
            case ReaderCommand.MoveDown: Feeds.Select(at + 1); break;
            case ReaderCommand.MoveUp: Feeds.Select(at - 1); break;
            case ReaderCommand.Onward or ReaderCommand.PageDown: Feeds.Select(at + page); break;
            case ReaderCommand.PageUp: Feeds.Select(at - page); break;
            case ReaderCommand.HalfPageDown: Feeds.Select(at + Math.Max(1, page / 2)); break;
            case ReaderCommand.HalfPageUp: Feeds.Select(at - Math.Max(1, page / 2)); break;
            case ReaderCommand.GoToTop: Feeds.Select(0); break;
            case ReaderCommand.GoToBottom: Feeds.Select(int.MaxValue); break;
            case ReaderCommand.ToggleFolder: Feeds.ToggleFolder(); break;
            case ReaderCommand.Leave or ReaderCommand.Back or ReaderCommand.Cancel: Pop(); break;
            default: return OnFeedAsync(command, token);
        }
        return Task.CompletedTask;
    }

    private Task OnFeedAsync(ReaderCommand command, CancellationToken token) => (command, Feeds.State.Current) switch
    {
        (ReaderCommand.ShowOnlyFeed, { } line) => ShowOnlyAsync(line, token),
        (ReaderCommand.RenameFeed, { Feed: { } feed }) => Ask(PromptKind.RenameFeed, "Title (empty for the feed's own): ", feed.Title),
        (ReaderCommand.TagFeed, { Feed: { } feed }) =>
            Ask(PromptKind.TagFeed, "Folders, with commas between: ", string.Join(", ", feed.Tags)),
        (ReaderCommand.RemoveFeed, { Feed: { } feed }) => AskToRemove(feed),
        (ReaderCommand.RenameFeed or ReaderCommand.TagFeed or ReaderCommand.RemoveFeed, { }) => TellFolder(),
        (ReaderCommand.RefreshFeed, { }) =>
            RefreshByHandAsync(new RefreshRequest { FeedIds = [.. Feeds.CurrentFeeds().Select(feed => feed.Id)], Force = true }, token),
        _ => EverywhereAsync(command, token),
    };

    private Task TellFolder()
    {
        Tell("This is a folder; select one of its feeds.");
        return Task.CompletedTask;
    }

    private async Task ShowOnlyAsync(FeedLine line, CancellationToken token)
    {
        LeaveSampleBehind();
        State = State with { Screens = [ReaderScreen.FrontPage] };
        Arrange();
        var feed = line.Feed is { } only ? new FeedReference(only.Id, only.Title, only.FeedUrl) : null;
        await FrontPage.ShowOnlyAsync(feed, feed is null ? line.Folder : null, token);
    }

    private Task AskToRemove(Feed feed)
    {
        var count = feed.StoryCount.ToString(CultureInfo.InvariantCulture);
        State = State with
        {
            Question = new ReaderQuestion($"Remove {feed.Title}? y n", token => RemoveAsync(feed, token))
            {
                Details =
                [
                    feed.StoryCount == 1
                        ? "Its story goes, unless you saved, pinned or commented on it."
                        : $"{count} stories of it go; those you saved, pinned or commented on stay.",
                ],
            },
        };
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(Feed feed, CancellationToken token)
    {
        await Feeds.RemoveAsync(feed.Id, token);
        Tell($"{feed.Title} is removed.");
        await FrontPage.ReloadAsync(token);
    }

    private Task RefreshByHandAsync(RefreshRequest request, CancellationToken token)
    {
        if (_parts.Refresher is not null)
            return RefreshAsync(request, isByHand: true, token);
        Tell("Offline: nothing is fetched.");
        return Task.CompletedTask;
    }

    private async Task RefreshAsync(RefreshRequest request, bool isByHand, CancellationToken token)
    {
        if (_isRefreshing)
        {
            _askedMeanwhile = isByHand ? request : _askedMeanwhile;
            return;
        }
        _isRefreshing = true;
        try
        {
            if (isByHand)
                State = State with { Progress = "Fetching…" };
            RefreshSummary summary;
            using (var progress = new PacedProgress<RefreshProgress>(_parts.Clock, _context, ShowProgress))
                summary = await _parts.Refresher!.RefreshAsync(request, progress, token);
            State = State with { Progress = null, Percent = null };
            Article.ForgetPrepared();
            TellSummary(summary, isByHand);
            await NoticeAsync(token);
        }
        finally
        {
            _isRefreshing = false;
            State = State with { Progress = null, Percent = null };
        }
        if (_askedMeanwhile is { } asked)
        {
            _askedMeanwhile = null;
            await RefreshAsync(asked, isByHand: true, token);
        }
    }

    private void ShowProgress(RefreshProgress progress) => State = State with
    {
        Progress = string.Create(CultureInfo.InvariantCulture, $"Fetching {progress.Done}/{progress.Total}, {progress.NewStories} new"),
        Percent = progress.Total > 0 ? 100 * progress.Done / progress.Total : null,
    };

    private void TellSummary(RefreshSummary summary, bool isByHand)
    {
        if (summary.Feeds > 0 && summary.Failed == summary.Feeds)
        {
            Warn(summary is { Failed: 1, Errors: [var error, ..] }
                ? error.Message
                : "No feed could be fetched. Is there a network? What is kept can be read.");
        }
        else if (isByHand)
        {
            Tell(RefreshFeeds.WordsOf(summary));
        }
    }

    private async Task NoticeAsync(CancellationToken token)
    {
        var arrivals = FrontPage.State.Arrivals;
        if (_edition.IsSample)
            FrontPage.SetArrivals(await _parts.Stories.CountAsync(new StoryQuery(), token));
        else
            await FrontPage.NoticeChangesAsync(token);
        if (FrontPage.State.Arrivals != arrivals)
            Article.ForgetPrepared();
        if (State.IsWide && !_edition.IsSample && FrontPage.State is { Popular.Count: 0, MustRead.Count: 0 })
            await FrontPage.LoadColumnsAsync(token);
        if (State.Screens.Contains(ReaderScreen.Feeds))
            await Feeds.LoadAsync(token);
    }

    private async Task ShowArrivalsAsync(CancellationToken token)
    {
        LeaveSampleBehind();
        Article.ForgetPrepared();
        await FrontPage.ReloadAsync(token);
        if (State.IsWide)
            await FrontPage.LoadColumnsAsync(token);
    }

    private async Task ShowSampleWhereEmptyAsync(CancellationToken token)
    {
        if ((await _parts.Stories.PageAsync(new StoryQuery { List = StoryList.All }, null, 1, token)).Stories.Count > 0)
            return;
        if (_parts.OpenSample is { } openSample)
        {
            _edition.Show(await openSample(token));
            State = State with { IsSample = true };
        }
        if (_parts.SubscribeToStarters is { } subscribe && (await _parts.Feeds.ListAsync(token)).Count == 0)
            await subscribe(token);
    }

    /// <summary>The sample edition steps back as soon as there are real stories and the reader asks for another list.</summary>
    private void LeaveSampleBehind()
    {
        if (!_edition.IsSample || FrontPage.State.Arrivals == 0)
            return;
        Article.Close();   // Its ids mean other stories from now on.
        Article.ForgetPrepared();
        _history.Forget();
        _edition.ShowOwn();
        State = State with { IsSample = false, Screens = [ReaderScreen.FrontPage] };
        Arrange();
    }

    private void StartTimer()
    {
        if (_parts.Refresher is null || State.HasLeft)
            return;
        RefreshDue?.Invoke(this, EventArgs.Empty);
        if (_parts.RefreshEvery > TimeSpan.Zero)
            _timer = _parts.Clock.CreateTimer(_ => Raise(() => RefreshDue), null, _parts.RefreshEvery, _parts.RefreshEvery);
    }

    /// <summary>Raises an event in the context the reader was made in.</summary>
    private void Raise(Func<EventHandler?> handlers)
    {
        if (_context is null)
            handlers()?.Invoke(this, EventArgs.Empty);
        else
            _context.Post(_ => handlers()?.Invoke(this, EventArgs.Empty), null);
    }
}
