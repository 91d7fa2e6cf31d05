using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Lists;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Session;

// How a view drives it:
//   1. Construct it on the thread that draws, Resize(columns, rows), then StartAsync once.
//   2. Every key goes to PressAsync. While a text is typed (State.Prompt or State.IsWriting) ask Wants(key) first: a key it
//      wants goes to PressAsync, all others to the text field, which then calls ChangePromptAsync or CommentBox.Change.
//   3. After Changed of this or of a part, draw: TitleRow, the areas of State.Layout (FrontPage.Rows and Column, Article.Rows,
//      Feeds.Rows, Help.State.Lines, CommentBox), State.Menu or State.Question.Details over them, StatusRow last.
//   4. RefreshDue: start RefreshDueAsync. Rested: start PrepareAsync. RedrawAsked and SuspendAsked are the terminal's. When another process has written
//      to the database: NoticeChangesAsync. When State.HasLeft: end. When the terminal is lost: KeepDraftsAsync, and end.

/// <summary>The whole reader: screens, prompts, notices, and the one entrance for commands.</summary>
public sealed partial class ReaderViewModel : ViewModel<ReaderState>, IDisposable
{
    private readonly ReaderParts _parts;
    private readonly ShownEdition _edition;
    private readonly StoryLists _lists;
    private readonly UndoHistory _history = new();
    private readonly MarkStories _marks;
    private readonly MuteStories _mutes;
    private readonly SplitCluster _split;
    private readonly WriteComment _comments;
    private readonly FullTexts _texts;
    private readonly KeyReader _keys;
    private readonly SynchronizationContext? _context = SynchronizationContext.Current;
    private readonly ITimer _rest;
    private ITimer? _timer;
    private bool _isRefreshing;
    private RefreshRequest? _askedMeanwhile;

    /// <summary>Puts the reader together.</summary>
    public ReaderViewModel(ReaderParts parts)
        : base(new ReaderState())
    {
        _parts = parts;
        _edition = new ShownEdition(parts.Stories, parts.Comments, parts.Mutes, parts.RunBehind);
        _lists = new StoryLists(_edition, parts.Clock, parts.MustReadRules, parts.Ranking, _edition, parts.Interests);
        _marks = new MarkStories(_edition, _history);
        _mutes = new MuteStories(_edition, parts.Clock, _history, () => _edition.IsSample);
        _split = new SplitCluster(_edition, _history);
        _comments = new WriteComment(_edition, _history, () => _edition.IsSample);
        _texts = new FullTexts(parts.Pages, parts.Articles, parts.Clock, parts.RunBehind);
        _keys = new KeyReader(parts.Keys);
        FrontPage = new FrontPageViewModel(_edition, parts.Feeds, _lists, parts.Clock, parts.RunBehind) { Ascii = parts.Ascii };
        Article = new ArticleViewModel(_edition, _edition, _lists, parts.Clock, parts.RunBehind)
        {
            Ascii = parts.Ascii,
            Keys = parts.Keys,
            WidestText = parts.TextWidth,
            LineSpacing = parts.LineSpacing,
            RecordsEnds = parts.Interests is not null,
            Pictures = parts.Pictures,
            ShowsPictures = parts.ShowsPictures && parts.Pictures is not null,
        };
        CommentBox = new CommentBoxViewModel(_edition, parts.Author);
        Feeds = new FeedsViewModel(parts.Feeds, parts.Clock) { Ascii = parts.Ascii };
        Help = new HelpViewModel(parts.Keys);
        _rest = parts.Clock.CreateTimer(_ => Raise(() => Rested), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Feeds are due: the view starts <see cref="RefreshDueAsync"/>. Raised in the context the reader was made in.</summary>
    public event EventHandler? RefreshDue;

    /// <summary>The selection stands still: the view starts <see cref="PrepareAsync"/>. Raised in the context the reader was made in.</summary>
    public event EventHandler? Rested;

    /// <summary>The screen is to be drawn anew.</summary>
    public event EventHandler? RedrawAsked;

    /// <summary>The program is to be suspended.</summary>
    public event EventHandler? SuspendAsked;

    /// <summary>The lists.</summary>
    public FrontPageViewModel FrontPage { get; }

    /// <summary>The story that is open.</summary>
    public ArticleViewModel Article { get; }

    /// <summary>Where comments are written.</summary>
    public CommentBoxViewModel CommentBox { get; }

    /// <summary>The feeds.</summary>
    public FeedsViewModel Feeds { get; }

    /// <summary>The help.</summary>
    public HelpViewModel Help { get; }

    /// <summary>Where keys go now.</summary>
    public KeyScope Scope =>
        State.Question is not null ? KeyScope.Question
        : State.Prompt is not null ? KeyScope.Prompt
        : State.Menu is not null ? KeyScope.Menu
        : State.IsWriting ? KeyScope.Comment
        : State.Screen switch
        {
            ReaderScreen.FrontPage => KeyScope.List,
            ReaderScreen.Article => KeyScope.Article,
            ReaderScreen.Feeds => KeyScope.Feeds,
            ReaderScreen.Help => KeyScope.Help,
        };

    /// <summary>Shows the first screen. On first use the sample edition, and the starter feeds are subscribed to.</summary>
    /// <param name="storyId">A story to open at once, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StartAsync(long? storyId, CancellationToken cancellationToken) => TryAsync(async token =>
    {
        await ShowSampleWhereEmptyAsync(token);
        // The columns are ranked while the list is drawn and counted.
        var showing = FrontPage.ShowAsync(StoryList.Latest, token);
        await Task.WhenAll(showing, storyId is null ? FillColumnsAsync(token) : Task.CompletedTask);
        if (storyId is { } id && await _edition.FindAsync(id, token) is { } story)
            await OpenAsync(story, token);
        else if (storyId is not null)
            await FillColumnsAsync(token);
        StartTimer();
        AwaitRest();
    }, cancellationToken);

    /// <summary>The terminal has another size; every screen keeps its place.</summary>
    public void Resize(int width, int height)
    {
        State = State with { Width = width, Height = height };
        Arrange();
    }

    /// <summary>Loads the columns beside the list where a wider screen has room for them now.</summary>
    public Task FillColumnsAsync(CancellationToken cancellationToken) =>
        State.IsWide && FrontPage.State is { Popular.Count: 0, MustRead.Count: 0 }
            ? TryAsync(FrontPage.LoadColumnsAsync, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Whether a key means a command here, also while a text is typed.</summary>
    public bool Wants(KeyPress key) => _keys.Wants(key, Scope);

    /// <summary>Takes a key; runs the command that it completes.</summary>
    public Task PressAsync(KeyPress key, CancellationToken cancellationToken)
    {
        var reading = _keys.Read(key, Scope);
        State = State with { KeysBegun = _keys.Begun };
        return reading.Command is { } command ? ExecuteAsync(command, reading.Digit, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Runs a command. What goes wrong is told in the status row.</summary>
    /// <param name="command">The command.</param>
    /// <param name="digit">The digit of <see cref="ReaderCommand.Digit"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ExecuteAsync(ReaderCommand command, int digit, CancellationToken cancellationToken)
    {
        State = State with { Notice = null, IsWarning = false };
        AwaitRest();
        return TryAsync(token => Scope switch
        {
            KeyScope.Question => AnswerAsync(command, token),
            KeyScope.Prompt => InPromptAsync(command, token),
            KeyScope.Menu => InMenuAsync(command, digit, token),
            KeyScope.Comment => InCommentAsync(command, token),
            KeyScope.Article => InArticleAsync(command, digit, token),
            KeyScope.Feeds => InFeedsAsync(command, token),
            KeyScope.Help => InHelpAsync(command, token),
            _ => InListAsync(command, token),
        }, cancellationToken);
    }

    /// <summary>Somebody wrote to the database; this process's own writing has been shown already.</summary>
    public Task NoticeChangesAsync(CancellationToken cancellationToken) => TryAsync(async token =>
    {
        if (await _parts.WasWrittenElsewhere(token))
            await NoticeAsync(token);
    }, cancellationToken);

    /// <summary>Keeps what is being written, the place in the text, and what was opened: the program may end at any moment.</summary>
    public async Task KeepDraftsAsync(CancellationToken cancellationToken)
    {
        await CommentBox.KeepDraftAsync(cancellationToken);
        await Article.SavePlaceAsync(cancellationToken);
        await Article.FinishAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _rest.Dispose();
        _timer?.Dispose();
        FrontPage.Dispose();
        Article.Dispose();
        Feeds.Dispose();
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (NewsException ex)
        {
            Warn(ex.Message);
        }
    }

    private void Tell(string notice) => State = State with { Notice = _parts.Keys.Fill(notice), IsWarning = false };

    private void Warn(string notice) => State = State with { Notice = notice, IsWarning = true };

    private void Push(ReaderScreen screen)
    {
        if (State.Screen != screen)
            State = State with { Screens = [.. State.Screens.Where(other => other != screen), screen] };
        Arrange();
    }

    private void Pop()
    {
        if (State.Screens.Count > 1)
            State = State with { Screens = [.. State.Screens.SkipLast(1)] };
        Arrange();
    }

    /// <summary>Tells every screen how much room it has.</summary>
    private void Arrange()
    {
        var layout = State.Layout;
        FrontPage.Resize(layout.BodyHeight);
        Feeds.Resize(layout.BodyHeight);
        Help.Resize(State.Width, layout.BodyHeight);
        if (layout.ArticleWidth > 0)
            Article.Resize(layout.ArticleWidth, layout.ArticleHeight);
    }
}
