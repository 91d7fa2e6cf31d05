using TermNews.Core.Listing;
using TermNews.Core.Pictures;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Session;
using TermNews.Core.Rescue;
using TermNews.Core.Undoing;

namespace TermNews.Core.Reader.Composition;

/// <summary>The repositories, services and settings of a reader.</summary>
public sealed record ReaderParts
{
    /// <summary>The stories.</summary>
    public required IStoryRepository Stories { get; init; }

    /// <summary>The comments.</summary>
    public required ICommentRepository Comments { get; init; }

    /// <summary>The subscriptions.</summary>
    public required IFeedRepository Feeds { get; init; }

    /// <summary>The mutes.</summary>
    public required IMuteRepository Mutes { get; init; }

    /// <summary>What the reader did, to be undone.</summary>
    public required IJournal Journal { get; init; }

    /// <summary>The time and its zone.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The clipboard.</summary>
    public required IClipboard Clipboard { get; init; }

    /// <summary>The browser.</summary>
    public required IBrowser Browser { get; init; }

    /// <summary>Gives articles to programs and files; null where there is none.</summary>
    public IArticleOutlet? Outlet { get; init; }

    /// <summary>The rules of Must-Read.</summary>
    public MustReadRules MustReadRules { get; init; } = MustReadRules.None;

    /// <summary>The weights of evidence in Popular and Must-Read.</summary>
    public RankingSettings Ranking { get; init; } = RankingSettings.Default;

    /// <summary>The learnt interests; null if nothing is learnt.</summary>
    public LearntInterests? Interests { get; init; }

    /// <summary>The keys.</summary>
    public KeyMap Keys { get; init; } = ReaderKeys.Default;

    /// <summary>Fetches feeds; null where the network is not to be touched.</summary>
    public IRefresher? Refresher { get; init; }

    /// <summary>Finds feeds and subscribes; null where the network is not to be touched.</summary>
    public ISubscriber? Subscriber { get; init; }

    /// <summary>Fetches pages for the full text; null where the network is not to be touched.</summary>
    public IPageSource? Pages { get; init; }

    /// <summary>Brings files of stories; null where the network is not to be touched.</summary>
    public IDownloader? Downloader { get; init; }

    /// <summary>Pictures of articles; null where none can be shown.</summary>
    public PictureShelf? Pictures { get; init; }

    /// <summary>Articles show their pictures without being asked.</summary>
    public bool ShowsPictures { get; init; }

    /// <summary>Runs work that takes too long for the thread that draws.</summary>
    public Func<Func<Task>, Task> RunBehind { get; init; } = Task.Run;

    /// <summary>Keeps full texts; null where none are kept.</summary>
    public IArticleRepository? Articles { get; init; }

    /// <summary>Feeds, by title or address, whose stories open with the full text of their page.</summary>
    public IReadOnlyList<string> AlwaysFullText { get; init; } = [];

    /// <summary>The row of a cluster opens the story with the best text.</summary>
    public bool OpensBestText { get; init; } = true;

    /// <summary>The columns of an article's text at most; 78 leave a margin in a terminal of 80.</summary>
    public int TextWidth { get; init; } = 78;

    /// <summary>Blank lines between two lines of a paragraph.</summary>
    public int LineSpacing { get; init; }

    /// <summary>How many unread stories at the top of a list have their full text fetched beforehand; 0 for none.</summary>
    public int FetchAhead { get; init; }

    /// <summary>The name of the author of comments.</summary>
    public string Author { get; init; } = "reader";

    /// <summary>How often the feeds that are due are fetched while the reader is open; zero for never.</summary>
    public TimeSpan RefreshEvery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Symbols are replaced by ASCII characters.</summary>
    public bool Ascii { get; init; }

    /// <summary>What is said at the start, such as a misspelt setting; null for nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The place for what cannot be written to the database when the reader ends; null for none.</summary>
    public RescueFolder? Rescue { get; init; }

    /// <summary>Opens the sample edition, for as long as there are no stories; null for none.</summary>
    public Func<CancellationToken, Task<SampleEdition>>? OpenSample { get; init; }

    /// <summary>Watches the database for writes of other processes; the action runs on any thread. Null for none.</summary>
    public Func<Action, IDisposable?>? WatchForWriters { get; init; }

    /// <summary>How many changes are not on the disk yet.</summary>
    public Func<int> CountWaiting { get; init; } = () => 0;

    /// <summary>What those are that are lost if the program ends now.</summary>
    public Func<IReadOnlyList<string>> NamesOfWaiting { get; init; } = () => [];

    /// <summary>Reports that a change has to wait for another program; the action runs on any thread. Null for none.</summary>
    public Func<Action, IDisposable>? WatchForWaits { get; init; }

    /// <summary>Whether it was another process that wrote since this was asked last.</summary>
    public Func<CancellationToken, Task<bool>> WasWrittenElsewhere { get; init; } = _ => Task.FromResult(true);

    /// <summary>Subscribes to the starter feeds where there is no feed yet, and gives how many; null for none.</summary>
    public Func<CancellationToken, Task<int>>? SubscribeToStarters { get; init; }
}
