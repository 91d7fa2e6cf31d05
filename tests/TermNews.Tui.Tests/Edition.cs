using TermNews.Core.Lists;
using TermNews.Core.Reader.Composition;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Stories;
using TermNews.Core.UseCases;
using IClipboard = TermNews.Core.UseCases.IClipboard;

namespace TermNews.Tui.Tests;

/// <summary>A database in memory with a few feeds and stories, always the same.</summary>
internal static class Edition
{
    private static readonly (string Feed, string Title, string Category)[] Stories =
    [
        ("Motor1", "BMW's next-generation EV: the i3 Touring concept", "Cars"),
        ("BBC World", "Ministers meet as trade talks resume", "World"),
        ("Yonhap", "서울 지하철, 내년부터 새벽 운행 확대", "Korea"), ("LWN", "A new scheduler for old machines", "Kernel"),
        ("BBC World", "Storm closes ports along the northern coast for a second day while crews wait", "World"),
        ("Al Jazeera", "العربية: قمة جديدة", "World"),
        ("LWN", "Naïve café rules: e\u0301te\u0301 in every encoding", "Text"), ("Motor1", "Why small cars come back 🚗", "Cars"),
    ];

    public static async Task<ReaderParts> OpenAsync(
        DateTimeOffset now, TimeProvider clock, CancellationToken token, bool isEmpty = false, int count = 40)
    {
        var database = await NewsDatabase.OpenMemoryAsync(clock, token);
        var (stories, comments, feeds) = (new StoryRepository(database), new CommentRepository(database), new FeedRepository(database));
        if (!isEmpty)
            await FillAsync(feeds, stories, comments, now, count, token);
        return new ReaderParts
        {
            RunBehind = work => work(),
            Stories = stories,
            Comments = comments,
            Feeds = feeds,
            Mutes = new MuteRepository(database),
            Journal = new JournalRepository(database),
            Clock = clock,
            Clipboard = new Silent(),
            Browser = new Silent(),
            Author = "ada",
            RefreshEvery = TimeSpan.Zero,
        };
    }

    private static async Task FillAsync(
        FeedRepository feeds, StoryRepository stories, CommentRepository comments, DateTimeOffset now, int count, CancellationToken token)
    {
        var names = Stories.Select(story => story.Feed).Distinct().ToList();
        var known = await feeds.AddAsync([.. names.Select(name =>
            new NewSubscription($"https://example.org/{names.IndexOf(name)}.xml", name, name == "LWN" ? ["Linux"] : []))], token);
        List<FeedUpdate> updates = [];
        foreach (var feed in known)
            updates.Add(new FeedUpdate
            { FeedId = feed.Id, FetchedAt = now, NextFetchAt = now.AddHours(1), Stories = [.. OfFeed(feed.Title, now, count)] });
        await feeds.StoreAsync(updates, token);
        await feeds.StoreFailuresAsync(
            [new FeedFailure(known[0].Id, now, now.AddHours(1), $"{known[0].Title} answered 503.", null)], token);
        var first = (await stories.PageAsync(new StoryQuery { List = StoryList.Latest }, null, 4, token)).Stories;
        await stories.MarkAsync([first[1].Id], StatusChange.Read, token);
        await stories.MarkAsync([first[3].Id], StatusChange.Saved, token);
        await comments.AddAsync(first[0].Id, "ada", CommentText.Create("A long wheelbase, at last."), null, token);
    }

    private static IEnumerable<IncomingStory> OfFeed(string feed, DateTimeOffset now, int count)
    {
        for (var at = 0; at < count; at++)
        {
            var (of, title, category) = Stories[at % Stories.Length];
            if (of != feed)
                continue;
            var number = at < Stories.Length ? string.Empty : $" ({at})";
            yield return new IncomingStory
            {
                EntryGuid = $"g{at}",
                Title = title + number,
                Link = $"https://example.org/story/{at}",
                Author = "Ada Example",
                AuthorEmail = "ada@example.org",
                PublishedAt = now.AddMinutes(-12 - (at * 17)),
                Categories = [category],
                Text = new StoryText(null, Body),
                Lead = "Three tests, two winters.",
            };
        }
    }

    private const string Body = """
        <p>Three tests, two winters and one <a href="https://example.org/report">report</a> later, the answer is <b>yes</b>.</p>
        <h2>What was measured</h2><ul><li>first point</li><li>second point, with <code>code</code></li></ul>
        <blockquote><p>Nobody expected the second winter.</p></blockquote>
        <p>The rest is a longer paragraph, written so that it has to be wrapped at every width that a terminal can have, and then once more after that.</p>
        """;

    private sealed class Silent : IClipboard, IBrowser
    {
        public bool IsElsewhere => false;

        public Task<string> CopyAsync(string text, CancellationToken cancellationToken) => Task.FromResult("Copied.");

        public Task<string> OpenAsync(string address, CancellationToken cancellationToken) => Task.FromResult($"Opened {address}");
    }
}
