using Dapper;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;

namespace TermNews.Core.Storage;

/// <summary>The full texts kept in a <see cref="NewsDatabase"/>; the oldest are dropped when a limit is exceeded.</summary>
/// <param name="database">The database.</param>
/// <param name="mostArticles">The largest number of articles, not counting those of saved and pinned stories.</param>
/// <param name="mostCharacters">The largest total length in characters of HTML.</param>
public sealed class ArticleRepository(
    NewsDatabase database, int mostArticles = ArticleRepository.MostArticles, long mostCharacters = ArticleRepository.MostCharacters)
    : IArticleRepository
{
    /// <summary>
    /// The largest number of articles, not counting those of saved and pinned stories: more than a year of reading at five a day.
    /// </summary>
    public const int MostArticles = 2_000;

    /// <summary>The largest total length in characters of HTML; the table stays below 50 MB of ASCII text.</summary>
    public const long MostCharacters = 50_000_000;

    /// <inheritdoc/>
    public Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken) => database.FindAsync(
        connection => connection.QueryFirstOrDefaultAsync<ArticleRow>(
            """
            SELECT story_id, fetched_at, html, fault, title, byline,
                   site_name, published_at, language, right_to_left AS IsRightToLeft,
                   image_url, image_caption, size
              FROM articles
             WHERE story_id = @storyId
            """,
            new { storyId, cancellationToken }),
        static row => row.ToArticle(), cancellationToken);

    /// <inheritdoc/>
    public Task KeepAsync(KeptArticle article, CancellationToken cancellationToken) => database.WriteAsync(async connection =>
    {
        var row = ArticleRow.From(article);
        var written = await connection.ExecuteAsync(
            """
            INSERT OR REPLACE INTO articles (story_id, fetched_at, html, fault, title, byline, site_name, published_at, language,
                                             right_to_left, image_url, image_caption, size)
            SELECT id, @FetchedAt, @Html, @Fault, @Title, @Byline, @SiteName, @PublishedAt, @Language, @IsRightToLeft, @ImageUrl,
                   @ImageCaption, @Size
              FROM stories
             WHERE id = @StoryId
            """,
            row).ConfigureAwait(false);
        if (written == 0)
            return 0;
        return await connection.ExecuteAsync(
            """
            DELETE FROM articles WHERE story_id IN (
                SELECT story_id FROM (
                    SELECT a.story_id,
                           row_number() OVER newest AS place,
                           sum(a.size) OVER newest AS characters
                      FROM articles a
                      JOIN story_status t ON t.story_id = a.story_id
                     WHERE t.saved_at IS NULL AND t.pinned_at IS NULL
                    WINDOW newest AS (ORDER BY a.fetched_at DESC, a.story_id DESC))
                 WHERE place > @mostArticles OR characters > @mostCharacters)
            """,
            new { mostArticles, mostCharacters }).ConfigureAwait(false);
    }, cancellationToken);
}
