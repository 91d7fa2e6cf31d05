using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Storage.Searching;
using TermNews.Core.Storage.Values;

namespace TermNews.Core.Storage.Reading;

/// <summary>Makes a <see cref="StoryFilter"/> of a query, and brings the search index up to date where the query has a search.</summary>
internal sealed class FilteredReads(NewsDatabase database, SearchIndex index)
{
    /// <summary>Runs a query. If it has a search, the search index is brought up to date first.</summary>
    public async Task<T> RunAsync<T>(string? search, Func<SqliteConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        if (search is not null)
            await index.CatchUpAsync(IndexPace.AtOnce, cancellationToken).ConfigureAwait(false);
        return await database.RunAsync(work, cancellationToken).ConfigureAwait(false);
    }

    public async Task<StoryFilter> FilterAsync(
        SqliteConnection connection, StoryQuery query, CancellationToken cancellationToken, FilterReach takes = FilterReach.Rows)
    {
        var search = query.Search is null ? null : await CompileAsync(connection, query.Search, cancellationToken).ConfigureAwait(false);
        return new StoryFilter(query, search, database.Now, takes);
    }

    public static async Task<CompiledSearch> CompileAsync(SqliteConnection connection, string typed, CancellationToken cancellationToken)
    {
        var expression = SearchExpression.Parse(typed);
        if (!expression.NamesFeeds)
            return CompiledSearch.Of(expression, _ => []);
        List<FeedNameRow> feeds = [.. await connection.QueryAsync<FeedNameRow>(
            "SELECT id, coalesce(own_title, title, shown_address(feed_url)) AS Title FROM feeds", new { cancellationToken })
                .ConfigureAwait(false)];
        return CompiledSearch.Of(expression, part =>
            feeds.Where(feed => Folded.Of(feed.Title).Contains(Folded.Of(part), StringComparison.Ordinal)).Select(feed => feed.Id));
    }
}
