using TermNews.Core.Articles.Writing;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Article;

/// <summary>The text of an article: full or the feed's, with pictures, in another width, searched, or given to a program or file.</summary>
internal sealed class ArticleTexts(
    ReaderSession session, ArticleViewModel article, FrontPageViewModel list, OpenText opening)
{
    /// <summary>Unread stories at the top of the list whose full text is fetched beforehand; 0 for none.</summary>
    public int FetchAhead { get; init; }

    /// <summary>Gives articles to programs and files; null where there is none.</summary>
    public IArticleOutlet? Outlet { get; init; }

    /// <summary>Shows the full text of the page, or the feed's text again.</summary>
    public async Task ToggleFullTextAsync(CancellationToken cancellationToken)
    {
        if (article.State is { IsFull: false, Story.Link: null })
            session.Tell(OpenText.NoPage);
        else if (article.State.IsFull)
            article.ShowFeedText();
        else
            await ShowFullTextAsync(cancellationToken);
    }

    /// <summary>Shows the full text of the page.</summary>
    public async Task ShowFullTextAsync(CancellationToken cancellationToken)
    {
        TellFetching();
        await article.ShowFullTextAsync(opening.Texts, cancellationToken);
        session.Tell(OpenText.IsShown);
    }

    /// <summary>Fetches again: the page where its text is shown, else the story's feed.</summary>
    public async Task FetchAgainAsync(CancellationToken cancellationToken)
    {
        if (article.State.IsFull)
        {
            TellFetching();
            await article.FetchFullTextAgainAsync(opening.Texts, cancellationToken);
            session.Tell(OpenText.IsFetchedAgain);
        }
        else if (article.State.Story is { } story)
        {
            var request = new RefreshRequest { FeedIds = [story.Feed.Id], Force = true };
            await session.Room<Refreshing>().RefreshByHandAsync(request, cancellationToken);
        }
    }

    /// <summary>Fetches the full texts of the first unread stories behind the screen.</summary>
    public Task FetchAheadAsync(CancellationToken cancellationToken) => session.State.IsSample || FetchAhead == 0
        ? Task.CompletedTask
        : opening.FetchAheadAsync(list.State.Stories, FetchAhead, cancellationToken);

    /// <summary>Shows the pictures of the text, or captions only.</summary>
    public async Task TogglePicturesAsync(CancellationToken cancellationToken)
    {
        if (article.Pictures is null)
        {
            session.Tell("This terminal cannot show pictures; {key:browser} opens the page in the browser.");
            return;
        }
        if (article.ShowsPictures)
        {
            article.HidePictures();
            session.Tell("Captions only.");
            return;
        }
        session.Tell(HasPictures ? "Fetching the pictures…" : "This text has no pictures.");
        if (await article.ShowPicturesAsync(cancellationToken) is { } fault)
            session.Warn(fault);
        else if (HasPictures)
            session.Tell("{key:pictures} takes the pictures away.");
    }

    /// <summary>Gives the text another width.</summary>
    public void ChangeWidth()
    {
        var columns = article.ChangeWidth();
        session.Tell(string.Create(CultureInfo.InvariantCulture,
            $"The text has {columns} columns; `width` under [reader] in the configuration keeps that."));
    }

    /// <summary>Gives the lines more or less room.</summary>
    public void ChangeSpacing() => session.Tell(article.ChangeSpacing() == 0
        ? "The lines stand close together."
        : "A line stands empty after each; `line_spacing` under [articles] in the configuration keeps that.");

    /// <summary>Asks for what to search for in the text; the search works while it is typed.</summary>
    public void AskForSearch() => session.Prompt.Show(new ReaderPrompt("Search in the text: ", article.State.Search, TellMatches)
    {
        ChangeAsync = (text, _) =>
        {
            article.SearchText(text);
            return Task.CompletedTask;
        },
        CancelAsync = _ =>
        {
            article.Deselect();
            return Task.CompletedTask;
        },
    });

    /// <summary>Shows the headings of the text, to choose one and go there.</summary>
    public void ShowOutline()
    {
        var headings = article.State.Page.Headings;
        if (headings.Count == 0)
        {
            session.Tell("The text has no headings.");
            return;
        }
        var here = headings.Index().LastOrDefault(heading => heading.Item.Line <= article.State.Top).Index;
        var least = headings.Min(static heading => heading.Level);
        ReaderMenuItem[] items = [.. headings.Select(heading => new ReaderMenuItem(
            new string(' ', 2 * (heading.Level - least)) + heading.Text,
            _ =>
            {
                article.ScrollTo(heading.Line);
                return Task.CompletedTask;
            }))];
        session.ShowMenu("Outline", items, here);
    }

    /// <summary>Asks for a program that takes the article; <c>md: program</c> gives it as Markdown, and so for html and json.</summary>
    public void AskForProgram() => AskForOutlet("Pipe to (md: program for Markdown): ", (outlet, typed, token) =>
    {
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        var isNamed = colon > 0 && ArticleFile.Formats.Contains(typed[..colon]);
        var (format, command) = isNamed ? (typed[..colon], typed[(colon + 1)..].Trim()) : ("text", typed);
        return GiveAsync(command, format, text => outlet.PipeAsync(command, text, token));
    });

    /// <summary>Asks for a file to write the article into; the ending of its name sets the format.</summary>
    public void AskForFile() => AskForOutlet("Write to (.txt .md .html .json): ", (outlet, path, token) =>
        GiveAsync(path, path.Length == 0 ? "" : ArticleFile.FormatOf(path), text => outlet.WriteAsync(path, text, token)));

    private bool HasPictures => ArticlePictures.Of(article.State.Document).Count > 0;

    private void TellFetching()
    {
        if (opening.Texts.HasNetwork)
            session.Tell(OpenText.Fetching);
    }

    private Task TellMatches(string text, CancellationToken cancellationToken)
    {
        if (text.Length > 0 && article.SearchText(text) == 0)
            session.Tell($"'{text}' is not in the text.");
        return Task.CompletedTask;
    }

    private void AskForOutlet(string label, Func<IArticleOutlet, string, CancellationToken, Task> giveAsync)
    {
        if (Outlet is { } outlet && article.State is { Story: not null, Document: not null })
            session.Prompt.Show(new ReaderPrompt(label, "", (typed, token) => giveAsync(outlet, typed, token)));
        else
            session.Tell("There is no text to give away.");
    }

    private async Task GiveAsync(string where, string format, Func<string, Task<string>> giveAsync)
    {
        if (where.Length > 0 && article.State is { Story: { } story, Document: { } document })
            session.Tell(await giveAsync(ArticleFile.Write(story, document, format)));
    }
}
