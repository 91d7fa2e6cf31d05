using Dapper;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Reading;

/// <summary>Finds stories that are related to one, by its words or by its categories.</summary>
internal sealed class RelatedStories(NewsDatabase database, SearchIndex index)
{
    /// <summary>The words that are looked up, heaviest first. Each costs two queries of the index.</summary>
    private const int WordsUsed = 10;

    /// <summary>The newest stories of a word that are counted: bounds the cost of a common word.</summary>
    private const int StoriesOfWord = 500;

    /// <summary>
    /// A word in a larger share of all stories is not informative, unless fewer than <see cref="FewStories"/> stories have it.
    /// </summary>
    private const double MostCommon = 0.05;

    private const int FewStories = 10;

    /// <summary>The categories that are looked up, and the newest stories of each.</summary>
    private const int CategoriesUsed = 8, StoriesOfCategory = 500;

    /// <summary>
    /// The largest backlog that is indexed before the query; with more, related stories are found among those already indexed.
    /// </summary>
    private const int MostIndexedFirst = 200;

    private const string MayBeLiked =
        """
        t.read_at IS NULL AND t.hidden_at IS NULL AND t.muted_until <= @now
        AND t.story_id <> @storyId AND coalesce(t.cluster_id, t.story_id) <> @clusterId
        """;

    /// <inheritdoc cref="IStorySearch.RelatedAsync"/>
    public async Task<IReadOnlyList<RelatedStory>> RelatedAsync(Story story, int limit, CancellationToken cancellationToken)
    {
        if (await index.CountWaitingAsync(cancellationToken).ConfigureAwait(false) <= MostIndexedFirst)
            await index.CatchUpAsync(IndexPace.AtOnce, cancellationToken).ConfigureAwait(false);
        return await database.RunAsync<IReadOnlyList<RelatedStory>>(async connection =>
        {
            var last = await connection.ExecuteScalarAsync<long>("SELECT max(id) FROM stories", new { cancellationToken })
                .ConfigureAwait(false);
            var near = Near(PreparedStatements.Of(connection), story, last, cancellationToken);
            var rows = await connection.QueryAsync<StoryRow>(
                $"""
                SELECT {StoryRow.Columns}, k.place AS Key
                  FROM (SELECT t.story_id AS id, min(x.key) AS place
                          FROM json_each(@near) x CROSS JOIN story_status t ON t.story_id = x.value
                         WHERE {MayBeLiked}
                         GROUP BY coalesce(t.cluster_id, t.story_id)
                         ORDER BY place LIMIT @limit) k
                  {StoryRow.Joins}
                 ORDER BY k.place
                """,
                new
                {
                    near = StorageJson.OfIds(near.NearestFirst()),
                    now = database.Now,
                    storyId = story.Id,
                    clusterId = story.Cluster.Id,
                    limit,
                    cancellationToken,
                }).ConfigureAwait(false);
            return [.. rows.Select(row => new RelatedStory(row.ToStory(), near.WordsOf(row.Id)))];
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="IStorySearch.SameCategoryAsync"/>
    public Task<IReadOnlyList<Story>> SameCategoryAsync(Story story, int limit, CancellationToken cancellationToken) =>
        database.ListAsync(connection => connection.QueryAsync<StoryRow>(
            $"""
            SELECT {StoryRow.Columns}, 0 AS Key
              FROM (SELECT t.story_id AS id, t.sort_at AS sort_at, count(*) AS shared
                      FROM (SELECT category_id FROM story_categories WHERE story_id = @storyId LIMIT @categories) own
                     CROSS JOIN story_status t
                     WHERE t.story_id IN (SELECT story_id FROM story_categories WHERE category_id = own.category_id
                                           ORDER BY story_id DESC LIMIT @stories)
                       AND {MayBeLiked}
                     GROUP BY t.story_id
                     ORDER BY shared DESC, t.sort_at DESC, t.story_id DESC LIMIT @limit) k
              {StoryRow.Joins}
             ORDER BY k.shared DESC, k.sort_at DESC, k.id DESC
            """,
            new
            {
                categories = CategoriesUsed,
                stories = StoriesOfCategory,
                now = database.Now,
                storyId = story.Id,
                clusterId = story.Cluster.Id,
                limit,
                cancellationToken,
            }),
            static row => row.ToStory(), cancellationToken);

    /// <summary>
    /// The stories that share the most informative words (TF-IDF): those that few stories have. A word that no other story has finds
    /// nothing.
    /// </summary>
    private static NearStories Near(PreparedStatements statements, Story story, long last, CancellationToken cancellationToken)
    {
        List<(TellingWord Word, IReadOnlyList<long> Stories)> telling = [];
        foreach (var word in TellingWords.Of(story.Title, story.Lead))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var stories = ListNewest(statements, $"- feed : {word.Match}", StoriesOfWord);
            var share = ShareOf(stories, last);
            if (stories.Count > 1 && (stories.Count <= FewStories || share <= MostCommon))
                telling.Add((word with { Weight = word.Weight * Math.Log(1 + (1 / share)) }, stories));
        }
        var near = new NearStories();
        foreach (var (word, stories) in telling.OrderByDescending(pair => pair.Word.Weight).Take(WordsUsed))
            near.Add(word, stories, ListNewest(statements, $"title : {word.Match}", StoriesOfWord));
        return near;
    }

    /// <summary>The stories that match in the search index, newest first.</summary>
    private static List<long> ListNewest(PreparedStatements statements, string match, int most)
    {
        List<long> ids = [];
        using var reader =
            statements.Read("SELECT rowid FROM story_index WHERE story_index MATCH @1 ORDER BY rowid DESC LIMIT @2", match, most);
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    /// <summary>
    /// The document frequency of a word as a share of all stories, estimated over the range of the stories found if these were cut off.
    /// </summary>
    private static double ShareOf(List<long> newest, long last) =>
        Math.Min(1, newest.Count / (double)(newest.Count < StoriesOfWord ? last : last - newest[^1] + 1));
}
