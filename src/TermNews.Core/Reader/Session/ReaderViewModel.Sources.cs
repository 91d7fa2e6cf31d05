using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    private const int WidestSource = 16;
    private const int MostCompared = 12;
    private const int EnoughMore = 100;   // Characters.
    private const double TimesMore = 1.2;
    private (Story Story, Story Best)? _bestText;

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
                new ReaderMenuItem(SourceLine(source, now), open => OpenAsync(source, story, open))
                {
                    TakeOutAsync = split => SplitAsync(source, split),
                })], here - first),
        };
        Tell($"{InMenu(ReaderCommand.Open)} opens; {InMenu(ReaderCommand.Split)} takes out other news.");

        string InMenu(ReaderCommand command) => _parts.Keys.KeyOf(command, KeyScope.Menu) ?? "?";
    }

    private async Task SplitAsync(Story story, CancellationToken token) =>
        await ApplyAsync(await _split.SplitAsync(story.Id, token), token);

    /// <summary>
    /// The story of its cluster with the best text: the longest of the first few, but one that is hardly longer than the story's own is no better.
    /// </summary>
    private async Task<Story> BestTextOfAsync(Story story, CancellationToken token)
    {
        if (story.Cluster.Size < 2 || !_parts.OpensBestText)
            return story;
        if (_bestText is { } known && known.Story == story)
            return known.Best;
        var best = story;
        await _parts.RunBehind(async () =>
        {
            var enough = EnoughMore + (TimesMore * await LengthOfTextAsync(story, token).ConfigureAwait(false));
            var sources = await SourcesOfAsync(story, token).ConfigureAwait(false);
            foreach (var other in sources.Where(other => other.Id != story.Id && !other.Status.IsHidden).Take(MostCompared))
            {
                var length = await LengthOfTextAsync(other, token).ConfigureAwait(false);
                if (length > enough)
                    (best, enough) = (other, length);
            }
        });
        _bestText = (story, best);
        return best;
    }

    private async Task<int> LengthOfTextAsync(Story story, CancellationToken token) =>
        (await _edition.ReadTextAsync(story.Id, token).ConfigureAwait(false)).ToWords().Length;

    private static string SourceLine(Story source, DateTimeOffset now) => string.Join("  ",
        Ages.InCells(source.SortAt, now).PadRight(3), TextWidth.Pad(source.Feed.Title, WidestSource), StoryLine.HeadlineOf(source));
}
