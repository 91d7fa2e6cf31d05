using Dapper;
using TermNews.Core.Storage.Database;
using TermNews.Core.Storage.Rows;
using TermNews.Core.Stories;

namespace TermNews.Core.Storage;

/// <summary>Full texts in a <see cref="NewsDatabase"/>, within limits of their own.</summary>
/// <param name="database">Where they are.</param>
/// <param name="mostArticles">How many are kept beside those of saved and pinned stories.</param>
/// <param name="mostCharacters">How long they may be together.</param>
public sealed class ArticleRepository(
    NewsDatabase database, int mostArticles = ArticleRepository.MostArticles, long mostCharacters = ArticleRepository.MostCharacters)
    : IArticleRepository
{
    /// <summary>How many are kept beside those of saved and pinned stories.</summary>
    public const int MostArticles = 2_000;

    /// <summary>How long they may be together, in characters of their HTML.</summary>
    public const long MostCharacters = 50_000_000;

    /// <inheritdoc/>
    public Task<KeptArticle?> FindAsync(long storyId, CancellationToken cancellationToken) => database.RunAsync(async connection =>
    {
        var row = await connection.QueryFirstOrDefaultAsync<ArticleRow>(
            """
            SELECT story_id, fetched_at, html, fault, title, byline,
                   site_name, published_at, language, right_to_left AS IsRightToLeft,
                   image_url, image_caption, size
              FROM articles
             WHERE story_id = @storyId
            """,
            new { storyId, cancellationToken }).ConfigureAwait(false);
        return row?.ToArticle();
    }, cancellationToken);

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
