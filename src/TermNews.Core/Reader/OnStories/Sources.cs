using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.OnStories;

/// <summary>The stories of a cluster: all that report the same news.</summary>
internal sealed class Sources(ReaderSession session, SplitCluster splitting, ShownEdition edition, TimeProvider clock)
{
    private const int WidestSource = 16;   // Columns of a feed's title in the menu.

    /// <summary>Shows the sources of a story, to open one or to take one out.</summary>
    public async Task ShowAsync(Story story, CancellationToken cancellationToken)
    {
        var sources = await edition.Stories.ListClusterAsync(story.Id, cancellationToken);
        if (sources.Count < 2)
        {
            session.Tell("No other feed reports this.");
            return;
        }
        var here = sources.Index().FirstOrDefault(one => one.Item.Id == story.Id).Index;
        var now = clock.GetUtcNow();
        var items = sources.Select(source =>
            new ReaderMenuItem(LineOf(source, now), token => session.Room<IStoryOpener>().OpenAsync(source, story, token))
            {
                TakeOutAsync = token => SplitAsync(source, token),
            });
        session.ShowMenu("Who reports this", [.. items], here);
        session.Tell("{key:open} opens; {key:split} takes out other news.");
    }

    private async Task SplitAsync(Story story, CancellationToken cancellationToken) =>
        await session.ApplyAsync(await splitting.SplitAsync(story.Id, cancellationToken), cancellationToken);

    private static string LineOf(Story source, DateTimeOffset now) => string.Join("  ",
        Ages.InCells(source.SortAt, now).PadRight(3), TextWidth.Pad(source.Feed.Title, WidestSource), source.Headline);
}
