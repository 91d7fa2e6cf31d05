using Microsoft.Win32.SafeHandles;
using TermNews.Core.Configuration;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Rescue;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;
using TermNews.FaultyReader;
using TermNews.Tui;

// The reader with a defect behind the keys y and o, so that its end by an exception can be watched at a terminal. With a folder as second
// argument it has a database there that takes no drafts.
var folder = args.ElementAtOrDefault(1);
var path = folder is null ? NewsDatabase.MemoryPath : Path.Combine(folder, "news.db");
await using var database = await NewsDatabase.OpenFileAsync(path, TimeProvider.System, CancellationToken.None);
if (folder is not null)
    Defect.RefuseDrafts(path);
var feeds = new FeedRepository(database);
var feed = (await feeds.AddAsync([new NewSubscription("https://example.org/feed", "The Wire", [])], CancellationToken.None))[0];
var now = TimeProvider.System.GetUtcNow();
await feeds.StoreAsync(
    [
        new FeedUpdate
        {
            FeedId = feed.Id,
            FetchedAt = now,
            NextFetchAt = now.AddHours(1),
            Stories = [new IncomingStory { EntryGuid = "1", Title = "Harbour opens early", Link = "https://example.org/1",
            Text = new StoryText(null, "<p>Boats first.</p>"), PublishedAt = now }],
        },
    ],
    CancellationToken.None);
using var standardError = new SafeFileHandle(2, ownsHandle: false);   // The class Console would switch the keypad of the terminal.
using var error = new StreamWriter(new FileStream(standardError, FileAccess.Write));
var defect = Defect.Of(args[0]);
return new TermNewsApp(Environment.GetEnvironmentVariable, new ReaderSettings()).Run(
    new ReaderParts
    {
        Stories = new StoryRepository(database),
        Comments = new CommentRepository(database),
        Feeds = feeds,
        Mutes = new MuteRepository(database),
        Journal = new JournalRepository(database),
        Clock = TimeProvider.System,
        Clipboard = defect,
        Browser = defect,
        Rescue = folder is null ? null : new RescueFolder(folder, folder, path, TimeProvider.System),
    },
    null,
    error);
