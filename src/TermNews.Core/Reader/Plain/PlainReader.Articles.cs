using System.Globalization;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    private const int Unwrapped = 10_000;

    private IReadOnlyList<string> _articleLines = [];

    private Story? OpenStory => _reader.State.Screens.Contains(KeyScope.Article) ? _reader.Article.State.Story : null;

    /// <summary>Columns of an article: the terminal's, those asked for, or so many that no paragraph is broken; none are broken in a pipe.</summary>
    private int TextColumns => _wrap ?? (_options.IsInteractive ? Math.Max(20, _options.Size().Columns - 1) : Unwrapped);

    internal async Task OpenAsync(string number, CancellationToken token)
    {
        if (number.Length == 0)
            throw Wrong("Which story? Give its number: open NUMBER");
        await _reader.OpenStoryAsync(StoryOf(number).Id, token);
        TellNotice();
        await ShowArticle();
    }

    internal async Task OpenUnreadAsync(int step, CancellationToken token)
    {
        var at = OpenStory is { } open ? PlaceOf(open.Id) : step > 0 ? _list.Start - 1 : _list.Start;
        for (at += step; at >= 0; at += step)
        {
            if (at >= _list.Count && (!_showsFrontPage || !await LoadMoreAsync(token)))
                break;
            if ((await NowAsync(_list.At(at), token)).Status is { IsRead: true } or { IsHidden: true })
                continue;
            await OpenAsync((at + 1).ToString(CultureInfo.InvariantCulture), token);
            return;
        }
        _printer.Line(step > 0 ? "No more unread stories below." : "No unread stories above.");
    }

    internal Task ShowArticle()
    {
        if (OpenStory is null)
            throw Wrong("No story is open; its number opens one.");
        _isInList = false;
        _pager.Show(_articleLines = ArticleLines());
        return Task.CompletedTask;
    }

    /// <summary>Goes on in the text; who comes to the end of a story in this way has read it.</summary>
    private void ReadOn()
    {
        _pager.Next();
        if (_pager.IsAtEnd && _pager.Shows(_articleLines))
            _reader.Article.ReachEnd();
    }

    internal async Task ToggleFullTextAsync(CancellationToken token)
    {
        if (OpenStory is null)
            throw Wrong("No story is open; its number opens one.");
        var wasFull = _reader.Article.State.IsFull;
        await ExecuteAsync(ArticleCommands.FullText, token);
        if (_reader.Article.State.IsFull != wasFull)
            await ShowArticle();
    }

    internal async Task FetchAgainAsync(CancellationToken token)
    {
        if (OpenStory is null)
            throw Wrong("No story is open; its number opens one.");
        var before = _reader.Article.State.Document;
        await ExecuteAsync(ArticleCommands.FetchAgain, token);
        if (_reader.Article.State.Document != before)
            await ShowArticle();
    }

    internal Task Find(string words)
    {
        if (words.Length == 0)
            throw Wrong("Say what to find: find WORDS");
        if (_isInList)
            throw Wrong("No text is open. filter and search look for stories.");
        if (!_pager.Find(words))
            _printer.Line($"'{words}' is not in the text.");
        return Task.CompletedTask;
    }

    internal Task ShowLinks()
    {
        var links = Links();
        if (links.Count == 0)
            _printer.Line("This story has no links.");
        for (var at = 0; at < links.Count; at++)
            _printer.Line(string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] {links[at]}"));
        return Task.CompletedTask;
    }

    internal async Task FollowLinkAsync(string rest, CancellationToken token)
    {
        var (number, how) = Split(rest);
        var links = Links();
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place < 1 || place > links.Count)
            throw Wrong(links.Count == 0 ? "This story has no links." : $"Give the number of a link, from 1 to {links.Count}.");
        var url = links[place - 1];
        if (how == "show")
        {
            _printer.Line(url);
            return;
        }
        if (how is not ("" or "open" or "copy"))
            throw Wrong($"A link can be opened, copied or shown: link {number} open, copy or show.");
        await (how == "copy" ? _reader.CopyTextAsync(url, token) : _reader.BrowseToAsync(url, token));
        TellNotice();
    }

    internal async Task ShowRelatedAsync(CancellationToken token)
    {
        if (OpenStory is null)
            throw Wrong("No story is open; its number opens one.");
        var article = _reader.Article.State;
        (string Heading, IReadOnlyList<StoryLine> Lines)[] parts =
            [("You may also like", article.Related), ("Popular now", article.Popular), ("Must-reads", article.MustRead)];
        _list.Replace(parts.SelectMany(part => part.Lines));
        (_isInList, _showsFrontPage) = (true, false);
        foreach (var (heading, lines) in parts.Where(part => part.Lines.Count > 0))
        {
            _printer.Line($"{heading}:");
            foreach (var line in lines)
                _printer.Line(PlainStory.LineOf(PlaceOf(line.Story.Id) + 1, await NowAsync(line.Story, token), Now));
        }
        (_list.Start, _list.End) = (0, _list.Count);
        _printer.Line(_list.Count == 0 ? "There are none." : "(A number opens one; list goes back to the list.)");
    }

    internal Task SetWrap(string columns)
    {
        _wrap = Setting(columns, 20) is var set && columns == "off" ? Unwrapped : set;
        var words = _wrap switch
        {
            Unwrapped => "Lines are not broken.",
            null => "Lines are broken at the edge of the terminal.",
            var at => string.Create(CultureInfo.InvariantCulture, $"Lines are broken at column {at}."),
        };
        _printer.Line(words);
        return Task.CompletedTask;
    }

    internal Task SetPage(string lines)
    {
        _pageRows = Setting(lines, 1) is var set && lines == "off" ? int.MaxValue / 2 : set;
        _printer.Line(lines == "off" ? "Everything is written at once." : _pageRows is { } rows
            ? $"A page has {Plural.Of(rows, "line")}." : "A page is as long as the terminal.");
        return Task.CompletedTask;
    }

    private static int? Setting(string typed, int least)
    {
        if (typed is "" or "on" or "off")
            return null;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number < Unwrapped
            ? number
            : throw Wrong($"Give a number from {least} on, on or off.");
    }

    private int PlaceOf(long storyId)
    {
        for (var place = 0; place < _list.Count; place++)
        {
            if (_list.At(place).Id == storyId)
                return place;
        }
        return -1;
    }

    private List<string> ArticleLines()
    {
        var article = _reader.Article.State;
        var page = Composed();
        List<string> lines = [.. page.Lines.Take(page.CommentsLine).Select(line => line.ToString().TrimEnd())];
        if (article.Story is { Link: { } link } story)
            lines.InsertRange(HeadEnd(lines), [link, $"This story is {PlainStory.StatusOf(story, Now)}."]);
        lines.AddRange(CommentLines(article.Comments));
        var more = article.Related.Count + article.Popular.Count + article.MustRead.Count;
        if (more > 0)
            lines.Add($"({Plural.Of(more, "story", "stories")} more to read: related lists them.)");
        lines.Add("End of the story.");
        return lines;
    }

    private static int HeadEnd(List<string> lines) => Math.Max(0, lines.IndexOf(""));

    private ComposedArticle Composed() => ArticleComposer.Compose(
        _reader.Article.State, TextColumns, new LineOptions(Now) { Ascii = _parts.Ascii }, _parts.Clock.LocalTimeZone, _parts.Keys, 0, null);

    private IReadOnlyList<string> Links() => OpenStory is null
        ? throw Wrong("No story is open; its number opens one.")
        : [.. Composed().Targets.Where(target => target.Kind == ArticleTargetKind.Link).Select(target => target.Url!)];
}
