using TermNews.Core.Archive;
using TermNews.Core.Configuration;
using TermNews.Core.Listing;
using TermNews.Core.Retention;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Undoing;

namespace TermNews.Cli;

/// <summary>An open database with its repositories.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly Lazy<IStoryRepository> _stories;
    private readonly Lazy<StoryLists> _lists;

    public Newsroom(NewsDatabase database, TimeProvider clock, Func<Settings> settings, bool isSample = false)
    {
        (Database, IsSample) = (database, isSample);
        (Feeds, Comments, Archive) = (new FeedRepository(database), new CommentRepository(database), new CommentArchive(database));
        _stories = new Lazy<IStoryRepository>(() => new StoryRepository(database, settings().Clusters.ReadTogether));
        _lists = new Lazy<StoryLists>(() =>
        {
            var configured = settings();
            return new StoryLists(Stories, clock, configured.MustRead.ToRules(), configured.Ranking, Mutes,
                configured.Interest.Learn ? LearntInterests : null);
        });
    }

    /// <summary>The database.</summary>
    public NewsDatabase Database { get; }

    /// <summary>It is the sample edition, in memory.</summary>
    public bool IsSample { get; }

    /// <summary>Stories.</summary>
    public IStoryRepository Stories => _stories.Value;

    /// <summary>Feeds.</summary>
    public IFeedRepository Feeds { get; }

    /// <summary>Full texts of stories.</summary>
    public IArticleRepository Articles => new ArticleRepository(Database);

    /// <summary>Pictures of articles.</summary>
    public IPictureRepository Pictures => new PictureRepository(Database);

    /// <summary>Mutes.</summary>
    public IMuteRepository Mutes => new MuteRepository(Database);

    /// <summary>Stories that report the same news.</summary>
    public IStoryClusters Clusters => new StoryClusters(Database);

    /// <summary>Drops old stories.</summary>
    public IStoryRetention Retention => new StoryRetention(Database);

    /// <summary>The search index.</summary>
    public ISearchIndex Index => new SearchIndex(Database);

    /// <summary>The events that interests are learnt from, and the reader's edits.</summary>
    public IInterestRepository Interests => new InterestRepository(Database);

    /// <summary>The learnt interests; used only if learning is on.</summary>
    public LearntInterests LearntInterests => new(Interests);

    /// <summary>What the reader did, to be undone.</summary>
    public IJournal Journal => new JournalRepository(Database);

    /// <summary>Comments.</summary>
    public ICommentRepository Comments { get; }

    /// <summary>Comments for other machines.</summary>
    public ICommentArchive Archive { get; }

    /// <summary>Ranked lists with scores and reasons.</summary>
    public StoryLists Lists => _lists.Value;

    /// <summary>There is no story and no feed.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        var first = await Stories.PageAsync(new StoryQuery { List = StoryList.All }, after: null, size: 1, cancellationToken);
        return first.Stories.Count == 0 && (await Feeds.ListAsync(cancellationToken)).Count == 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
