using TermNews.Core.Lists;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(60);

    private Task InListAsync(ReaderCommand command, CancellationToken token)
    {
        var (page, height) = (FrontPage, FrontPage.State.Height);
        return command switch
        {
            ReaderCommand.MoveDown or ReaderCommand.NextMatch => page.MoveAsync(1, token),
            ReaderCommand.MoveUp or ReaderCommand.PreviousMatch => page.MoveAsync(-1, token),
            ReaderCommand.Onward or ReaderCommand.PageDown => page.MoveAsync(Math.Max(1, height - 1), token),
            ReaderCommand.PageUp => page.MoveAsync(-Math.Max(1, height - 1), token),
            ReaderCommand.HalfPageDown => page.MoveAsync(Math.Max(1, height / 2), token),
            ReaderCommand.HalfPageUp => page.MoveAsync(-Math.Max(1, height / 2), token),
            ReaderCommand.GoToTop => page.SelectAsync(0, token),
            ReaderCommand.GoToBottom => page.GoToEndAsync(token),
            ReaderCommand.Open => OpenCurrentAsync(token),
            ReaderCommand.ShowLatest => ShowListAsync(StoryList.Latest, token),
            ReaderCommand.ShowPopular => ShowListAsync(StoryList.Popular, token),
            ReaderCommand.ShowMustRead => ShowListAsync(StoryList.MustRead, token),
            ReaderCommand.ShowSaved => ShowListAsync(StoryList.Saved, token),
            ReaderCommand.ShowCommented => ShowListAsync(StoryList.Commented, token),
            ReaderCommand.NextTab => ShowListAsync(page.Neighbour(1), token),
            ReaderCommand.PreviousTab => ShowListAsync(page.Neighbour(-1), token),
            ReaderCommand.NextUnread => NextUnreadAsync(1, token),
            ReaderCommand.PreviousUnread => NextUnreadAsync(-1, token),
            ReaderCommand.MarkListRead => MarkListReadAsync(token),
            ReaderCommand.Filter => Ask(PromptKind.Filter, "Filter: ", page.State.Filter),
            ReaderCommand.Refresh => RefreshByHandAsync(new RefreshRequest { Force = true }, token),
            ReaderCommand.Leave or ReaderCommand.Back => BackAtFrontPageAsync(command == ReaderCommand.Leave, token),
            ReaderCommand.Cancel => page.State.Filter.Length > 0 ? page.FilterAsync("", token) : Task.CompletedTask,
            _ => OnStoryAsync(command, page.State.Current?.Story, token),
        };
    }

    private async Task ShowListAsync(StoryList list, CancellationToken token)
    {
        LeaveSampleBehind();
        await FrontPage.ShowAsync(list, token);
    }

    private async Task OpenCurrentAsync(CancellationToken token)
    {
        if (FrontPage.State.Current is { } line)
            await OpenAsync(await BestTextOfAsync(line.Story, token), line.Story, token);
    }

    private Task OpenAsync(Story story, CancellationToken token) => OpenAsync(story, story, token);

    /// <summary>Opens a story in the place of the one whose row was chosen.</summary>
    private async Task OpenAsync(Story story, Story row, CancellationToken token)
    {
        Push(ReaderScreen.Article);
        FrontPage.ShowOpened(row);
        await Article.OpenAsync(story, row, viewed => FrontPage.ReReadAsync(row.Id, viewed), token);
        if (Article.State.Error is not null)
            await FrontPage.ReReadAsync(row.Id, token);   // The view could not be counted.
        if (!State.IsSample && story.Link is not null && IsAlwaysFull(story.Feed) && Article.State.Story?.Id == story.Id)
            await ShowFullTextAsync(token);
    }

    /// <summary>Makes ready what opening the selected story would show, and the rows that pages down would show.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (State.Screen != ReaderScreen.FrontPage || FrontPage.State.Current is not { } line)
            return;
        try
        {
            var layout = ReaderLayout.Of(State.Width, State.Height, ReaderScreen.Article, isWriting: false);
            await Article.PrepareAsync(await BestTextOfAsync(line.Story, cancellationToken), layout.ArticleWidth, cancellationToken);
            await FrontPage.LoadAheadAsync(cancellationToken);
        }
        catch (NewsException)
        {
            // Opening the story will say it.
        }
    }

    /// <summary>After a key nothing is made ready before the reader has rested on a row: keys that are held cost nothing.</summary>
    private void AwaitRest() => _rest.Change(Rest, Timeout.InfiniteTimeSpan);

    private bool IsAlwaysFull(FeedReference feed) => _parts.AlwaysFullText.Any(wanted =>
        wanted.Equals(feed.Title, StringComparison.OrdinalIgnoreCase) || wanted == feed.Url);

    /// <summary>Fetches the full texts of the first unread stories, in the background.</summary>
    public async Task FetchAheadAsync(CancellationToken cancellationToken)
    {
        if (State.IsSample || _parts.FetchAhead == 0)
            return;
        Story[] first = [.. FrontPage.State.Lines.Select(line => line.Story).Where(story => !story.Status.IsRead).Take(_parts.FetchAhead)];
        await Task.Run(() => _texts.FetchAheadAsync(first, cancellationToken), cancellationToken);
    }

    /// <summary>Selects the next unread story, and opens it where an article is open.</summary>
    private async Task NextUnreadAsync(int step, CancellationToken token)
    {
        if (!await FrontPage.SelectUnreadAsync(step, token))
            Tell(step > 0 ? "No more unread stories below." : "No unread stories above.");
        else if (State.Screen == ReaderScreen.Article)
            await OpenCurrentAsync(token);
    }

    private async Task MarkListReadAsync(CancellationToken token) =>
        await ApplyAsync(await _marks.MarkAsync(await FrontPage.UnreadIdsAsync(token), StatusChange.Read, token), token);

    /// <summary>One step back: the filter, the search, the one feed; then, with <c>q</c>, out.</summary>
    private async Task BackAtFrontPageAsync(bool mayLeave, CancellationToken token)
    {
        var page = FrontPage.State;
        if (page.Filter.Length > 0)
            await FrontPage.FilterAsync("", token);
        else if (page.Search is not null)
            await FrontPage.SearchAsync(null, token);
        else if (page.ShowsMuted)
            await FrontPage.ShowAsync(StoryList.Latest, token);
        else if (page.OnlyFeed is not null || page.OnlyTag is not null)
            await FrontPage.ShowOnlyAsync(null, null, token);
        else if (mayLeave)
            await LeaveNowAsync(token);
    }

    private async Task LeaveNowAsync(CancellationToken token)
    {
        try
        {
            await KeepDraftsAsync(token);
        }
        finally
        {
            State = State with { HasLeft = true };   // A full disk must not keep the reader inside.
        }
    }

    /// <summary>Commands that mean the same in a list and in an article.</summary>
    private Task OnStoryAsync(ReaderCommand command, Story? story, CancellationToken token) => command switch
    {
        ReaderCommand.ShowArrivals => ShowArrivalsAsync(token),
        ReaderCommand.SearchEverything => Ask(PromptKind.Search, "Search: ", FrontPage.State.Search ?? ""),
        ReaderCommand.ShowFeeds => ShowFeedsAsync(token),
        ReaderCommand.ShowMuted => ShowMutedMenuAsync(token),
        _ => story is null ? EverywhereAsync(command, token) : OnThisStoryAsync(command, story, token),
    };

    private Task OnThisStoryAsync(ReaderCommand command, Story story, CancellationToken token) => command switch
    {
        ReaderCommand.ToggleRead => MarkAsync(story, story.Status.IsRead ? StatusChange.Unread : StatusChange.Read, token),
        ReaderCommand.ToggleSaved => MarkAsync(story, story.Status.IsSaved ? StatusChange.Unsaved : StatusChange.Saved, token),
        ReaderCommand.TogglePinned => MarkAsync(story, story.Status.IsPinned ? StatusChange.Unpinned : StatusChange.Pinned, token),
        ReaderCommand.ToggleHidden => MarkAsync(story, story.Status.IsHidden ? StatusChange.Shown : StatusChange.Hidden, token),
        ReaderCommand.Mute => AskWhatToMuteAsync(story, token),
        ReaderCommand.WriteComment => WriteCommentAsync(story, null, token),
        ReaderCommand.GoToComments => GoToCommentsAsync(story, token),
        ReaderCommand.OpenDiscussion => BrowseAsync(story.DiscussionLink, "The publisher has no discussion of this story.", token),
        ReaderCommand.OpenInBrowser => BrowseAsync(story.Link, "This story has no link.", token),
        ReaderCommand.CopyLink => CopyAsync(story.Link is { } link ? TrackerFree.Of(link) : null, token),
        ReaderCommand.CopyTitleAndLink => CopyAsync($"{StoryLine.HeadlineOf(story)}\n{story.Link}".TrimEnd(), token),
        ReaderCommand.Share => ShowShareMenu(story),
        ReaderCommand.ShowWhy => ShowWhyAsync(story, isAgain: false, token),
        ReaderCommand.ShowSources => ShowSourcesAsync(story, token),
        ReaderCommand.Split => SplitAsync(story, token),
        _ => EverywhereAsync(command, token),
    };

    private Task EverywhereAsync(ReaderCommand command, CancellationToken token)
    {
        switch (command)
        {
            case ReaderCommand.Quit: return LeaveNowAsync(token);
            case ReaderCommand.ShowHelp: Push(ReaderScreen.Help); break;
            case ReaderCommand.Redraw: RedrawAsked?.Invoke(this, EventArgs.Empty); break;
            case ReaderCommand.Suspend: SuspendAsked?.Invoke(this, EventArgs.Empty); break;
            case ReaderCommand.Undo: return TurnAsync(_history.UndoAsync, token);
            case ReaderCommand.Redo: return TurnAsync(_history.RedoAsync, token);
            case ReaderCommand.AddFeed: return Ask(PromptKind.AddFeed, "Add the feed at: ", "");
        }
        return Task.CompletedTask;
    }

    private async Task TurnAsync(Func<CancellationToken, Task<Outcome>> turnAsync, CancellationToken token) =>
        await ApplyAsync(await turnAsync(token), token);

    private async Task MarkAsync(Story story, StatusChange change, CancellationToken token) =>
        await ApplyAsync(await _marks.MarkAsync(story.Id, change, token), token);

    private async Task ApplyAsync(Outcome outcome, CancellationToken token)
    {
        Tell(outcome.Words);
        Article.Apply(outcome);
        Article.ForgetPrepared();   // What is saved, pinned or hidden ranks elsewhere now.
        await FrontPage.ApplyAsync(outcome, token);
        if (State.IsWide)
            await FrontPage.LoadColumnsAsync(token);
        if (outcome.CommentsOf is { } storyId && Article.State.Story?.Id == storyId)
            await Article.ReloadCommentsAsync(token);
    }
}
