using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.FeedsScreen;

/// <summary>The feeds as a screen.</summary>
internal sealed class FeedsPage(
    ReaderSession session, FeedsViewModel feeds, FrontPageScreen frontPage, AddFeed adding)
    : IScreen, IShowsStories
{
    /// <inheritdoc/>
    public KeyScope Scope => KeyScope.Feeds;

    /// <inheritdoc/>
    public string? Warning => feeds.Trouble();

    /// <inheritdoc/>
    public void Arrange(ReaderLayout layout, int width, bool isInFront) => feeds.Resize(layout.BodyHeight);

    /// <inheritdoc/>
    public TextLine TitleRow(int width) => feeds.TitleRow(width);

    /// <inheritdoc/>
    public PageRows Page(int width) =>
        new(feeds.Rows(width), 0, feeds.State.Lines.Count == 0 ? -1 : feeds.State.Selected - feeds.State.Top);

    /// <inheritdoc/>
    public Task MoveAsync(Motion motion, CancellationToken cancellationToken)
    {
        var page = feeds.State.Height - 1;
        feeds.Select(feeds.State.Selected + motion.Rows(page, page / 2));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task CancelAsync(CancellationToken cancellationToken)
    {
        session.Pop();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken)
    {
        if (feeds.State.Top + row >= feeds.State.Lines.Count)
            return Task.CompletedTask;
        feeds.Select(feeds.State.Top + row);
        return isDouble ? ShowOnlyAsync(cancellationToken) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WheelAsync(int column, int rows, CancellationToken cancellationToken)
    {
        feeds.Select(feeds.State.Selected + rows);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ApplyAsync(Outcome outcome, CancellationToken cancellationToken) =>
        outcome.ChangesLists && session.IsOpen(this) ? feeds.LoadAsync(cancellationToken) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task NoticeAsync(CancellationToken cancellationToken) =>
        session.IsOpen(this) ? feeds.LoadAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>Puts the feeds in front.</summary>
    public Task ShowAsync(CancellationToken cancellationToken)
    {
        session.Push(this);
        return feeds.LoadAsync(cancellationToken);
    }

    /// <summary>Shows only the stories of the selected feed or folder.</summary>
    public Task ShowOnlyAsync(CancellationToken cancellationToken)
    {
        if (feeds.State.Current is not { } line)
            return Task.CompletedTask;
        var feed = line.Feed is { } only ? new FeedReference(only.Id, only.Title, only.FeedUrl) : null;
        return frontPage.ShowOnlyAsync(feed, feed is null ? line.Folder : null, cancellationToken);
    }

    /// <summary>Closes or opens the folder of the selected row.</summary>
    public void ToggleFolder() => feeds.ToggleFolder();

    /// <summary>Asks for the selected feed's title.</summary>
    public void AskForTitle() => OnFeed(feed => session.Prompt.Show(
        new ReaderPrompt("Title (empty for the feed's own): ", feed.Title, RenameAsync)));

    /// <summary>Asks for the selected feed's folders.</summary>
    public void AskForFolders() => OnFeed(feed => session.Prompt.Show(
        new ReaderPrompt("Folders, with commas between: ", string.Join(", ", feed.Tags), TagAsync)));

    /// <summary>Removes the selected feed.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        Feed? chosen = null;
        OnFeed(feed => chosen = feed);
        if (chosen is not null)
            await session.ApplyAsync(await feeds.RemoveAsync(chosen, cancellationToken), cancellationToken);
    }

    /// <summary>Fetches the selected feed, or those of the selected folder.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => feeds.CurrentFeeds() is { Count: > 0 } chosen
        ? session.Room<Refreshing>().RefreshByHandAsync(
            new RefreshRequest { FeedIds = [.. chosen.Select(static feed => feed.Id)], Force = true }, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Asks for the address of a feed or site.</summary>
    public void AskForAddress() => session.Prompt.Show(new ReaderPrompt("Add the feed at: ", "", PreviewAsync));

    private async Task PreviewAsync(string address, CancellationToken cancellationToken)
    {
        if (address.Length == 0)
            return;
        session.Tell($"Looking at {address}…");
        var found = await adding.LookAsync(address, cancellationToken);
        session.ClearNotice();
        session.Tell(found);
        if (found.Value is { Subscribed: null } preview)
            session.Ask(AddFeed.QuestionOf(preview), token => SubscribeAsync(preview, token));
    }

    private async Task SubscribeAsync(FeedPreview preview, CancellationToken cancellationToken)
    {
        var folder = session.Screen == this ? feeds.State.Current?.Folder : null;
        session.Tell(await adding.SubscribeAsync(preview, null, string.IsNullOrEmpty(folder) ? [] : [folder], cancellationToken));
        await session.NoticeAsync(cancellationToken);
    }

    private async Task RenameAsync(string title, CancellationToken cancellationToken) =>
        session.Tell(await feeds.RenameAsync(title, cancellationToken));

    private async Task TagAsync(string tags, CancellationToken cancellationToken) =>
        session.Tell(await feeds.TagAsync(tags, cancellationToken));

    private void OnFeed(Action<Feed> act)
    {
        if (feeds.State.Current is { Feed: { } feed })
            act(feed);
        else if (feeds.State.Current is not null)
            session.Tell("This is a folder; select one of its feeds.");
    }
}
