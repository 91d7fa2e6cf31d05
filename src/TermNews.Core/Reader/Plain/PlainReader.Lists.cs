using System.Globalization;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    private const int PipedStories = 20;

    /// <summary>Stories on a page: half the rows of a terminal, as a headline may take two.</summary>
    private int PageStories => _pageRows ?? (_options.IsInteractive ? Math.Clamp(_options.Size().Rows / 2, 3, PipedStories) : PipedStories);

    internal async Task ShowListAsync(ReaderCommand command, CancellationToken token)
    {
        await ToFrontPageAsync(token);
        await ExecuteAsync(command, token);
        await ShowAnewAsync(token);
    }

    internal async Task ShowListAgainAsync(CancellationToken token)
    {
        await ToFrontPageAsync(token);
        if (_showsFrontPage && !_isListStale)
            await ShowPageAsync(_list.Start, token);
        else
            await ShowAnewAsync(token);
    }

    internal async Task NextAsync(CancellationToken token)
    {
        if (!_isInList)
            ReadOn();
        else
            await ShowPageAsync(_list.End, token);
    }

    internal async Task PreviousAsync(CancellationToken token)
    {
        if (!_isInList)
            _pager.Previous();
        else if (_list.Start == 0)
            _printer.Line("This is the beginning.");
        else
            await ShowPageAsync(Math.Max(0, _list.Start - PageStories), token);
    }

    internal async Task SearchAsync(string words, CancellationToken token)
    {
        if (words.Length == 0)
            throw Wrong("Say what to search for: search WORDS");
        await ToFrontPageAsync(token);
        await ExecuteAsync(FrontPageCommands.SearchEverything, token);
        await _reader.ChangePromptAsync(words, token);
        await ExecuteAsync(OverlayCommands.Accept, token);
        await ShowAnewAsync(token);
    }

    internal async Task FilterAsync(string words, CancellationToken token)
    {
        await ToFrontPageAsync(token);
        await _reader.FrontPage.FilterAsync(words, token);
        await ShowAnewAsync(token);
    }

    internal async Task ShowAllAsync(CancellationToken token)
    {
        await ToFrontPageAsync(token);
        await _reader.FrontPage.ShowOnlyAsync(null, null, token);
        await ShowAnewAsync(token);
    }

    internal async Task LeaveAsync(CancellationToken token)
    {
        if (!_isInList || !_showsFrontPage)
        {
            await ShowListAgainAsync(token);
            return;
        }
        await ExecuteAsync(MovingCommands.Leave, token);
        if (!_reader.State.HasLeft)
            await ShowAnewAsync(token);
    }

    internal async Task MarkAsync(StatusChange change, string numbers, CancellationToken token)
    {
        foreach (var story in StoriesOf(numbers))
        {
            await _reader.MarkStoryAsync(story.Id, change, token);
            TellNotice();
        }
    }

    internal async Task MarkAllReadAsync(CancellationToken token)
    {
        await ToFrontPageAsync(token);
        await ExecuteAsync(FrontPageCommands.MarkListRead, token);
    }

    internal async Task OnStoryAsync(ReaderCommand command, string number, CancellationToken token)
    {
        await _reader.ExecuteOnStoryAsync(command, StoryOf(number).Id, token);
        TellNotice();
    }

    internal async Task SplitAsync(string number, CancellationToken token)
    {
        await _reader.SplitStoryAsync(StoryOf(number).Id, token);
        TellNotice();
    }

    internal async Task ShowSourcesAsync(string number, CancellationToken token)
    {
        var sources = await _reader.SourcesOfAsync(StoryOf(number), token);
        if (sources.Count < 2)
        {
            _printer.Line("No other feed reports this.");
            return;
        }
        _list.Replace(sources);
        (_isInList, _showsFrontPage) = (true, false);
        foreach (var source in sources)
            _printer.Line(PlainStory.LineOf(PlaceOf(source.Id) + 1, source, Now));
        (_list.Start, _list.End) = (0, _list.Count);
        _printer.Line("(A number opens one; list goes back to the list.)");
    }

    internal async Task ShowWhyAsync(string rest, CancellationToken token)
    {
        const string numbers = "numbers";
        var withNumbers = rest.EndsWith(numbers, StringComparison.OrdinalIgnoreCase);
        var number = withNumbers ? rest[..^numbers.Length].Trim() : rest;
        await _reader.ExecuteOnStoryAsync(StoryCommands.ShowWhy, StoryOf(number).Id, token);
        TellNotice();
        if (withNumbers && _reader.State.Menu?.AgainAsync is { } againAsync)
            await againAsync(token);
        if (_reader.State.Menu is not { } why)
            return;
        _printer.Line($"{why.Title}:");
        foreach (var item in why.Items)
            _printer.Line(item.Text);
        await _reader.ExecuteAsync(MovingCommands.Cancel, token);
    }

    internal Task ShowAddressAsync(string number, CancellationToken token)
    {
        _printer.Line(StoryOf(number).Link ?? "This story has no link.");
        return Task.CompletedTask;
    }

    internal async Task MailAsync(string number, CancellationToken token)
    {
        await _reader.MailAsync(StoryOf(number), token);
        TellNotice();
    }

    /// <summary>Screens that lie over the lists go.</summary>
    private async Task ToFrontPageAsync(CancellationToken token)
    {
        while (_reader.State.Screens.Count > 1)
            await _reader.ExecuteAsync(MovingCommands.Back, token);
        _isInList = true;
    }

    /// <summary>The front page's list was loaded anew: numbers begin at 1.</summary>
    private async Task ShowAnewAsync(CancellationToken token)
    {
        (_isInList, _showsFrontPage, _isListStale) = (true, true, false);
        _arrivalsTold = _reader.FrontPage.State.Arrivals;
        _list.Replace(_reader.FrontPage.State.Lines);
        await ShowPageAsync(0, token);
    }

    private async Task ShowPageAsync(int start, CancellationToken token)
    {
        var end = start + PageStories;
        while (_showsFrontPage && _list.Count <= end && !_reader.FrontPage.State.IsComplete && await LoadMoreAsync(token))
        {
        }
        if (start > 0 && start >= _list.Count)
        {
            _printer.Line(EmptyList.EndOf(_reader.FrontPage.State) is { } words && _showsFrontPage ? words : "This is the end of the list.");
            return;
        }
        (_list.Start, _list.End) = (start, Math.Min(end, _list.Count));
        if (start == 0)
            WriteHeading();
        for (var place = _list.Start; place < _list.End; place++)
            _printer.Line(PlainStory.LineOf(place + 1, await NowAsync(_list.At(place), token), Now));
        if (_list.End < _list.Count)
            _printer.Line("(More stories; Enter goes on, a number opens one.)");
    }

    private async Task<bool> LoadMoreAsync(CancellationToken token)
    {
        var before = _list.Count;
        await _reader.FrontPage.SelectAsync(_reader.FrontPage.State.Lines.Count - 1, token);
        _list.Add(_reader.FrontPage.State.Lines);
        return _list.Count > before;
    }

    private async Task<Story> NowAsync(Story story, CancellationToken token) => await _reader.FindStoryAsync(story.Id, token) ?? story;

    private void WriteHeading()
    {
        if (!_showsFrontPage)
            return;
        var state = _reader.FrontPage.State;
        if (state.Error is { } error)
            _printer.Fail(error);
        var name = state.Search is { } search ? $"Search for {search}" : state.ShowsMuted ? "Muted" : ListCommands.NameOf(state.List);
        var only = state.OnlyFeed?.Title ?? state.OnlyTag;
        var count = state.Search is null
            ? _reader.FrontPage.CountWords
            : string.Create(CultureInfo.InvariantCulture, $"{state.Lines.Count} found");
        var filter = state.Filter.Length == 0 ? "" : $", filtered by {state.Filter}";
        _printer.Line($"{name}{(only is null ? "" : $" of {only}")}{filter}: {count}");
        if (_list.Count == 0 && state.Error is null)
        {
            foreach (var words in EmptyList.WordsFor(state))
                _printer.Line(words);
        }
    }

    private IReadOnlyList<Story> StoriesOf(string numbers)
    {
        var words = numbers.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [StoryOf("")] : [.. words.Select(StoryOf)];
    }

    /// <summary>The story with a number, or the open one where there is no number.</summary>
    private Story StoryOf(string number)
    {
        if (number.Length > 0)
        {
            return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && _list.Numbered(place) is { } named
                ? named
                : throw Wrong($"There is no story {number} here; the numbers go from 1 to {_list.Count}.");
        }
        return OpenStory ?? throw Wrong("Which story? Give its number, or open it first.");
    }
}
