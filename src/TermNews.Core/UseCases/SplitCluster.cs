namespace TermNews.Core.UseCases;

/// <summary>Takes a story out of a cluster it was put into by mistake, and puts it back.</summary>
/// <param name="stories">The stories of the edition that is shown.</param>
public sealed class SplitCluster(Func<IStoryRepository> stories)
{
    /// <summary>Takes a story out of its cluster, for good. The value is null where it was alone already.</summary>
    public async Task<Outcome<ClusterSplit?>> SplitAsync(long storyId, CancellationToken cancellationToken)
    {
        if (await stories().SplitAsync(storyId, cancellationToken) is not { } split)
            return new("The story stands alone already.", null);
        return new("Other news now, for good; {key:undo} undoes it.", split) { ChangesLists = true };
    }

    /// <summary>Puts a story back to the stories it was taken away from. The value is null where it was not taken out.</summary>
    public async Task<Outcome<ClusterSplit?>> RejoinAsync(long storyId, CancellationToken cancellationToken)
    {
        if (await stories().FindSplitAsync(storyId, cancellationToken) is not { } split)
            return new("", null);
        await stories().RejoinAsync(split, cancellationToken);
        return new("", split) { ChangesLists = true };
    }
}
