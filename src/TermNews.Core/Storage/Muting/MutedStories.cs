using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Muting;

/// <summary>
/// Maintains <c>story_status.muted_until</c> within a transaction, so that lists compare one number with the time and read no text.
/// </summary>
/// <param name="connection">The database.</param>
/// <param name="rules">The active mutes.</param>
internal sealed class MutedStories(SqliteConnection connection, MuteRules rules)
{
    /// <summary>True if there are no active mutes.</summary>
    public bool IsEmpty => rules.Mutes.Count == 0;

    /// <summary>True if a mute names a feed by its title, which may change.</summary>
    public bool NamesFeeds => rules.Mutes.Any(mute => mute is { Kind: MuteKind.Feed, FeedId: null });

    /// <summary>The active mutes of a database.</summary>
    public static async Task<MutedStories> OfAsync(SqliteConnection connection, long now) =>
        new(connection, new MuteRules(await ListAsync(connection, now).ConfigureAwait(false)));

    /// <summary>The active mutes, those of the configuration included.</summary>
    public static async Task<IReadOnlyList<Mute>> ListAsync(SqliteConnection connection, long now)
    {
        var rows = await connection.QueryAsync<MuteRow>(MuteRow.SelectActive, new { now }).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToMute()).OfType<Mute>()];
    }

    /// <summary>The end of the last mute of a story, in Unix seconds; 0 for none.</summary>
    public long UntilOf(MuteSubject story) => IsEmpty || rules.UntilOf(story) is not { } until ? 0 : MuteRow.EndOf(until);

    /// <summary>Updates the stories that a mute covers, after it was added or removed.</summary>
    /// <returns>The number of listed stories that it covers, and the number of those that no mute covers now.</returns>
    public async Task<(int Covered, int Free)> LookAgainAsync(Mute mute)
    {
        var covered = (await CandidatesAsync(mute).ConfigureAwait(false)).ConvertAll(row => (Row: row, Subject: row.ToSubject()));
        covered.RemoveAll(one => !mute.Covers(one.Subject));
        Write(covered);
        covered.RemoveAll(one => one.Row.IsListed == 0);
        return (covered.Count, covered.Count(one => UntilOf(one.Subject) == 0));
    }

    /// <summary>Updates all stories of a feed, after its title changed.</summary>
    public Task LookAgainAsync(long feedId) => LookAgainAsync(new Mute(MuteKind.Feed, "") { FeedId = feedId });

    private async Task<List<MuteSubjectRow>> CandidatesAsync(Mute mute)
    {
        var rows = await connection.QueryAsync<MuteSubjectRow>(
            $"SELECT {MuteSubjectRow.Columns} FROM {MuteSubjectRow.From} WHERE {Narrowing(mute.Kind)}",
            new { text = Folded.Of(mute.Text), feedId = mute.FeedId }).ConfigureAwait(false);
        return [.. rows];
    }

    /// <summary>A necessary condition in SQL; <see cref="Mute.Covers"/> decides.</summary>
    private static string Narrowing(MuteKind kind) => kind switch
    {
        MuteKind.Word => "(contains_folded(s.title, @text) OR contains_folded(s.lead, @text))",
        MuteKind.Author => "contains_folded(s.author, @text)",
        MuteKind.Feed =>
            """
            t.feed_id IN (SELECT n.id FROM feeds n WHERE iif(@feedId IS NOT NULL, n.id = @feedId,
                contains_folded(n.feed_url, @text) OR contains_folded(coalesce(n.own_title, n.title), @text)))
            """,
        MuteKind.Category =>
            """
            t.story_id IN (SELECT sc.story_id FROM categories g JOIN story_categories sc ON sc.category_id = g.id WHERE g.folded = @text)
            """,
    };

    private void Write(List<(MuteSubjectRow Row, MuteSubject Subject)> stories)
    {
        foreach (var (row, subject) in stories)
        {
            if (UntilOf(subject) is var until && row.MutedUntil != until)
                Mute(row.StoryId, until);
        }
    }

    /// <summary>Notes when the last mute of a story ends, in Unix seconds; 0 for none.</summary>
    public void Mute(long storyId, long until) => PreparedStatements.Of(connection).Run(
        "UPDATE story_status SET muted_until = @2 WHERE story_id = @1 AND muted_until <> @2", storyId, until);
}
