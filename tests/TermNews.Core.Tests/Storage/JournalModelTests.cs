using System.Globalization;
using CsCheck;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using TermNews.Core.Archive;
using TermNews.Core.Lists;
using TermNews.Core.Storage;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Stories;
using TermNews.Core.Undoing;

namespace TermNews.Core.Tests.Storage;

/// <summary>
/// Random sequences of every change, undo, redo, restart and a second process. Undoing all gives the state of the start, and redoing it
/// that of the end. TERMNEWS_SEQUENCES says how many sequences; TERMNEWS_SEED repeats one that failed.
/// </summary>
public sealed class JournalModelTests : IAsyncLifetime
{
    private const int MostActions = 25;

    /// <summary>Some seconds, as the suite runs often.</summary>
    private const int UsualSequences = 150;

    private static readonly string[] Urls = ["https://a/feed", "https://b/feed", "https://c/feed", "https://d/feed"];
    private static readonly string[] Words = ["storm", "law", "bridge", "harbour"];

    private readonly string _folder = Directory.CreateDirectory(Path.Combine(
        Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"termnews-{Guid.NewGuid():N}")).FullName;

    private string Template => Path.Combine(_folder, "start.db");

    public async ValueTask InitializeAsync()
    {
        var clock = new FakeTimeProvider(A.Noon);
        using var database = await NewsDatabase.OpenFileAsync(Template, clock, A.Token);
        var feeds = new FeedRepository(database);
        var added = await feeds.AddAsync(
            [new(Urls[0], null, ["one", "two"]), new(Urls[1], "My own", []), new(Urls[2], null, ["two"])], A.Token);
        foreach (var feed in added)
            await feeds.StoreAsync([A.Update(feed.Id, [.. Entries($"{feed.Id}")])], A.Token);
        var stories = new StoryRepository(database);
        await stories.MarkAsync([2, 5], StatusChange.Saved, A.Token);
        await new CommentRepository(database).AddAsync(3, "me", CommentText.Create("There before."), null, A.Token);
        await new StoryClusters(database).CatchUpAsync(A.Token);
        await new SearchIndex(database).CatchUpAsync(IndexPace.AtOnce, A.Token);
        await database.WriteAsync(connection =>
        {
            Execute(connection, "UPDATE story_status SET cluster_id = 1 WHERE story_id IN (1, 4, 7, 8)");
            Execute(connection, "DELETE FROM journal_rows; DELETE FROM journal_steps");
            return Task.FromResult(true);
        }, A.Token);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Undoing_all_gives_the_start_and_redoing_it_the_end()
    {
        var asked = Environment.GetEnvironmentVariable("TERMNEWS_SEQUENCES");
        var count = asked is null ? UsualSequences : int.Parse(asked, CultureInfo.InvariantCulture);
        var number = Gen.Int[0, 11];
        var sequences = Gen.Select(Gen.Enum<Deed>(), number, number, static (deed, one, other) => new Act(deed, one, other))
            .Array[1, MostActions];
        await sequences.SampleAsync(RunAsync, seed: Environment.GetEnvironmentVariable("TERMNEWS_SEED"), iter: count, threads: 2);
    }

    private async Task RunAsync(Act[] acts)
    {
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.db");
        File.Copy(Template, path);
        try
        {
            await using var run = await Session.OpenAsync(path);
            var start = await run.DumpAsync();
            foreach (var act in acts)
                await run.DoAsync(act);
            var end = await run.DumpAsync();

            var undone = await run.TurnAsync(journal => journal.UndoAsync(int.MaxValue, default));
            Same(start, await run.DumpAsync(), "undoing all");
            await run.RestartAsync();
            await run.TurnAsync(journal => journal.RedoAsync(undone, default));
            Same(end, await run.DumpAsync(), "redoing all");
            await run.TurnAsync(journal => journal.UndoAsync(int.MaxValue, default));
            Same(start, await run.DumpAsync(), "undoing all again");
        }
        finally
        {
            foreach (var file in Directory.GetFiles(_folder, Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    private static void Same(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string after)
    {
        var missing = expected.Except(actual).Take(5);
        var added = actual.Except(expected).Take(5);
        if (!expected.SequenceEqual(actual))
            Assert.Fail($"After {after}\nmissing:\n{string.Join("\n", missing)}\ntoo many:\n{string.Join("\n", added)}");
    }

    private static IEnumerable<IncomingStory> Entries(string prefix) => Words.Select((word, at) =>
        A.Incoming($"{prefix}-{at}", $"The {word} of {prefix}", A.Noon.AddMinutes(-at), $"Words about the {word}", ["News", word], "Ada"));

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private enum Deed
    {
        Mark, MarkAll, Split, Rejoin, Mute, Unmute, Comment, Reply, EditComment, DeleteComment, ImportComment, AddFeed, ImportFeeds, Rename,
        Tag, Remove, SetInterest, EraseInterests, Undo, Redo, Restart, OtherProcess,
    }

    private sealed record Act(Deed Deed, int One, int Other);

    /// <summary>One database, open in two processes; the acts of a sequence go to the one in front.</summary>
    private sealed class Session(string path, NewsDatabase front, NewsDatabase behind, FakeTimeProvider clock) : IAsyncDisposable
    {
        private NewsDatabase _front = front;
        private NewsDatabase _behind = behind;

        public static async Task<Session> OpenAsync(string path)
        {
            var clock = new FakeTimeProvider(A.Noon.AddHours(1));
            return new Session(path, await NewsDatabase.OpenFileAsync(path, clock, default),
                await NewsDatabase.OpenFileAsync(path, clock, default), clock);
        }

        public ValueTask DisposeAsync()
        {
            _front.Dispose();
            _behind.Dispose();
            return ValueTask.CompletedTask;
        }

        public async Task RestartAsync()
        {
            _front.Dispose();
            _front = await NewsDatabase.OpenFileAsync(path, clock, default);
        }

        public async Task<int> TurnAsync(Func<IJournal, Task<IReadOnlyList<JournalTurn>>> turnAsync)
        {
            var turns = await turnAsync(new JournalRepository(_front));
            Assert.All(turns, static turn => Assert.Equal((turn.Words, 0), (turn.Words, turn.Skipped)));
            return turns.Count;
        }

        public async Task DoAsync(Act act)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            try
            {
                await DoAsync(act.Deed, act.One, act.Other);
            }
            catch (NewsException ex) when (ex.Fault == NewsFault.WrongUse)   // No such story, comment or feed: nothing is done.
            {
            }
        }

        private async Task DoAsync(Deed deed, int one, int other)
        {
            var (stories, comments, feeds) = (new StoryRepository(_front), new CommentRepository(_front), new FeedRepository(_front));
            var (mutes, interests) = (new MuteRepository(_front), new InterestRepository(_front));
            var change = (StatusChange)(other % Enum.GetValues<StatusChange>().Length);
            var mute = new Mute((MuteKind)(one % 4), one % 4 == (int)MuteKind.Author ? "Ada" : Words[one % Words.Length])
            {
                Until = other % 3 == 0 ? null : clock.GetUtcNow().AddSeconds(other),
                FeedId = (MuteKind)(one % 4) == MuteKind.Feed ? (other % 4) + 1 : null,
            };
            var feed = (one % 4) + 1;
            _ = deed switch
            {
                Deed.Mark => await stories.MarkAsync([one + 1], change, default),
                Deed.MarkAll => await stories.MarkAllAsync(new StoryQuery { List = StoryList.All, FeedId = one % 2 == 0 ? feed : null },
                    change, default),
                Deed.Split => await stories.SplitAsync(one + 1, default),
                Deed.Rejoin => await RejoinAsync(stories, one + 1),
                Deed.Mute => await mutes.AddAsync(mute, default),
                Deed.Unmute => await UnmuteAsync(mutes, one),
                Deed.Comment => await comments.AddAsync(one + 1, "me", CommentText.Create($"Words {other}"), null, default),
                Deed.Reply => await comments.AddAsync(3, "me", CommentText.Create($"Answer {other}"), one + 1, default),
                Deed.EditComment => await comments.EditAsync((one % 5) + 1, CommentText.Create($"Other {other}"), default),
                Deed.DeleteComment => await DoneAsync(comments.DeleteAsync((one % 5) + 1, default)),
                Deed.ImportComment => await DoneAsync(new CommentArchive(_front).ImportAsync(
                    [new ArchivedComment { Uid = $"uid {other % 5}", Link = $"https://example.org/{one + 1}", Author = "they",
                        Text = $"From elsewhere {one}", CreatedAt = A.Noon, EditedAt = A.Noon.AddDays(one) }], default)),
                Deed.AddFeed => await AddAsync(feeds, [new(Urls[one % 4], other % 2 == 0 ? "Named" : null, [$"tag {other}"])]),
                Deed.ImportFeeds => await AddAsync(feeds, [.. Urls.Select(url => new NewSubscription(url, null, [$"tag {one}"]))]),
                Deed.Rename => await DoneAsync(feeds.RenameAsync(feed, other % 3 == 0 ? null : $"Name {other}", default)),
                Deed.Tag => await DoneAsync(feeds.SetTagsAsync(feed, other % 3 == 0 ? [] : [$"tag {other}", "two"], default)),
                Deed.Remove => await DoneAsync(feeds.RemoveAsync(feed, default)),
                Deed.SetInterest => await DoneAsync(interests.SetAsync(InterestSubject.Term(Words[one % 4]), Words[one % 4],
                    other % 3 == 0 ? null : other / 4.0, default)),
                Deed.EraseInterests => await DoneAsync(interests.EraseAsync(default)),
                Deed.Undo => await TurnAsync(journal => journal.UndoAsync((one % 4) + 1, default)),
                Deed.Redo => await TurnAsync(journal => journal.RedoAsync((one % 4) + 1, default)),
                Deed.Restart => await DoneAsync(RestartAsync()),
                _ => (object?)((_front, _behind) = (_behind, _front)),
            };
        }

        private static async Task<object?> DoneAsync(Task task)
        {
            await task;
            return null;
        }

        private static async Task<object?> RejoinAsync(StoryRepository stories, long story)
        {
            if (await stories.FindSplitAsync(story, default) is { } split)
                await stories.RejoinAsync(split, default);
            return null;
        }

        private static async Task<object?> UnmuteAsync(MuteRepository mutes, int one)
        {
            var all = await mutes.ListAsync(default);
            return all.Count == 0 ? null : await mutes.RemoveAsync(all[one % all.Count], default);
        }

        /// <summary>Subscribes, and stores what a first visit finds, as <c>feeds add</c> does.</summary>
        private async Task<object?> AddAsync(FeedRepository feeds, IReadOnlyList<NewSubscription> subscriptions)
        {
            foreach (var feed in await feeds.AddAsync(subscriptions, default))
                await feeds.StoreAsync([A.Update(feed.Id, [.. Entries($"{feed.Id} at {clock.GetUtcNow().ToUnixTimeSeconds()}")])], default);
            await new SearchIndex(_front).CatchUpAsync(IndexPace.AtOnce, default);
            return null;
        }

        /// <summary>
        /// All that the reader could see, a line for each row; without the journal, ids that are given again, names of categories that no
        /// story has any more, and what waits to be clustered.
        /// </summary>
        public Task<IReadOnlyList<string>> DumpAsync() => _behind.RunAsync<IReadOnlyList<string>>(connection =>
        {
            List<string> lines = [];
            var now = clock.GetUtcNow().ToUnixTimeSeconds();   // A mute that has ended mutes nothing.
            foreach (var (name, sql) in new[]
            {
                ("feeds", "SELECT * FROM feeds ORDER BY id"), ("tags", "SELECT * FROM feed_tags ORDER BY feed_id, position"),
                ("stories", "SELECT * FROM stories ORDER BY id"), ("status", $"""
                    SELECT story_id, feed_id, sort_at, read_at, saved_at, pinned_at, hidden_at, viewed_at, views, position,
                           full_text_position, cluster_id, iif(muted_until > {now}, muted_until, 0), finished_at, is_counted
                      FROM story_status ORDER BY story_id
                    """),
                ("texts", "SELECT t.story_id, t.place, hex(b.packed) FROM story_text t JOIN text_blocks b ON b.id = t.block_id ORDER BY 1"),
                ("blocks", "SELECT texts, hex(packed) FROM text_blocks ORDER BY 1, 2"),
                ("categories", "SELECT c.story_id, g.name FROM story_categories c JOIN categories g ON g.id = c.category_id ORDER BY 1, 2"),
                ("comments", "SELECT * FROM comments ORDER BY id"), ("drafts", "SELECT * FROM drafts ORDER BY story_id"),
                ("waiting", "SELECT * FROM waiting_comments ORDER BY uid"),
                ("splits", "SELECT * FROM cluster_splits ORDER BY story_id, other_id"),
                ("mutes", "SELECT kind, text, feed_id, until, is_configured FROM mutes ORDER BY 1, 2, 3, 4"),
                ("interests", "SELECT * FROM interest_edits ORDER BY kind, key"), ("to index", "SELECT * FROM unindexed"),
                ("index", "SELECT rowid FROM story_index WHERE story_index MATCH 'words' ORDER BY rowid"),
            })
                Dump(connection, name, sql, lines);
            return Task.FromResult<IReadOnlyList<string>>(lines);
        }, default);

        private static void Dump(SqliteConnection connection, string name, string sql, List<string> lines)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var row = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(row);
                lines.Add($"{name}: {string.Join("|", row.Select(static value => value is DBNull ? "-"
                    : Convert.ToString(value, CultureInfo.InvariantCulture)))}");
            }
        }
    }
}
