using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Help;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.OnStories;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;
using TermNews.Core.UseCases;

namespace TermNews.Core.Reader.Composition;

// A view drives it in these steps:
//   1. Construct it on the thread that draws, Resize(columns, rows), then StartAsync once.
//   2. Every key goes to PressAsync. While a text is typed (State.Prompt or State.IsWriting) ask Wants(key) first: a key it
//      wants goes to PressAsync, all others to the text field, which then calls ChangePromptAsync or CommentBox.Change.
//   3. After Changed of this or of a part, draw: TitleRow, the areas of State.Layout (FrontPage.Rows and Columns, Page,
//      CommentBox), State.Menu or State.Question.Details over them, StatusRow last.
//   4. RefreshDue: start RefreshDueAsync. Rested: start PrepareAsync. RedrawAsked and SuspendAsked are for the terminal. When another
//      process has written to the database: NoticeChangesAsync. When State.HasLeft: end. When the terminal is lost: KeepDraftsAsync, then
//      end.

/// <summary>The whole reader: makes the rooms, connects them, and has what a view needs of them.</summary>
public sealed class ReaderViewModel : IDisposable
{
    private readonly ReaderParts _parts;
    private readonly ReaderSession _session;
    private readonly ShownEdition _edition;
    private readonly ReaderTimers _timers;
    private readonly UndoHistory _history = new();
    private readonly MuteStories _mutes;
    private readonly Program _program;
    private readonly Refreshing _refreshing;
    private readonly Links _links;
    private readonly StoryActions _actions;
    private readonly Muting _muting;
    private readonly Sources _sources;
    private readonly FrontPageScreen _frontPage;
    private readonly ArticleOpening _opening;
    private readonly ArticleTexts _texts;
    private readonly ArticleFiles _files;
    private readonly ArticleComments _comments;

    /// <summary>Puts the reader together.</summary>
    public ReaderViewModel(ReaderParts parts)
    {
        var context = SynchronizationContext.Current;
        _parts = parts;
        _session = new ReaderSession(parts.Keys);
        _edition = new ShownEdition(parts.Stories, parts.Comments, parts.Mutes, parts.RunBehind);
        _timers = new ReaderTimers(parts.Clock, context);
        var marks = new MarkStories(_edition, _history);
        var writing = new WriteComment(_edition, _history, () => _edition.IsSample);
        var opening = OpeningOf(parts, _edition);
        var share = new ShareStory(parts.Clipboard, parts.Browser);
        _mutes = new MuteStories(_edition, parts.Clock, _history, () => _edition.IsSample);
        var lists = new StoryLists(_edition, parts.Clock, parts.MustReadRules, parts.Ranking, _edition, parts.Interests);
        FrontPage = FrontPageOf(parts, _edition, lists);
        Article = ArticleOf(parts, _edition, lists);
        CommentBox = new CommentBoxViewModel(_edition, parts.Author, writing);
        Feeds = new FeedsViewModel(parts.Feeds, parts.Clock) { Ascii = parts.Ascii, Keys = parts.Keys };
        Help = new HelpViewModel(parts.Keys);

        _refreshing = _session.Add(new Refreshing(_session, new RefreshFeeds(parts.Refresher, parts.Clock)));
        _program = _session.Add(new Program(_session, KeepDraftsAsync));
        _links = new Links(_session, share, parts.Ascii);
        _frontPage = new FrontPageScreen(_session, FrontPage, marks, _edition);
        _actions = _session.Add(new StoryActions(_session, marks, _history, share, lists, _links));
        _muting = _session.Add(new Muting(_session, _mutes, _edition, _frontPage, parts.Clock));
        _sources = _session.Add(new Sources(_session, new SplitCluster(_edition, _history), _edition, parts.Clock));
        _texts = _session.Add(new ArticleTexts(_session, Article, FrontPage, opening)
        {
            FetchAhead = parts.FetchAhead,
            Outlet = parts.Outlet,
        });
        _opening = _session.Add(new ArticleOpening(_session, Article, FrontPage, _texts, opening, _edition));
        _files = _session.Add(new ArticleFiles(
            _session, Article, _links, new DownloadFile(parts.Downloader, parts.Clock, parts.RunBehind)));
        _comments = new ArticleComments(_session, Article, FrontPage, CommentBox, writing);
        AddScreens();
    }

    /// <summary>Raised after <see cref="State"/> changed, on the thread that draws.</summary>
    public event EventHandler? Changed
    {
        add => _session.Changed += value;
        remove => _session.Changed -= value;
    }

    /// <summary>Feeds are due: the view starts <see cref="RefreshDueAsync"/>. Raised in the context the reader was made in.</summary>
    public event EventHandler? RefreshDue
    {
        add => _timers.RefreshDue += value;
        remove => _timers.RefreshDue -= value;
    }

    /// <summary>
    /// No key was pressed for a while: the view starts <see cref="PrepareAsync"/>. Raised in the context the reader was made in.
    /// </summary>
    public event EventHandler? Rested
    {
        add => _timers.Rested += value;
        remove => _timers.Rested -= value;
    }

    /// <summary>The screen is to be drawn anew.</summary>
    public event EventHandler? RedrawAsked
    {
        add => _program.RedrawAsked += value;
        remove => _program.RedrawAsked -= value;
    }

    /// <summary>The program is to be suspended.</summary>
    public event EventHandler? SuspendAsked
    {
        add => _program.SuspendAsked += value;
        remove => _program.SuspendAsked -= value;
    }

    /// <summary>The state of the whole reader.</summary>
    public ReaderState State => _session.State;

    /// <summary>The lists.</summary>
    public FrontPageViewModel FrontPage { get; }

    /// <summary>The story that is open.</summary>
    public ArticleViewModel Article { get; }

    /// <summary>The box in which comments are written.</summary>
    public CommentBoxViewModel CommentBox { get; }

    /// <summary>The feeds.</summary>
    public FeedsViewModel Feeds { get; }

    /// <summary>The help.</summary>
    public HelpViewModel Help { get; }

    /// <summary>The scope of the place that keys go to.</summary>
    public KeyScope Scope => _session.Front.Scope;

    /// <summary>Shows the first screen. On first use that is the sample edition, and the starter feeds are subscribed to.</summary>
    /// <param name="storyId">A story to open at once, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task StartAsync(long? storyId, CancellationToken cancellationToken) => _session.TryAsync(async token =>
    {
        await ShowSampleWhereEmptyAsync(token);
        // The columns are ranked while the list is drawn and counted.
        var showing = FrontPage.ShowAsync(StoryList.Latest, token);
        await Task.WhenAll(showing, storyId is null ? FillColumnsAsync(token) : Task.CompletedTask);
        if (storyId is { } id && await _edition.FindAsync(id, token) is { } story)
            await _opening.OpenAsync(story, token);
        else if (storyId is not null)
            await FillColumnsAsync(token);
        if (_parts.Refresher is not null && !State.HasLeft)
            _timers.StartRefreshing(_parts.RefreshEvery);
        _timers.AwaitRest();
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

    /// <summary>Shows what another program wrote to the database; what this process wrote is shown already.</summary>
    public Task NoticeChangesAsync(CancellationToken cancellationToken) => _session.TryAsync(async token =>
    {
        if (await _parts.WasWrittenElsewhere(token))
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

    /// <summary>Keeps drafts, the place in the text, and the views: the program may end at any moment.</summary>
    public async Task KeepDraftsAsync(CancellationToken cancellationToken)
    {
        await CommentBox.KeepDraftAsync(cancellationToken);
        await Article.SavePlaceAsync(cancellationToken);
        await Article.FinishAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timers.Dispose();
        FrontPage.Dispose();
        Article.Dispose();
        Feeds.Dispose();
    }

    private static FrontPageViewModel FrontPageOf(ReaderParts parts, ShownEdition edition, StoryLists lists) =>
        new(edition, parts.Feeds, lists, parts.Clock, parts.RunBehind) { Ascii = parts.Ascii, Keys = parts.Keys };

    private static ArticleViewModel ArticleOf(ReaderParts parts, ShownEdition edition, StoryLists lists) =>
        new(edition, edition, lists, parts.Clock, parts.RunBehind)
        {
            Ascii = parts.Ascii,
            Keys = parts.Keys,
            WidestText = parts.TextWidth,
            LineSpacing = parts.LineSpacing,
            RecordsEnds = parts.Interests is not null,
            Pictures = parts.Pictures,
            ShowsPictures = parts.ShowsPictures && parts.Pictures is not null,
        };

    private static OpenText OpeningOf(ReaderParts parts, ShownEdition edition) =>
        new(edition, new FullTexts(parts.Pages, parts.Articles, parts.Clock), parts.RunBehind)
        {
            OpensBest = parts.OpensBestText,
            AlwaysFull = parts.AlwaysFullText,
        };

    /// <summary>Adds the screens and connects the rooms that must hear of each other.</summary>
    private void AddScreens()
    {
        _session.AddOverlay(_comments);
        // The article comes first: it shows a change before the list is counted anew.
        _session.Add(new ArticleScreen(_session, Article, FrontPage, _frontPage, _opening, _links));
        _session.Add(_frontPage);
        _session.Add(new FeedsPage(_session, Feeds, FrontPage, _frontPage, new AddFeed(_parts.Subscriber, _parts.Feeds)));
        _session.Add(new HelpScreen(_session, Help));
        _session.Executing += _timers.AwaitRest;
        _refreshing.Refreshed += Article.ForgetPrepared;
        _frontPage.StoriesCame += Article.ForgetPrepared;
        _edition.LeftSample += Article.Close;
        _edition.LeftSample += _history.Forget;
        _session.Push(_frontPage);
    }

    private async Task ShowSampleWhereEmptyAsync(CancellationToken token)
    {
        if ((await _parts.Stories.PageAsync(new StoryQuery { List = StoryList.All }, null, 1, token)).Stories.Count > 0)
            return;
        if (_parts.OpenSample is { } openSample)
        {
            _edition.Show(await openSample(token));
            _session.ShowSample(true);
        }
        if (_parts.SubscribeToStarters is { } subscribe && (await _parts.Feeds.ListAsync(token)).Count == 0)
            await subscribe(token);
    }

    /// <summary>All that report the news of a story, oldest first.</summary>
    public Task<IReadOnlyList<Story>> SourcesOfAsync(Story story, CancellationToken cancellationToken) =>
        _sources.OfAsync(story, cancellationToken);

    /// <summary>Mutes, and tells how many stories that keeps out.</summary>
    public Task MuteAsync(Mute mute, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _muting.MuteAsync(mute, token), cancellationToken);

    /// <summary>Takes a mute back; one of the configuration is only told of.</summary>
    public Task UnmuteAsync(Mute mute, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _muting.UnmuteAsync(mute, token), cancellationToken);

    /// <summary>What is muted, with the number of stories of Latest that each mute keeps out.</summary>
    public Task<IReadOnlyList<MuteCount>> MutesAsync(CancellationToken cancellationToken) => _mutes.ListAsync(cancellationToken);

    /// <summary>Shows the stories that are muted.</summary>
    public Task ShowMutedAsync(CancellationToken cancellationToken) => _session.BeginAsync(_frontPage.ShowMutedAsync, cancellationToken);

    /// <summary>"the word 'election' until 25 Dec: 12 stories".</summary>
    internal string LineOf(MuteCount count) => _mutes.LineOf(count);

    /// <summary>A story as it is now, or null where there is none.</summary>
    public Task<Story?> FindStoryAsync(long storyId, CancellationToken cancellationToken) => _edition.FindAsync(storyId, cancellationToken);

    /// <summary>Opens a story.</summary>
    public Task OpenStoryAsync(long storyId, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, _opening.OpenAsync, cancellationToken);

    /// <summary>Changes the status of a story.</summary>
    public Task MarkStoryAsync(long storyId, StatusChange change, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => _actions.MarkAsync(story, change, token), cancellationToken);

    /// <summary>Takes a story out of its cluster.</summary>
    public Task SplitStoryAsync(long storyId, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, _sources.SplitAsync, cancellationToken);

    /// <summary>Runs a command that lists and articles have in common on a story.</summary>
    public Task ExecuteOnStoryAsync(ReaderCommand command, long storyId, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => command.Handler(new NamedStory(_session, story), token), cancellationToken);

    /// <summary>Opens the comment box: for a new comment, or for one to be changed.</summary>
    public Task BeginCommentAsync(long storyId, Comment? editing, CancellationToken cancellationToken) =>
        OnNamedAsync(storyId, (story, token) => _comments.WriteAsync(story, editing, token), cancellationToken);

    /// <summary>Asks whether a comment is to be deleted.</summary>
    public Task AskToDeleteAsync(Comment comment, CancellationToken cancellationToken) => OnNamedAsync(comment.StoryId, (_, _) =>
    {
        _comments.AskToDelete(comment);
        return Task.CompletedTask;
    }, cancellationToken);

    /// <summary>Downloads a file of a story.</summary>
    public Task DownloadAsync(Enclosure file, CancellationToken cancellationToken) => _files.DownloadAsync(file, cancellationToken);

    /// <summary>Sends a story by mail.</summary>
    public Task MailAsync(Story story, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _links.MailAsync(story, token), cancellationToken);

    /// <summary>Opens an address in the browser.</summary>
    public Task BrowseToAsync(string address, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _links.BrowseAsync(address, token), cancellationToken);

    /// <summary>Copies a text.</summary>
    public Task CopyTextAsync(string text, CancellationToken cancellationToken) =>
        _session.BeginAsync(token => _links.CopyAsync(text, token), cancellationToken);

    private Task OnNamedAsync(long storyId, Func<Story, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        _session.BeginAsync(async token =>
        {
            if (await _edition.FindAsync(storyId, token) is { } story)
                await work(story, token);
            else
                _session.Warn("This story is no longer there.");
        }, cancellationToken);

    /// <summary>The rooms of a session with a named story in place of the chosen one.</summary>
    private sealed class NamedStory(IRooms rooms, Story story) : IRooms, IStoryPlace
    {
        /// <inheritdoc/>
        public Story Story => story;

        /// <inheritdoc/>
        public TRoom Room<TRoom>()
            where TRoom : class => this as TRoom ?? rooms.Room<TRoom>();
    }
}
