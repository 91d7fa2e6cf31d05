using TermNews.Core.Reader.Composition;

namespace TermNews.Tui.Plain;

/// <summary>The state that the commands of the plain reader share: view models, numbered stories, the open question.</summary>
internal sealed class PlainSession : ReaderModels
{
    private bool _isArticleOpen;

    public PlainSession(ReaderParts parts, PlainOptions options, PlainPrinter printer)
        : base(parts)
    {
        (Options, Printer) = (options, printer);
        Pager = new PlainPager(printer, () => PageLines);
    }

    public PlainOptions Options { get; }

    public PlainPrinter Printer { get; }

    public PlainPager Pager { get; }

    /// <summary>The stories that have numbers.</summary>
    public PlainList List { get; } = new();

    public DateTimeOffset Now => Parts.Clock.GetUtcNow();

    /// <summary>"next" goes on in a list, not in a text.</summary>
    public bool IsInList { get; set; } = true;

    /// <summary>The numbers are those of the front page's list, not of related stories or sources.</summary>
    public bool ShowsFrontPage { get; set; } = true;

    /// <summary>The list on the front page has other stories now: its numbers begin anew when it is shown next.</summary>
    public bool IsListStale { get; set; }

    /// <summary>The program ends.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Lines on a page as the reader set them; null for the terminal's.</summary>
    public int? PageRows { get; set; }

    /// <summary>The open question and its action; null for none.</summary>
    public (Confirmation Words, Func<CancellationToken, Task> YesAsync)? Question { get; private set; }

    /// <summary>The story whose text is open, or null.</summary>
    public Story? OpenStory => _isArticleOpen ? Article.State.Story : null;

    private int PageLines => PageRows ?? (Options.IsInteractive ? Math.Max(5, Options.Size().Rows - 2) : int.MaxValue);

    /// <summary>A sentence with the plain commands in place of keys.</summary>
    public static string Fill(string words) => KeyTemplates.Resolve(words, PlainCommands.WordFor);

    /// <summary>Writes the sentence of an outcome, if it has one.</summary>
    public void Tell(Outcome outcome)
    {
        if (outcome.Words.Length == 0)
            return;
        if (outcome.IsWarning)
            Printer.Fail(Fill(outcome.Words));
        else
            Printer.Line(Fill(outcome.Words));
    }

    /// <summary>Writes the sentence of an outcome, and shows its changes in list and article.</summary>
    public async Task ApplyAsync(Outcome outcome, CancellationToken token)
    {
        await Article.ApplyAsync(outcome, token);
        await FrontPage.ApplyAsync(outcome, token);
        Tell(outcome);
    }

    /// <summary>Asks before the next command.</summary>
    public void Ask(Confirmation question, Func<CancellationToken, Task> yesAsync) => Question = (question, yesAsync);

    /// <summary>Closes the question. Gives its action.</summary>
    public Func<CancellationToken, Task> TakeQuestion()
    {
        var yesAsync = Question!.Value.YesAsync;
        Question = null;
        return yesAsync;
    }

    /// <summary>Runs an action; a failure is written.</summary>
    public async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken token)
    {
        try
        {
            await work(token);
        }
        catch (NewsException ex)
        {
            Printer.Fail(ex.Message);
        }
#pragma warning disable CA1031 // A failed command is never the end of the reader, whatever failed; but a broken pipe is.
        catch (Exception ex) when (ex is not (OperationCanceledException or IOException))
#pragma warning restore CA1031
        {
            Printer.Fail(Defects.Sentence(ex));
        }
    }

    /// <summary>A text is open now.</summary>
    public void EnterArticle() => _isArticleOpen = true;

    /// <summary>Closes the text that is open; its place is kept.</summary>
    public void ToFrontPage()
    {
        if (_isArticleOpen)
            Article.SavePlace();
        (_isArticleOpen, IsInList) = (false, true);
    }

    /// <summary>The sample edition goes as soon as there are stories of the reader's own and another list is asked for.</summary>
    public void LeaveSample()
    {
        if (!Edition.IsSample || FrontPage.State.Arrivals == 0)
            return;
        Edition.ShowOwn();
        _isArticleOpen = false;
    }

    /// <summary>Counts new stories; while a sample is shown, the reader's own stories.</summary>
    public async Task NoticeAsync(CancellationToken token)
    {
        var arrivals = FrontPage.State.Arrivals;
        if (Edition.IsSample)
            FrontPage.SetArrivals(await Edition.CountOwnAsync(token));
        else
            await FrontPage.NoticeChangesAsync(token);
        if (FrontPage.State.Arrivals != arrivals)
            Article.ForgetPrepared();
    }

    /// <summary>The stories with these numbers; without numbers the open one.</summary>
    public IReadOnlyList<Story> StoriesOf(string numbers)
    {
        var words = numbers.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [StoryOf("")] : [.. words.Select(StoryOf)];
    }

    /// <summary>The story with this number; without a number the open one.</summary>
    public Story StoryOf(string number)
    {
        if (number.Length > 0)
        {
            return PlainWords.Number(number) is { } place && List.Numbered(place) is { } named
                ? named
                : throw PlainWords.Wrong($"There is no story {number} here; the numbers go from 1 to {List.Count}.");
        }
        return OpenStory ?? throw PlainWords.Wrong("Which story? Give its number, or open it first.");
    }

    /// <summary>A story as it is now; as it was where it is no longer there.</summary>
    public async Task<Story> NowAsync(Story story, CancellationToken token) => await Edition.Stories.FindAsync(story.Id, token) ?? story;

    /// <summary>A story as it is now.</summary>
    /// <exception cref="NewsException">It is no longer there.</exception>
    public async Task<Story> KeptAsync(Story story, CancellationToken token) =>
        await Edition.Stories.FindAsync(story.Id, token) ?? throw PlainWords.Wrong("This story is no longer there.");
}
