using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Searching;

namespace TermNews.Core.Storage.Reading;

/// <summary>Full-text search, ranked by BM25 with higher weights for title, author and categories.</summary>
internal sealed class TextSearch(FilteredReads reads)
{
    /// <inheritdoc cref="IStorySearch.SearchAsync"/>
    public Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        reads.RunAsync<IReadOnlyList<Story>>(search, async connection =>
        {
            var compiled = await FilteredReads.CompileAsync(connection, search, cancellationToken).ConfigureAwait(false);
            var filter = await reads.FilterAsync(connection, query, cancellationToken, FilterReach.Muted).ConfigureAwait(false);
            return await BestAsync(connection, compiled, filter, limit).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Ranks the matches. Its terms are bound apart from those of the filter's own search.</summary>
    private static async Task<IReadOnlyList<Story>> BestAsync(SqliteConnection connection, CompiledSearch search, StoryFilter filter,
        int limit)
    {
        filter.Parameters.Size = limit;
        filter.Parameters.Found = search.Match;
        filter.Parameters.Forbidden = search.Without;
        var found = search.Match is null
            ? "(SELECT story_id AS id, -sort_at AS rank FROM story_status)"
            : "(SELECT rowid AS id, bm25(story_index, 1.0, 8.0, 3.0, 3.0, 0.0) AS rank FROM story_index WHERE story_index MATCH @Found)";
        var forbidden = search.Without is null ? "" : "AND x.id NOT IN (SELECT rowid FROM story_index WHERE story_index MATCH @Forbidden)";
        var rows = await connection.QueryAsync<StoryRow>(
            $"""
            WITH found AS MATERIALIZED {found}
            SELECT {StoryRow.Columns}, 0 AS Key
              FROM (SELECT t.story_id AS id, x.rank AS rank, t.sort_at AS sort_at FROM {filter.From} JOIN found x ON x.id = t.story_id
                WHERE {filter.Where} {forbidden}
                     ORDER BY x.rank, t.sort_at DESC, t.story_id DESC LIMIT @Size) k
              {StoryRow.Joins}
             ORDER BY k.rank, k.sort_at DESC, k.id DESC
            """,
            filter.Parameters).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToStory())];
    }
}
