using System.Globalization;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Storage;

public sealed partial class StoryRepository
{
    private const int WordsLookedAt = 24;
    private const int WordsUsed = 10;

    /// <summary>More than so many new stories are not waited for: what is related is found among those indexed.</summary>
    private const int MostIndexedFirst = 200;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Story>> RelatedAsync(long storyId, int limit, CancellationToken cancellationToken)
    {
        if (await _index.CountWaitingAsync(cancellationToken).ConfigureAwait(false) <= MostIndexedFirst)
            await _index.CatchUpAsync(IndexPace.AtOnce, cancellationToken).ConfigureAwait(false);
        return await database.RunAsync<IReadOnlyList<Story>>(async connection =>
        {
            var source = await connection.QueryFirstOrDefaultAsync<RelatedSourceRow>(
                "SELECT s.title AS Title, s.lead AS Lead, coalesce(t.cluster_id, s.id) AS ClusterId "
                    + "FROM stories s JOIN story_status t ON t.story_id = s.id WHERE s.id = @storyId",
                new { storyId, cancellationToken }).ConfigureAwait(false);
            if (source is null)
                return [];
            var words = await TellingWordsAsync(connection, $"{source.Title} {source.Lead}", cancellationToken).ConfigureAwait(false);
            var rows = words.Count == 0 ? [] : await connection.QueryAsync<StoryRow>(
                $"""
                SELECT {StoryRow.Columns}, 0 AS Key
                  FROM (SELECT x.rowid AS id, bm25(story_index, 1.0, 6.0, 0.0, 2.0, 0.0) AS rank
                          FROM story_index x CROSS JOIN story_status t ON t.story_id = x.rowid
                         WHERE story_index MATCH @match AND t.read_at IS NULL AND t.hidden_at IS NULL AND t.muted_until <= @now
                           AND x.rowid <> @storyId AND coalesce(t.cluster_id, t.story_id) <> @clusterId
                         ORDER BY rank, x.rowid DESC LIMIT @limit) k
                  {StoryRow.Joins}
                 ORDER BY k.rank, k.id DESC
                """,
                new
                {
                    match = string.Join(" OR ", words.Select(word => $"- feed : \"{word}\"")),
                    storyId,
                    clusterId = source.ClusterId,
                    now = database.Now,
                    limit,
                    cancellationToken,
                }).ConfigureAwait(false);
            List<Story> found = [.. rows.Select(row => row.ToStory())];
            return found.Count > 0 ? found
                : await SameCategoryAsync(connection, storyId, source.ClusterId, limit, cancellationToken).ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Story>> SameCategoryAsync(
        SqliteConnection connection, long storyId, long clusterId, int limit, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<StoryRow>(
            $"""
            SELECT {StoryRow.Columns}, 0 AS Key
              FROM (SELECT t.story_id AS id, t.sort_at AS sort_at
                      FROM story_status t
                     WHERE t.read_at IS NULL AND t.hidden_at IS NULL AND t.muted_until <= @now
                       AND t.story_id <> @storyId AND coalesce(t.cluster_id, t.story_id) <> @clusterId
                       AND t.story_id IN (SELECT other.story_id FROM story_categories own
                                            JOIN story_categories other ON other.category_id = own.category_id WHERE own.story_id =
                                              @storyId)
                     ORDER BY t.sort_at DESC, t.story_id DESC LIMIT @limit) k
              {StoryRow.Joins}
             ORDER BY k.sort_at DESC, k.id DESC
            """,
            new { storyId, clusterId, now = database.Now, limit, cancellationToken }).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToStory())];
    }

    /// <summary>
    /// The words of a text that are in few stories, rarest first; those of no other story lead nowhere, those of very
    /// many say nothing.
    /// </summary>
    private static async Task<IReadOnlyList<string>> TellingWordsAsync(SqliteConnection connection, string text,
        CancellationToken cancellationToken)
    {
        List<string> words = [.. Words(text).Distinct().Take(WordsLookedAt)];
        var all = await connection.ExecuteScalarAsync<long>("SELECT max(id) FROM stories", new { cancellationToken }).ConfigureAwait(false);
        List<(string Word, long Stories)> telling = [];
        foreach (var word in words)
        {
            if (word.Contains(' ', StringComparison.Ordinal))
            {
                telling.Add((word, 2));   // A pair of characters: the index counts no pairs, and most tell much.
                continue;
            }
            var stories = await connection.ExecuteScalarAsync<long>(
                "SELECT coalesce(sum(doc), 0) FROM story_terms WHERE term = @word", new { word, cancellationToken }).ConfigureAwait(false);
            if (stories > 1 && stories <= Math.Max(10, all / 20))
                telling.Add((word, stories));
        }
        return [.. telling.OrderBy(t => t.Stories).Take(WordsUsed).Select(t => t.Word)];
    }

    /// <summary>Words as the index folds them, from four letters on; scripts without spaces give pairs of characters.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        var before = '\0';
        foreach (var c in UnicodeForms.Nfc(text).ToLowerInvariant() + " ")
        {
            var isAlone = SearchText.IsWithoutSpaces(c.ToString(), 0);
            if (isAlone && before != '\0')
                yield return $"{before} {c}";
            before = isAlone ? c : '\0';
            if (!isAlone && char.IsLetterOrDigit(c))
            {
                word.Append(Bare(c));
                continue;
            }
            if (word.Length >= 4)
                yield return word.ToString();
            word.Clear();
        }
    }

    private static char Bare(char c)
    {
        var parts = c < '\u0080' ? "" : UnicodeForms.Nfd(c.ToString());
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}

/// <summary>What a story is compared by.</summary>
internal sealed class RelatedSourceRow
{
    public string? Title { get; set; }
    public string? Lead { get; set; }
    public long ClusterId { get; set; }
}
