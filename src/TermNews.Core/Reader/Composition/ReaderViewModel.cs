using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.Composition;

// A view drives it in these steps:
//   1. Construct it on the thread that draws, Resize(columns, rows), then StartAsync once.
//   2. Every key goes to PressAsync. While a text is typed (State.Prompt or State.IsWriting) ask Wants(key) first: a key it
//      wants goes to PressAsync, all others to the text field, which then calls ChangePromptAsync or CommentBox.Change.
//   3. After Changed of this or of a part, draw: TitleRow, the areas of State.Layout (FrontPage.Rows and Columns, Page,
//      CommentBox), State.Menu or State.Question.Details over them, StatusRow last.
//   4. RefreshDue: start RefreshDueAsync. Rested: start PrepareAsync. RedrawAsked and SuspendAsked are for the terminal. When another
//      process has written to the database: NoticeChangesAsync. When a change waits for the
//      database: TellOfWait. When State.HasLeft: end. When the terminal is lost: KeepDraftsAsync, then
//      end.

/// <summary>The whole reader: makes the rooms, connects them, and has what a view needs of them.</summary>
public sealed class ReaderViewModel : ReaderModels
{
    private readonly ReaderSession _session;
    private readonly ReaderTimers _timers;
    private readonly Refreshing _refreshing;
    private readonly Muting _muting;
    private readonly FrontPageScreen _frontPage;
    private readonly ArticleOpening _opening;
    private readonly ArticleTexts _texts;

    /// <summary>Puts the reader together.</summary>
    public ReaderViewModel(ReaderParts parts)
        : base(parts)
    {
        _session = new ReaderSession(parts.Keys);
        _timers = new ReaderTimers(
            parts.Clock, () => RefreshDue?.Invoke(this, EventArgs.Empty), () => Rested?.Invoke(this, EventArgs.Empty));
        Help = new HelpViewModel(parts.Keys);
        _refreshing = _session.Add(new Refreshing(_session, Refreshes));
        _session.Add(new Program(_session, KeepDraftsAsync,
            redraw: () => RedrawAsked?.Invoke(this, EventArgs.Empty), suspend: () => SuspendAsked?.Invoke(this, EventArgs.Empty)));
        var links = _session.Add(new Links(_session, Share, parts.Ascii));
        var marking = new Marking(_session, Marks);
        _frontPage = new FrontPageScreen(_session, FrontPage, marking, Edition);
        _session.Add(new StoryActions(_session, marking, Undo, Share, Edition, links));
        _muting = _session.Add(new Muting(_session, Mutes, Edition, _frontPage, parts.Clock));
        _session.Add(new Sources(_session, Splits, Edition, parts.Clock));
        _texts = _session.Add(new ArticleTexts(_session, Article, FrontPage, Texts)
        {
            FetchAhead = parts.FetchAhead,
            Outlet = parts.Outlet,
        });
        _opening = _session.Add(new ArticleOpening(_session, Article, FrontPage, _texts, Texts, Edition));
        _session.Add(new ArticleFiles(_session, Article, links, Downloads));
        _session.AddOverlay(new ArticleComments(_session, Article, FrontPage, CommentBox, Comments));
        AddScreens(links);
    }

    /// <summary>Raised after <see cref="State"/> changed, on the thread that draws.</summary>
    public event EventHandler? Changed
    {
        add => _session.Changed += value;
        remove => _session.Changed -= value;
    }

    /// <summary>Feeds are due: the view starts <see cref="RefreshDueAsync"/>. Raised in the context the reader was made in.</summary>
    public event EventHandler? RefreshDue;

    /// <summary>
    /// No key was pressed for a while: the view starts <see cref="PrepareAsync"/>. Raised in the context the reader was made in.
    /// </summary>
    public event EventHandler? Rested;

    /// <summary>The screen is to be drawn anew.</summary>
    public event EventHandler? RedrawAsked;

    /// <summary>The program is to be suspended.</summary>
    public event EventHandler? SuspendAsked;

    /// <summary>The state of the whole reader.</summary>
    public ReaderState State => _session.State;

    /// <summary>The help.</summary>
    public HelpViewModel Help { get; }

    /// <summary>The scope of the place that keys go to.</summary>
    public KeyScope Scope => _session.Front.Scope;

    /// <summary>Shows the first screen. On first use that is the sample edition, and the starter feeds are subscribed to.</summary>
    /// <param name="storyId">A story to open at once, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StartAsync(long? storyId, CancellationToken cancellationToken) => _session.TryAsync(async token =>
    {
        await BeginFirstUseAsync(token);
        _session.ShowSample(Edition.IsSample);
        // The columns are ranked while the list is drawn and counted.
        var showing = FrontPage.ShowAsync(StoryList.Latest, token);
        await Task.WhenAll(showing, storyId is null ? FillColumnsAsync(token) : Task.CompletedTask);
        if (storyId is { } id && await Edition.Stories.FindAsync(id, token) is { } story)
            await _opening.OpenAsync(story, story, token);
        else if (storyId is not null)
            await FillColumnsAsync(token);
        if (Parts.Refresher is not null && !State.HasLeft)
            _timers.StartRefreshing(Parts.RefreshEvery);
        _timers.AwaitRest();
        if (Parts.Warning is { } warning)
            _session.Warn(warning);
        _session.Tell(await Rescued.RunAsync(token));   // Last: a lock may hold it up.
    }, cancellationToken);

    /// <summary>The terminal has another size; every screen keeps its place.</summary>
    public void Resize(int width, int height) => _session.Resize(width, height);

    /// <summary>Loads the columns beside the list where a wider screen has room for them now.</summary>
    public Task FillColumnsAsync(CancellationToken cancellationToken) =>
        _session.TryAsync(_frontPage.FillColumnsAsync, cancellationToken);

    /// <summary>Whether a key is a command here, also while a text is typed.</summary>
    public bool Wants(KeyPress key) => _session.Wants(key);

    /// <summary>Takes a key; runs the command that it completes.</summary>
    public Task PressAsync(KeyPress key, CancellationToken cancellationToken) => _session.PressAsync(key, cancellationToken);

    /// <summary>Runs a command; a failure becomes the notice.</summary>
    public Task ExecuteAsync(ReaderCommand command, CancellationToken cancellationToken) =>
        _session.ExecuteAsync(command, cancellationToken);

    /// <summary>Takes a changed text of the prompt; a filter or a search in the text works while it is typed.</summary>
    public Task ChangePromptAsync(string text, CancellationToken cancellationToken) =>
        _session.Prompt.ChangeAsync(text, cancellationToken);

    /// <summary>Takes a click: a tab is shown, a row or link selected, a menu's line run; a second click opens.</summary>
    /// <param name="column">The column on the screen, from 0.</param>
    /// <param name="row">The row, from 0.</param>
    /// <param name="isDouble">It is the second click at the same place.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ClickAsync(int column, int row, bool isDouble, CancellationToken cancellationToken) =>
        _session.ClickAsync(column, row, isDouble, cancellationToken);

    /// <summary>Takes a turn of the wheel over a place of the screen.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="step">1 for down, -1 for up.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task WheelAsync(int column, int step, CancellationToken cancellationToken) =>
        _session.WheelAsync(column, step, cancellationToken);

    /// <summary>The first row of the screen.</summary>
    public TextLine TitleRow() => _session.TitleRow();

    /// <summary>The page of the screen in front; empty on the front page.</summary>
    public PageRows Page() => _session.Screen.Page(State.Width);

    /// <summary>The last row of the screen: prompt or question, else notice or progress, else hints.</summary>
    public TextLine StatusRow() => _session.StatusRow();

    /// <summary>Tells of a defect; the reader goes on.</summary>
    public void TellDefect(Exception defect) => _session.Warn(defect);

    /// <summary>Tells that changes wait until another program has written, where some do.</summary>
    public void TellOfWait()
    {
        if (Parts.CountWaiting() is > 0 and var count)
            _session.Tell($"Another program is writing to the database; {Plural.Of(count, "change waits", "changes wait")} for it.");
    }

    /// <summary>Shows what another program wrote to the database; what this process wrote is shown already.</summary>
    public Task NoticeChangesAsync(CancellationToken cancellationToken) => _session.TryAsync(async token =>
    {
        if (await Parts.WasWrittenElsewhere(token))
            await _session.NoticeAsync(token);
    }, cancellationToken);

    /// <summary>Prepares what opening the selected story would show, and the rows that pages down would show.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => _opening.PrepareAsync(cancellationToken);

    /// <summary>Fetches the feeds that are due, and then full texts; does nothing while a refresh is under way.</summary>
    public Task RefreshDueAsync(CancellationToken cancellationToken) => _refreshing.IsOnline
        ? _session.TryAsync(async token =>
        {
            await _refreshing.RefreshDueAsync(token);
            await FetchAheadAsync(token);
        }, cancellationToken)
        : Task.CompletedTask;

    /// <summary>Fetches the full texts of the first unread stories, in the background.</summary>
    public Task FetchAheadAsync(CancellationToken cancellationToken) => _texts.FetchAheadAsync(cancellationToken);

    /// <summary>Mutes; the notice has the number of stories.</summary>
    public Task MuteAsync(Mute mute, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _muting.MuteAsync(mute, token), cancellationToken);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _timers.Dispose();
        base.Dispose();
    }

    /// <summary>Adds the screens and connects the rooms that must hear of each other.</summary>
    private void AddScreens(Links links)
    {
        // The article comes first: it shows a change before the list is counted anew.
        _session.Add(new ArticleScreen(_session, Article, FrontPage, _frontPage, _opening, links));
        _session.Add(_frontPage);
        _session.Add(new FeedsPage(_session, Feeds, _frontPage, NewFeeds));
        _session.Add(new HelpScreen(_session, Help));
        _session.Executing += _timers.AwaitRest;
        _refreshing.Refreshed += Article.ForgetPrepared;
        _frontPage.StoriesCame += Article.ForgetPrepared;
        _session.Push(_frontPage);
    }
}
