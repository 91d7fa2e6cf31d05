using System.Globalization;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    private CancellationTokenSource? _endRefresh;
    private List<Feed> _feeds = [];
    private Task<RefreshSummary>? _refresh;
    private volatile bool _isRefreshDue;

    internal async Task ShowFeedsAsync(CancellationToken token)
    {
        await ReadFeedsAsync(token);
        var state = _reader.Feeds.State;
        List<string> lines = [state.FeedCount == 0
            ? "No feeds yet. add ADDRESS adds one: the address of a feed or of a web site."
            : $"{Plural.Of(state.FeedCount, "feed")}{(state.FailingCount == 0 ? "" : $", {state.FailingCount} failing")}"];
        for (var at = 0; at < _feeds.Count; at++)
            lines.Add(LineOf(at + 1, _feeds[at]));
        if (state.Error is { } error)
            _printer.Fail(error);
        _isInList = false;
        _pager.Show(lines);
        await BackFromFeedsAsync(token);
    }

    internal async Task AddFeedAsync(string address, CancellationToken token)
    {
        if (address.Length == 0)
            throw Wrong("Give the address of a feed or of a web site: add ADDRESS");
        await ExecuteAsync(FeedsCommands.AddFeed, token);
        await _reader.ChangePromptAsync(address, token);
        await ExecuteAsync(OverlayCommands.Accept, token);
    }

    internal async Task OnFeedAsync(ReaderCommand command, string rest, CancellationToken token)
    {
        var (name, text) = Split(rest);
        var feed = await FeedOfAsync(command == FeedsCommands.RemoveFeed ? rest : name, token);
        await SelectAsync(line => line.Feed?.Id == feed.Id, token);
        await ExecuteAsync(command, token);
        if (_reader.State.Prompt is not null)
        {
            await _reader.ChangePromptAsync(text, token);
            await ExecuteAsync(OverlayCommands.Accept, token);
            _printer.Line(command == FeedsCommands.RenameFeed ? "Renamed." : text.Length == 0 ? "Out of all folders." : "Put into folders.");
        }
        if (_reader.State.Question is null)
            await BackFromFeedsAsync(token);
    }

    internal async Task ShowOnlyAsync(string name, CancellationToken token)
    {
        await ReadFeedsAsync(token);
        var isFolder = _feeds.Exists(feed => feed.Tags is [var folder, ..] && folder.Equals(name, StringComparison.OrdinalIgnoreCase));
        var feed = isFolder ? null : await FeedOfAsync(name, token);
        await SelectAsync(line => isFolder
            ? line.Feed is null && line.Folder.Equals(name, StringComparison.OrdinalIgnoreCase)
            : line.Feed?.Id == feed!.Id, token);
        await ExecuteAsync(FeedsCommands.ShowOnlyFeed, token);
        await ShowAnewAsync(token);
    }

    internal async Task RefreshAsync(string name, CancellationToken token)
    {
        if (_parts.Refresher is null)
            throw Wrong("Offline: nothing is fetched.");
        await EndRefreshAsync();
        var feed = name.Length == 0 ? null : await FeedOfAsync(name, token);
        _printer.Line("Fetching...");
        var request = new RefreshRequest { FeedIds = feed is null ? null : [feed.Id], Force = true };
        var summary = await _parts.Refresher.RefreshAsync(request, new RefreshLines(_printer, _parts.Clock), token);
        foreach (var error in summary.Errors.Take(summary.Feeds > 1 && summary.Failed == summary.Feeds ? 0 : summary.Errors.Count))
            _printer.Fail($"{error.FeedTitle}: {error.Message}");
        if (summary.Feeds > 0 && summary.Failed == summary.Feeds && summary.Feeds > 1)
            _printer.Fail("No feed could be fetched. Is there a network? What is kept can be read.");
        else
            _printer.Line(KeyWords.Resolve(RefreshFeeds.WordsOf(summary), static name => name));
        await _reader.NoticeChangesAsync(token);
    }

    /// <summary>Feeds that are due are fetched behind the conversation, and told of before the next prompt.</summary>
    private async Task TellBackgroundAsync(CancellationToken token)
    {
        if (_isRefreshDue && _refresh is null && _options.IsInteractive && _parts.Refresher is { } refresher)
            _refresh = BeginRefresh(refresher);
        _isRefreshDue = false;
        if (_refresh is { IsCompleted: true })
        {
            await TryAsync(_ => EndRefreshAsync(), token);
            await _reader.NoticeChangesAsync(token);
        }
        var arrivals = _reader.FrontPage.State.Arrivals;
        if (arrivals > 0 && arrivals != _arrivalsTold)
            _printer.Line(string.Create(CultureInfo.InvariantCulture, $"{arrivals} new; arrivals brings them into the list."));
        _arrivalsTold = arrivals;
    }

    private Task<RefreshSummary> BeginRefresh(IRefresher refresher)
    {
        _endRefresh?.Dispose();
        var token = (_endRefresh = new CancellationTokenSource()).Token;
        return Task.Run(() => refresher.RefreshAsync(new RefreshRequest(), null, token), CancellationToken.None);
    }

    private async Task EndRefreshAsync()
    {
        if (_refresh is not { } refresh)
            return;
        _refresh = null;
        await _endRefresh!.CancelAsync();   // What was fetched until now is kept.
        await refresh;
    }

    private async Task ReadFeedsAsync(CancellationToken token)
    {
        await _reader.ExecuteAsync(FeedsCommands.ShowFeeds, token);
        _feeds = [.. _reader.Feeds.State.Lines.Select(line => line.Feed).OfType<Feed>()];
    }

    private async Task BackFromFeedsAsync(CancellationToken token)
    {
        while (_reader.State.Screen == KeyScope.Feeds)
            await _reader.ExecuteAsync(MovingCommands.Back, token);
    }

    private async Task SelectAsync(Func<FeedLine, bool> isIt, CancellationToken token)
    {
        await _reader.ExecuteAsync(FeedsCommands.ShowFeeds, token);
        var lines = _reader.Feeds.State.Lines;
        for (var at = 0; at < lines.Count; at++)
        {
            if (isIt(lines[at]))
                _reader.Feeds.Select(at);
        }
    }

    /// <summary>A feed by the number it had when the feeds were listed last, else by address or a part of its title.</summary>
    private async Task<Feed> FeedOfAsync(string name, CancellationToken token)
    {
        if (name.Length == 0)
            throw Wrong("Which feed? Give its number in the feeds, or a word of its title.");
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await _parts.Feeds.ResolveAsync(name, token);
        if (_feeds.Count == 0)
        {
            await ReadFeedsAsync(token);
            await BackFromFeedsAsync(token);
        }
        return number >= 1 && number <= _feeds.Count
            ? _feeds[number - 1]
            : throw Wrong($"There is no feed {number}; feeds lists them.");
    }

    private string LineOf(int number, Feed feed)
    {
        IEnumerable<string?> parts =
        [
            feed.Title,
            string.Create(CultureInfo.InvariantCulture, $"{feed.UnreadCount} unread of {feed.StoryCount}"),
            feed.Tags.Count == 0 ? null : $"in {string.Join(", ", feed.Tags)}",
            feed.FeedUrl,
            FeedTrouble.PauseOf(feed, Now, _parts.Clock.LocalTimeZone),
            feed.Error is null ? null : $"failing: {feed.Error}",
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{number}. {string.Join("; ", parts.OfType<string>())}");
    }
}
