using TermNews.Core.Reader;
using TermNews.Core.Reader.Article;

namespace TermNews.Tui.Plain;

/// <summary>Texts of stories, in pages.</summary>
internal sealed class PlainArticles(PlainSession session, PlainLists lists, PlainRefresh refresh)
{
    private const int Unwrapped = 10_000;   // Columns; wider than any paragraph that a person wrote.
    private const int NarrowestText = 20;

    private IReadOnlyList<string> _lines = [];
    private int? _wrap;

    private ArticleViewModel Article => session.Article;

    private PlainPrinter Printer => session.Printer;

    /// <summary>Columns of an article: those asked for, else the terminal's; in a pipe so many that no paragraph is broken.</summary>
    private int TextColumns =>
        _wrap ?? (session.Options.IsInteractive ? Math.Max(NarrowestText, session.Options.Size().Columns - 1) : Unwrapped);

    /// <summary>Opens the story with a number and writes its text.</summary>
    public async Task OpenAsync(string number, CancellationToken token)
    {
        if (number.Length == 0)
            throw PlainWords.Wrong("Which story? Give its number: open NUMBER");
        await OpenAsync(session.StoryOf(number), token);
        await Show();
    }

    /// <summary>Opens a story.</summary>
    public async Task OpenAsync(Story story, CancellationToken token)
    {
        var kept = await session.KeptAsync(story, token);
        session.EnterArticle();
        session.FrontPage.ShowOpened(kept);
        await Article.OpenAsync(kept, kept, viewed => session.FrontPage.ReReadAsync(kept.Id, viewed), token);
        if (Article.State.Error is not null)
            await session.FrontPage.ReReadAsync(kept.Id, token);   // The view could not be counted.
        if (!session.Edition.IsSample && session.Texts.IsAlwaysFull(kept) && Article.State.Story?.Id == kept.Id)
            await session.TryAsync(ShowFullTextAsync, token);
    }

    /// <summary>Opens the next unread story, or the one before.</summary>
    public async Task OpenUnreadAsync(int step, CancellationToken token)
    {
        if (await lists.FindUnreadAsync(step, token) is { } at)
            await OpenAsync((at + 1).ToString(CultureInfo.InvariantCulture), token);
        else
            Printer.Line(step > 0 ? "No more unread stories below." : "No unread stories above.");
    }

    /// <summary>Writes the open text from its beginning.</summary>
    public Task Show()
    {
        EnsureOpen();
        session.IsInList = false;
        session.Pager.Show(_lines = Lines());
        return Task.CompletedTask;
    }

    /// <summary>Goes on in the text; a story that is paged to its end was read.</summary>
    public void ReadOn()
    {
        session.Pager.Next();
        if (session.Pager.IsAtEnd && session.Pager.Shows(_lines))
            Article.ReachEnd();
    }

    /// <summary>Shows the full text of the page, or the feed's again.</summary>
    public async Task ToggleFullTextAsync(CancellationToken token)
    {
        EnsureOpen();
        var wasFull = Article.State.IsFull;
        if (wasFull)
            Article.ShowFeedText();
        else if (Article.State.Story is { Link: null })
            Printer.Line(OpenText.NoPage);
        else
            await ShowFullTextAsync(token);
        if (Article.State.IsFull != wasFull)
            await Show();
    }

    /// <summary>Fetches the page of the full text again, or else the feed of the open story.</summary>
    public async Task FetchAgainAsync(CancellationToken token)
    {
        EnsureOpen();
        if (!Article.State.IsFull)
        {
            await RefreshFeedAsync(token);
            return;
        }
        await Article.FetchFullTextAgainAsync(session.Texts.Texts, token);
        Printer.Line(OpenText.IsFetchedAgain);
        await Show();
    }

    /// <summary>Goes on where the text has the words.</summary>
    public Task Find(string words)
    {
        if (words.Length == 0)
            throw PlainWords.Wrong("Say what to find: find WORDS");
        if (session.IsInList)
            throw PlainWords.Wrong("No text is open. filter and search look for stories.");
        if (!session.Pager.Find(words))
            Printer.Line($"'{words}' is not in the text.");
        return Task.CompletedTask;
    }

    /// <summary>Sets where long lines are broken.</summary>
    public Task SetWrap(string columns)
    {
        _wrap = Setting(columns, NarrowestText) is var set && columns == "off" ? Unwrapped : set;
        Printer.Line(_wrap switch
        {
            Unwrapped => "Lines are not broken.",
            null => "Lines are broken at the edge of the terminal.",
            var at => string.Create(CultureInfo.InvariantCulture, $"Lines are broken at column {at}."),
        });
        return Task.CompletedTask;
    }

    /// <summary>Sets the length of a page.</summary>
    public Task SetPage(string lines)
    {
        session.PageRows = Setting(lines, 1) is var set && lines == "off" ? int.MaxValue / 2 : set;
        Printer.Line(lines == "off" ? "Everything is written at once." : session.PageRows is { } rows
            ? $"A page has {Plural.Of(rows, "line")}." : "A page is as long as the terminal.");
        return Task.CompletedTask;
    }

    private static int? Setting(string typed, int least)
    {
        if (typed is "" or "on" or "off")
            return null;
        return PlainWords.Number(typed) is { } number && number >= least && number < Unwrapped
            ? number
            : throw PlainWords.Wrong($"Give a number from {least} on, on or off.");
    }

    private void EnsureOpen()
    {
        if (session.OpenStory is null)
            throw PlainWords.Wrong(PlainWords.NothingOpen);
    }

    private async Task ShowFullTextAsync(CancellationToken token)
    {
        await Article.ShowFullTextAsync(session.Texts.Texts, token);
        Printer.Line(PlainSession.Fill(OpenText.IsShown));
    }

    private async Task RefreshFeedAsync(CancellationToken token)
    {
        if (!refresh.HasNetwork)
        {
            Printer.Line(RefreshFeeds.Offline);
            return;
        }
        session.Tell(await refresh.RunAsync([Article.State.Story!.Feed.Id], null, token));
        Article.ForgetPrepared();
        await session.NoticeAsync(token);
    }

    private List<string> Lines()
    {
        var article = Article.State;
        var options = new LineOptions(session.Now) { Ascii = session.Parts.Ascii, Fill = PlainSession.Fill };
        var page = ArticleComposer.Compose(article, TextColumns, options, session.Parts.Clock.LocalTimeZone);
        List<string> lines = [.. page.Lines.Take(page.CommentsLine).Select(static line => line.ToString().TrimEnd())];
        if (article.Story is { Link: { } link } story)
            lines.InsertRange(HeadEnd(lines), [link, $"This story is {PlainStory.StatusOf(story, session.Now)}."]);
        lines.AddRange(PlainComments.LinesOf(article.Comments, session.Now));
        var more = article.Related.Count + article.Popular.Count + article.MustRead.Count;
        if (more > 0)
            lines.Add($"({Plural.Stories(more)} more to read: related lists them.)");
        lines.Add("End of the story.");
        return lines;
    }

    private static int HeadEnd(List<string> lines) => Math.Max(0, lines.IndexOf(""));
}
