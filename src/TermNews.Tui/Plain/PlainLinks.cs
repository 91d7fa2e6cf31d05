using TermNews.Core.Reader;
using TermNews.Core.Reader.Article;
using TermNews.Core.UseCases;

namespace TermNews.Tui.Plain;

/// <summary>The links of the open text, and the addresses of stories: shown, opened, copied, sent.</summary>
internal sealed class PlainLinks(PlainSession session)
{
    private const int AnyWidth = 80;   // Links are the same at every width.

    /// <summary>Shows the links of the open story.</summary>
    public Task Show()
    {
        var links = Links();
        if (links.Count == 0)
            session.Printer.Line("This story has no links.");
        foreach (var (at, link) in links.Index())
            session.Printer.Line(string.Create(CultureInfo.InvariantCulture, $"[{at + 1}] {link}"));
        return Task.CompletedTask;
    }

    /// <summary>Opens a link, copies it or shows it.</summary>
    public async Task FollowAsync(string rest, CancellationToken token)
    {
        var (number, how) = PlainWords.Split(rest);
        var links = Links();
        if (PlainWords.Number(number) is not { } place || place < 1 || place > links.Count)
            throw PlainWords.Wrong(links.Count == 0 ? "This story has no links." : $"Give the number of a link, from 1 to {links.Count}.");
        var url = links[place - 1];
        if (how == "show")
            session.Printer.Line(url);
        else if (how is "" or "open" or "copy")
            session.Tell(how == "copy" ? await session.Share.CopyAsync(url, token) : await session.Share.OpenAsync(url, token));
        else
            throw PlainWords.Wrong($"A link can be opened, copied or shown: link {number} open, copy or show.");
    }

    /// <summary>Shares a story.</summary>
    public async Task ShareAsync(
        Func<ShareStory, Story, CancellationToken, Task<Outcome>> how, string number, CancellationToken token)
    {
        var story = await session.KeptAsync(session.StoryOf(number), token);
        session.Tell(await how(session.Share, story, token));
    }

    /// <summary>Shows the link of a story.</summary>
    public Task ShowAddress(string number)
    {
        session.Printer.Line(session.StoryOf(number).Link ?? "This story has no link.");
        return Task.CompletedTask;
    }

    private IReadOnlyList<string> Links()
    {
        if (session.OpenStory is null)
            throw PlainWords.Wrong(PlainWords.NothingOpen);
        var page = ArticleComposer.Compose(
            session.Article.State, AnyWidth, new LineOptions(session.Now), session.Parts.Clock.LocalTimeZone);
        return [.. page.Targets.Where(static target => target.Kind == ArticleTargetKind.Link).Select(static target => target.Url!)];
    }
}
