using TermNews.Core.Ranking;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.ViewModels;

public sealed partial class ReaderViewModel
{
    private const int WidestSource = 16;

    /// <summary>All that report the news of a story, oldest first, to open one of them.</summary>
    public Task<IReadOnlyList<Story>> SourcesOfAsync(Story story, CancellationToken cancellationToken) =>
        _edition.ListClusterAsync(story.Id, cancellationToken);

    private async Task ShowSourcesAsync(Story story, CancellationToken token)
    {
        var sources = await SourcesOfAsync(story, token);
        if (sources.Count < 2)
        {
            Tell("No other feed reports this.");
            return;
        }
        var most = Math.Max(1, State.Layout.BodyHeight - 2);
        var here = sources.Index().FirstOrDefault(one => one.Item.Id == story.Id).Index;
        var first = Math.Clamp(here - (most / 2), 0, Math.Max(0, sources.Count - most));
        var now = _parts.Clock.GetUtcNow();
        State = State with
        {
            Menu = new ReaderMenu("Who reports this", [.. sources.Skip(first).Take(most).Select(source =>
                new ReaderMenuItem(SourceLine(source, now), open => OpenAsync(source, open)))], here - first),
        };
    }

    private static string SourceLine(Story source, DateTimeOffset now) => string.Join("  ",
        Ages.InCells(source.SortAt, now).PadRight(3), TextWidth.Pad(source.Feed.Title, WidestSource), StoryLine.HeadlineOf(source));
}
