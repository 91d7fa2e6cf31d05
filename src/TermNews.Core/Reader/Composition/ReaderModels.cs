using TermNews.Core.Articles.Reading;
using TermNews.Core.Listing;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FeedsScreen;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;
using TermNews.Core.Rescue;

namespace TermNews.Core.Reader.Composition;

/// <summary>The view models and use cases that the full-screen and the plain reader have in common, made from the parts.</summary>
public abstract class ReaderModels : IDisposable
{
    private protected ReaderModels(ReaderParts parts)
    {
        Parts = parts;
        Edition = new ShownEdition(new SampleEdition(parts.Stories, parts.Comments, parts.Mutes, parts.Journal), shown => new StoryLists(
            shown.Stories, parts.Clock, parts.MustReadRules, parts.Ranking, shown.Mutes, parts.Interests));
        Undo = new UndoChanges(() => Edition.Current.Journal, parts.RunBehind);
        Marks = new MarkStories(StoriesNow, parts.Clock);
        Splits = new SplitCluster(StoriesNow);
        Mutes = new MuteStories(() => Edition.Current.Mutes, parts.Clock, () => Edition.IsSample, parts.RunBehind);
        Comments = new WriteComment(CommentsNow, () => Edition.IsSample);
        Texts = new OpenText(StoriesNow, new FullTexts(parts.Pages, parts.Articles, parts.Clock), parts.RunBehind)
        {
            OpensBest = parts.OpensBestText,
            AlwaysFull = parts.AlwaysFullText,
        };
        Downloads = new DownloadFile(parts.Downloader, parts.Clock, parts.RunBehind);
        Refreshes = new RefreshFeeds(parts.Refresher, parts.Clock);
        NewFeeds = new AddFeed(parts.Subscriber, parts.Feeds);
        Share = new ShareStory(parts.Clipboard, parts.Browser);
        FrontPage = new FrontPageViewModel(StoriesNow, parts.Feeds, () => Edition.Lists, parts.Clock, parts.RunBehind)
        {
            Ascii = parts.Ascii,
            Keys = parts.Keys,
        };
        Article = new ArticleViewModel(StoriesNow, CommentsNow, () => Edition.Lists, parts.Clock, parts.RunBehind)
        {
            Ascii = parts.Ascii,
            Keys = parts.Keys,
            WidestText = parts.TextWidth,
            LineSpacing = parts.LineSpacing,
            RecordsEnds = parts.Interests is not null,
            Pictures = parts.Pictures,
            ShowsPictures = parts.ShowsPictures && parts.Pictures is not null,
        };
        Drafts = new DraftKeeper(CommentsNow, parts.Clock, parts.RunBehind);
        CommentBox = new CommentBoxViewModel(Comments, Drafts, parts.Author);
        Leaving = new Leaving([Drafts, Marks], parts.Rescue, parts.Clock, parts.NamesOfWaiting);
        Rescued = new TakeInRescued(parts.Rescue, new RescueTarget(parts.Stories, parts.Comments), parts.RunBehind);
        Feeds = new FeedsViewModel(parts.Feeds, parts.Clock) { Ascii = parts.Ascii, Keys = parts.Keys };
        Edition.LeftSample += Article.Close;
    }

    /// <summary>The lists.</summary>
    public FrontPageViewModel FrontPage { get; }

    /// <summary>The story that is open.</summary>
    public ArticleViewModel Article { get; }

    /// <summary>The box in which comments are written.</summary>
    public CommentBoxViewModel CommentBox { get; }

    /// <summary>The feeds.</summary>
    public FeedsViewModel Feeds { get; }

    /// <summary>The end of the program, with what is not written yet.</summary>
    public Leaving Leaving { get; }

    internal ReaderParts Parts { get; }

    internal ShownEdition Edition { get; }

    internal UndoChanges Undo { get; }

    internal MarkStories Marks { get; }

    internal SplitCluster Splits { get; }

    internal MuteStories Mutes { get; }

    internal WriteComment Comments { get; }

    internal DraftKeeper Drafts { get; }

    internal TakeInRescued Rescued { get; }

    internal OpenText Texts { get; }

    internal DownloadFile Downloads { get; }

    internal RefreshFeeds Refreshes { get; }

    internal AddFeed NewFeeds { get; }

    internal ShareStory Share { get; }

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Drafts.Dispose();
        FrontPage.Dispose();
        Article.Dispose();
        Feeds.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where there are no stories yet, shows the sample edition and subscribes to the starter feeds.</summary>
    internal async Task BeginFirstUseAsync(CancellationToken cancellationToken)
    {
        if ((await Parts.Stories.PageAsync(new StoryQuery { List = StoryList.All }, null, 1, cancellationToken)).Stories.Count > 0)
            return;
        if (Parts.OpenSample is { } openSample)
            Edition.Show(await openSample(cancellationToken));
        if (Parts.SubscribeToStarters is { } subscribe && (await Parts.Feeds.ListAsync(cancellationToken)).Count == 0)
            await subscribe(cancellationToken);
    }

    /// <summary>
    /// Keeps the drafts, the place in the text, and the views, as far as there is time: the program may end at any moment. Never throws.
    /// </summary>
    public Task KeepDraftsAsync(CancellationToken cancellationToken) => Leaving.KeepAsync(async () =>
    {
        Article.SavePlace();
        await Article.FinishAsync();
    });

    private IStoryRepository StoriesNow() => Edition.Stories;

    private ICommentRepository CommentsNow() => Edition.Current.Comments;
}
