using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

public sealed partial class StoryRepository
{
    /// <summary>Reads what a search narrows, or no search: with one, the index is brought up to date first.</summary>
    private async Task<T> SearchedAsync<T>(string? search, Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        if (search is not null)
            await _index.CatchUpAsync(IndexPace.AtOnce, cancellationToken).ConfigureAwait(false);
        return await database.RunAsync(work, cancellationToken).ConfigureAwait(false);
    }

    private async Task<StoryFilter> FilterAsync(
        SqliteConnection connection, StoryQuery query, CancellationToken cancellationToken, FilterReach takes = FilterReach.Rows)
    {
        var search = query.Search is null ? null : await CompileAsync(connection, query.Search, cancellationToken).ConfigureAwait(false);
        return new StoryFilter(query, search, database.Now, takes);
    }

    private static async Task<CompiledSearch> CompileAsync(SqliteConnection connection, string typed, CancellationToken cancellationToken)
    {
        var expression = SearchExpression.Parse(typed);
        if (!expression.NamesFeeds)
            return CompiledSearch.Of(expression, _ => []);
        List<CountRow> feeds = [.. await connection.QueryAsync<CountRow>(
            "SELECT id AS Id, coalesce(own_title, title, feed_url) AS Name, 0 AS Count FROM feeds", new { cancellationToken })
                .ConfigureAwait(false)];
        return CompiledSearch.Of(expression, part =>
            feeds.Where(feed => Folded.Of(feed.Name).Contains(Folded.Of(part), StringComparison.Ordinal)).Select(feed => feed.Id));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Story>> SearchAsync(string search, StoryQuery query, int limit, CancellationToken cancellationToken) =>
        SearchedAsync<IReadOnlyList<Story>>(search, async connection =>
        {
            var compiled = await CompileAsync(connection, search, cancellationToken).ConfigureAwait(false);
            var filter = await FilterAsync(connection, query, cancellationToken, FilterReach.Muted).ConfigureAwait(false);
            return await BestAsync(connection, compiled, filter, limit).ConfigureAwait(false);
        }, cancellationToken);

    /// <summary>Ranks what a search finds; the words are bound apart from those of the filter's own search.</summary>
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
