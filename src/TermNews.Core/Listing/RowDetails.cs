using TermNews.Core.Ranking;

namespace TermNews.Core.Listing;

/// <summary>Adds what only the shown rows need to know: the names of the sources of a cluster, and the mutes of a muted story.</summary>
internal sealed class RowDetails(IStoryRepository stories, TimeProvider clock, IMuteRepository? mutes)
{
    /// <inheritdoc cref="StoryLists.WithSourcesAsync"/>
    public async Task<IReadOnlyList<RankedStory>> WithSourcesAsync(IReadOnlyList<RankedStory> rows, CancellationToken cancellationToken)
    {
        long[] clusters =
        [
            .. rows.Where(static row => row.Story.Cluster.Sources > 1).Select(static row => row.Story.Cluster.Id).Distinct(),
        ];
        if (clusters.Length == 0)
            return rows;
        var coverage = await stories.ListCoverageAsync(clusters, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row =>
            coverage.GetValueOrDefault(row.Story.Cluster.Id) is { } known ? Reasons.WithCoverage(row, known) : row)];
    }

    /// <summary>The same rows; the reason of a muted story begins with the mutes and their end.</summary>
    public async Task<IReadOnlyList<RankedStory>> WithMutesAsync(IReadOnlyList<RankedStory> rows, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (mutes is null || !rows.Any(row => row.Story.IsMuted(now)))
            return rows;
        var muting = new MuteRules(await mutes.ListAsync(cancellationToken).ConfigureAwait(false));
        return [.. rows.Select(row => row.Story.IsMuted(now) ? WithMutes(row, muting.Of(MuteSubject.Of(row.Story)), now) : row)];
    }

    private RankedStory WithMutes(RankedStory row, IReadOnlyList<Mute> by, DateTimeOffset now) => row with
    {
        MutedBy = by,
        Reason = MuteWords.By(row.Story, by, now, clock.LocalTimeZone) + (row.Reason.Length == 0 ? "" : $"; {row.Reason}"),
    };
}
