using System.Globalization;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.OnStories;

/// <summary>Mutes words, authors, feeds and categories, and shows what is muted.</summary>
internal sealed class Muting(ReaderSession session, StoryMarks marks, ShownEdition edition, FrontPageScreen frontPage, TimeProvider clock)
{
    /// <summary>What is muted, with the number of stories of Latest that each mute keeps out.</summary>
    public Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken) => edition.CountAsync(cancellationToken);

    /// <summary>"for ever", "until 25 Dec".</summary>
    public string UntilWords(Mute mute) => MuteWords.Until(mute.Until, clock.GetUtcNow(), clock.LocalTimeZone);

    /// <summary>"the word 'election' until 25 Dec: 12 stories".</summary>
    public string LineOf(MuteCount count) => $"{count.Mute.Name} {UntilWords(count.Mute)}: {StoryMarks.Stories(count.Stories)}"
        + (count.Mute.IsConfigured ? ", by the configuration" : "");

    /// <summary>Asks what to mute of a story; first come the mutes that it has already.</summary>
    public async Task AskWhatToMuteAsync(Story story, CancellationToken cancellationToken)
    {
        List<(string Words, Func<CancellationToken, Task> RunAsync)> choices = [];
        foreach (var mute in await MutesOfAsync(story, cancellationToken))
            choices.Add(($"No longer mute {mute.Name}", token => UnmuteAsync(mute, token)));
        choices.Add(("A word of the headline…", _ => AskForWord(story)));
        foreach (var author in (story.Author ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            choices.Add(Choice("The author", new Mute(MuteKind.Author, author)));
        choices.Add(Choice("The feed", new Mute(MuteKind.Feed, story.Feed.Title) { FeedId = story.Feed.Id }));
        foreach (var category in story.Categories)
            choices.Add(Choice("The category", new Mute(MuteKind.Category, category)));
        var items = choices.Take(session.MenuRoom).Select(static (choice, place) =>
            new ReaderMenuItem(string.Create(CultureInfo.InvariantCulture, $"{place + 1} {choice.Words}"), choice.RunAsync));
        session.Menu.Show(new ReaderMenu("Mute", [.. items], 0));
    }

    /// <summary>Mutes, and tells how many stories that keeps out.</summary>
    public async Task MuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        var until = session.State.IsSample ? "until you leave, as a sample is not stored" : UntilWords(mute);
        await session.ApplyAsync(await marks.MuteAsync(mute, until, cancellationToken), cancellationToken);
    }

    /// <summary>Takes a mute back; for one of the configuration it tells where to take it out.</summary>
    public async Task UnmuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (mute.IsConfigured)
            session.Tell($"The configuration mutes {mute.Name}; take it out there, under [mute].");
        else
            await session.ApplyAsync(await marks.UnmuteAsync(mute, cancellationToken), cancellationToken);
    }

    /// <summary>Shows what is muted: its stories, and each mute to be taken back.</summary>
    public async Task ShowMenuAsync(CancellationToken cancellationToken)
    {
        var counts = await CountAsync(cancellationToken);
        if (counts.Count == 0)
        {
            session.Tell("Nothing is muted; {key:mute} mutes a word, an author, a feed or a category.");
            return;
        }
        var stories = await edition.CountAsync(new StoryQuery { MutedOnly = true }, cancellationToken);
        var room = session.MenuRoom - 2;
        List<ReaderMenuItem> items = [new($"Show the {StoryMarks.Stories(stories)}", frontPage.ShowMutedAsync)];
        items.AddRange(counts.Take(room).Select(count => new ReaderMenuItem(LineOf(count), token => AskToUnmuteAsync(count.Mute, token))));
        if (counts.Count > room)
            items.Add(new ReaderMenuItem("More: termnews mute list"));
        session.Menu.Show(new ReaderMenu("Muted", items, 0));
    }

    private (string, Func<CancellationToken, Task>) Choice(string kind, Mute mute) => ($"{kind}: {mute.Text}", _ => AskHowLong(mute));

    private async Task<IReadOnlyList<Mute>> MutesOfAsync(Story story, CancellationToken cancellationToken)
    {
        IMuteRepository mutes = edition;
        return new MuteRules(await mutes.ListAsync(cancellationToken)).Of(MuteSubject.Of(story));
    }

    private Task AskForWord(Story story)
    {
        session.Prompt.Show(new ReaderPrompt("Mute the word: ", MuteSuggestion.Of(story), (text, _) =>
            text.Length == 0 ? Task.CompletedTask : AskHowLong(new Mute(MuteKind.Word, ForeignText.CleanLine(text)))));
        return Task.CompletedTask;
    }

    private Task AskHowLong(Mute mute)
    {
        var now = clock.GetUtcNow();
        session.Menu.Show(new ReaderMenu($"Mute {mute.Name}",
        [
            new ReaderMenuItem("1 For a day", token => MuteAsync(mute with { Until = now.AddDays(1) }, token)),
            new ReaderMenuItem("2 For 30 days", token => MuteAsync(mute with { Until = now.AddDays(30) }, token)),
            new ReaderMenuItem("3 For ever", token => MuteAsync(mute, token)),
        ], 0));
        return Task.CompletedTask;
    }

    private Task AskToUnmuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (mute.IsConfigured)
            return UnmuteAsync(mute, cancellationToken);
        session.Ask($"No longer mute {mute.Name}?", token => UnmuteAsync(mute, token));
        return Task.CompletedTask;
    }
}
