using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Clusters;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Journal;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage;

/// <summary>
/// The evidence of the reader's interests in a <see cref="NewsDatabase"/>: the status of stories, and the reader's own edits.
/// </summary>
/// <param name="database">The database.</param>
public sealed class InterestRepository(NewsDatabase database) : IInterestRepository
{
    /// <summary>
    /// The most stories read of each group (opened or saved, hidden, commented on). The groups have limits of their own, so that hiding
    /// thousands of stories does not displace the liked ones.
    /// </summary>
    private const int MostOfADeed = 1000;

    /// <summary>The newest stories sampled for the frequency of categories and languages.</summary>
    private const int MostCounted = 2000;

    private const int AllHeadlines = 0;
    private const string Everything = "all";

    /// <inheritdoc/>
    public Task<InterestNotes> ReadAsync(DateTimeOffset since, CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        List<InterestEditRow> edits = [.. await connection.QueryAsync<InterestEditRow>(
            "SELECT kind, key, name, strength, edited_at FROM interest_edits ORDER BY kind, key",
            new { cancellationToken }).ConfigureAwait(false)];
        var erased = edits.Find(row => row.Kind == Everything)?.EditedAt;
        var from = Math.Max(since.ToUnixTimeSeconds(), erased ?? 0);
        var deeds = await DeedsAsync(connection, from, cancellationToken).ConfigureAwait(false);
        return new InterestNotes(deeds, [.. edits.Select(row => row.ToEdit()).OfType<InterestEdit>()], UnixTime.Read(erased));
    }, cancellationToken);

    /// <inheritdoc/>
    public Task<InterestStamp> StampAsync(CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        var row = await connection.QueryFirstAsync<InterestStampRow>(
            """
            SELECT coalesce((SELECT max(max(coalesce(viewed_at, 0), coalesce(saved_at, 0))) FROM story_status
                              WHERE max(coalesce(viewed_at, 0), coalesce(saved_at, 0)) > 0), 0) AS Liked,
                   coalesce((SELECT max(hidden_at) FROM story_status WHERE hidden_at IS NOT NULL), 0) AS Hidden,
                   coalesce((SELECT max(id) FROM comments), 0) AS Comment,
                   coalesce((SELECT max(edited_at) FROM interest_edits), 0) AS Edited
            """, new { cancellationToken }).ConfigureAwait(false);
        return new InterestStamp(row.Liked, row.Hidden, row.Comment, row.Edited);
    }, cancellationToken);

    private static async Task<IReadOnlyList<StoryDeeds>> DeedsAsync(SqliteConnection connection, long since,
        CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<DeedsRow>(
            """
            SELECT t.story_id, t.feed_id, coalesce(f.own_title, f.title, shown_address(f.feed_url)) AS FeedTitle,
                   s.title, s.categories, s.language,
                   t.viewed_at AS OpenedAt, t.finished_at, t.saved_at, t.hidden_at,
                   (SELECT max(c.created_at) FROM comments c WHERE c.story_id = t.story_id) AS CommentedAt
              FROM (SELECT id FROM (SELECT story_id AS id FROM story_status
                                     WHERE max(coalesce(viewed_at, 0), coalesce(saved_at, 0)) > 0
                                       AND max(coalesce(viewed_at, 0), coalesce(saved_at, 0)) > @since
                                     ORDER BY max(coalesce(viewed_at, 0), coalesce(saved_at, 0)) DESC, story_id DESC LIMIT @most)
                    UNION
                    SELECT id FROM (SELECT story_id AS id FROM story_status WHERE hidden_at > @since
                                     ORDER BY hidden_at DESC, story_id DESC LIMIT @most)
                    UNION
                    SELECT id FROM (SELECT story_id AS id FROM comments WHERE created_at > @since ORDER BY id DESC LIMIT @most)) k
             CROSS JOIN story_status t ON t.story_id = k.id CROSS JOIN stories s ON s.id = k.id CROSS JOIN feeds f ON f.id = t.feed_id
             ORDER BY t.story_id
            """,
            new { since, most = MostOfADeed, cancellationToken }).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToDeeds())];
    }

    /// <inheritdoc/>
    public Task<InterestCounts> CountAsync(IReadOnlyCollection<string> terms, CancellationToken cancellationToken) =>
        database.RunAsync(async connection =>
        {
            var ids = StorageJson.OfIds([.. terms.Select(term => (long)TitleTerms.HashOf(term)).Append(AllHeadlines).Distinct()]);
            var words = await connection.QueryAsync<WordRow>(
                "SELECT word, headlines FROM cluster_words WHERE word IN (SELECT value FROM json_each(@ids))",
                new { ids, cancellationToken }).ConfigureAwait(false);
            var counts = words.ToDictionary(row => (int)row.Word, row => (int)row.Headlines);
            List<CountRow> categories = [.. await connection.QueryAsync<CountRow>(
                """
                SELECT g.folded AS Name, count(*) AS Count
                  FROM (SELECT story_id FROM story_status ORDER BY sort_at DESC, story_id DESC LIMIT @most) k
                  CROSS JOIN story_categories sc ON sc.story_id = k.story_id CROSS JOIN categories g ON g.id = sc.category_id
                 GROUP BY g.folded
                """, new { most = MostCounted, cancellationToken }).ConfigureAwait(false)];
            List<CountRow> languages = [.. await connection.QueryAsync<CountRow>(
                """
                SELECT coalesce(s.language, '') AS Name, count(*) AS Count
                  FROM (SELECT story_id FROM story_status ORDER BY sort_at DESC, story_id DESC LIMIT @most) k
                  CROSS JOIN stories s ON s.id = k.story_id
                 GROUP BY s.language
                """, new { most = MostCounted, cancellationToken }).ConfigureAwait(false)];
            return new InterestCounts(
                counts.GetValueOrDefault(AllHeadlines),
                terms.Distinct().ToDictionary(term => term, term => counts.GetValueOrDefault(TitleTerms.HashOf(term))),
                (int)languages.Sum(row => row.Count),
                categories.ToDictionary(row => row.Name, row => (int)row.Count))
            {
                Languages = languages.GroupBy(row => DeedsRow.PrimaryLanguage(row.Name))
                    .ToDictionary(group => group.Key, group => (int)group.Sum(row => row.Count)),
            };
        }, cancellationToken);

    /// <inheritdoc/>
    public Task SetAsync(InterestSubject subject, string name, double? strength, CancellationToken cancellationToken) =>
        database.ChangeAsync(StepKinds.SettingInterest(name, strength is null), connection => connection.ExecuteAsync(
            """
            INSERT INTO interest_edits (kind, key, name, strength, edited_at) VALUES (@kind, @key, @name, @strength, @now)
                ON CONFLICT (kind, key) DO UPDATE SET name = excluded.name, strength = excluded.strength, edited_at = excluded.edited_at
            """,
            new { kind = InterestEditRow.WordFor(subject.Kind), key = subject.Key, name, strength, now = database.Now, cancellationToken }),
            cancellationToken);

    /// <inheritdoc/>
    public Task EraseAsync(CancellationToken cancellationToken) => database.ChangeAsync(StepKinds.ErasingInterests, async connection =>
    {
        await connection.ExecuteAsync("DELETE FROM interest_edits", new { cancellationToken }).ConfigureAwait(false);
        return await connection.ExecuteAsync(
            "INSERT INTO interest_edits (kind, key, name, strength, edited_at) VALUES (@all, '', '', NULL, @now)",
            new { all = Everything, now = database.Now, cancellationToken }).ConfigureAwait(false);
    }, cancellationToken);
}
