using TermNews.Core.Reader;
using TermNews.Core.Reader.Article;

namespace TermNews.Tui.Plain;

/// <summary>The links and files of the open story, and the addresses of stories: shown, opened, copied, sent.</summary>
internal sealed class PlainLinks(PlainSession session)
{
    private const int AnyWidth = 80;   // Columns; the links are the same at every width.
    private const string NoLinks = "This story has no links.";
    private const string NoFiles = "No file belongs to this story.";

    private Story OpenStory => session.OpenStory ?? throw PlainWords.Wrong(PlainWords.NothingOpen);

    /// <summary>Shows the links of the open story.</summary>
    public Task Show() => Show(Links().Select(static (link, at) => $"[{at + 1}] {link}"), NoLinks);

    /// <summary>Shows the files of the open story.</summary>
    public Task ShowFiles() =>
        Show(OpenStory.Enclosures.Select((file, at) => $"{at + 1}: {EnclosureWords.Of(file, session.Parts.Ascii)}"), NoFiles);

    /// <summary>Opens a link, copies it or shows it.</summary>
    public async Task FollowAsync(string rest, CancellationToken token)
    {
        var (number, how) = PlainWords.Split(rest);
        var url = PlainWords.Choose(number, Links(), "link", NoLinks);
        session.Tell(await UseAsync(url, how.Length == 0 ? "open" : how, token)
            ?? throw PlainWords.Wrong($"A link can be opened, copied or shown: link {number} open, copy or show."));
    }

    /// <summary>Downloads a file, opens it in the browser, copies its address or shows it.</summary>
    public async Task FollowFileAsync(string rest, CancellationToken token)
    {
        var (number, how) = PlainWords.Split(rest);
        var file = PlainWords.Choose(number, OpenStory.Enclosures, "file", NoFiles);
        session.Tell(how is "" or "download"
            ? await session.Downloads.RunAsync(file, static _ => { }, token)
            : await UseAsync(file.Url, how, token) ?? throw PlainWords.Wrong(
                $"A file can be downloaded, opened, copied or shown: file {number} download, open, copy or show."));
    }

    /// <summary>Shares a story.</summary>
    public async Task ShareAsync(
        Func<ShareStory, Story, CancellationToken, Task<Outcome>> how, string number, CancellationToken token)
    {
        var story = await session.KeptAsync(session.StoryOf(number), token);
        session.Tell(await how(session.Share, story, token));
    }

    /// <summary>Shows the link of a story.</summary>
    public Task ShowAddress(string number) => Show([session.StoryOf(number).Link ?? "This story has no link."], "");

    private Task Show(IEnumerable<string> lines, string whenNone)
    {
        foreach (var line in lines.DefaultIfEmpty(whenNone))
            session.Printer.Line(line);
        return Task.CompletedTask;
    }

    /// <summary>Opens, copies or shows an address; null for any other word.</summary>
    private async Task<Outcome?> UseAsync(string url, string how, CancellationToken token) => how switch
    {
        "open" => await session.Share.OpenAsync(url, token),
        "copy" => await session.Share.CopyAsync(url, token),
        "show" => new Outcome(url),
        _ => null,
    };

    private IReadOnlyList<string> Links()
    {
        _ = OpenStory;
        var page = ArticleComposer.Compose(
            session.Article.State, AnyWidth, new LineOptions(session.Now), session.Parts.Clock.LocalTimeZone);
        return [.. page.Targets.Where(static target => target.Kind == ArticleTargetKind.Link).Select(static target => target.Url!)];
    }
}
