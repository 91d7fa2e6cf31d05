using System.Globalization;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>Mutes, and tells how many stories that keeps out.</summary>
    public Task MuteAsync(Mute mute, CancellationToken cancellationToken) =>
        TellingAsync(token => MuteNowAsync(mute, token), cancellationToken);

    /// <summary>Takes a mute back; one of the configuration is only told of.</summary>
    public Task UnmuteAsync(Mute mute, CancellationToken cancellationToken) =>
        TellingAsync(token => UnmuteNowAsync(mute, token), cancellationToken);

    /// <summary>What is muted, with how many stories of Latest each keeps out.</summary>
    public Task<IReadOnlyList<MuteCount>> MutesAsync(CancellationToken cancellationToken) => _edition.CountAsync(cancellationToken);

    /// <summary>Shows the stories that are muted.</summary>
    public Task ShowMutedAsync(CancellationToken cancellationToken) => TellingAsync(async token =>
    {
        State = State with { Screens = [ReaderScreen.FrontPage] };
        Arrange();
        await FrontPage.ShowMutedAsync(token);
    }, cancellationToken);

    /// <summary>"for ever", "until 25 Dec".</summary>
    internal string UntilWords(Mute mute) => MuteWords.Until(mute.Until, _parts.Clock.GetUtcNow(), _parts.Clock.LocalTimeZone);

    /// <summary>What can be muted of a story, and first what mutes it already.</summary>
    private async Task AskWhatToMuteAsync(Story story, CancellationToken token)
    {
        List<(string Words, Func<CancellationToken, Task> RunAsync)> choices = [];
        foreach (var mute in await MutesOfAsync(story, token))
            choices.Add(($"No longer mute {mute.Name}", yes => UnmuteNowAsync(mute, yes)));
        choices.Add(("A word of the headline…", _ => Ask(PromptKind.MuteWord, "Mute the word: ", MuteSuggestion.Of(story))));
        foreach (var author in (story.Author ?? "").Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            choices.Add(Choice("The author", new Mute(MuteKind.Author, author)));
        choices.Add(Choice("The feed", new Mute(MuteKind.Feed, story.Feed.Title) { FeedId = story.Feed.Id }));
        foreach (var category in story.Categories)
            choices.Add(Choice("The category", new Mute(MuteKind.Category, category)));
        var items = choices.Take(MenuRoom).Select((choice, place) =>
            new ReaderMenuItem(string.Create(CultureInfo.InvariantCulture, $"{place + 1} {choice.Words}"), choice.RunAsync));
        State = State with { Menu = new ReaderMenu("Mute", [.. items], 0) };
    }

    private int MenuRoom => Math.Max(1, State.Layout.BodyHeight - 2);

    private (string, Func<CancellationToken, Task>) Choice(string kind, Mute mute) => ($"{kind}: {mute.Text}", _ => AskHowLong(mute));

    private async Task<IReadOnlyList<Mute>> MutesOfAsync(Story story, CancellationToken token)
    {
        IMuteRepository mutes = _edition;
        return new MuteRules(await mutes.ListAsync(token)).Of(MuteSubject.Of(story));
    }

    private Task AskHowLong(Mute mute)
    {
        var now = _parts.Clock.GetUtcNow();
        State = State with
        {
            Menu = new ReaderMenu($"Mute {mute.Name}",
            [
                new ReaderMenuItem("1 For a day", token => MuteNowAsync(mute with { Until = now.AddDays(1) }, token)),
                new ReaderMenuItem("2 For 30 days", token => MuteNowAsync(mute with { Until = now.AddDays(30) }, token)),
                new ReaderMenuItem("3 For ever", token => MuteNowAsync(mute, token)),
            ], 0),
        };
        return Task.CompletedTask;
    }

    private async Task MuteNowAsync(Mute mute, CancellationToken token) =>
        await ApplyAsync(await _mutes.MuteAsync(mute, token), token);

    private async Task UnmuteNowAsync(Mute mute, CancellationToken token)
    {
        if (mute.IsConfigured)
            Tell($"The configuration mutes {mute.Name}; take it out there, under [mute].");
        else
            await ApplyAsync(await _mutes.UnmuteAsync(mute, token), token);
    }

    /// <summary>What is muted: its stories, and each mute to be taken back.</summary>
    private async Task ShowMutedMenuAsync(CancellationToken token)
    {
        var counts = await MutesAsync(token);
        if (counts.Count == 0)
        {
            Tell($"Nothing is muted; {KeyOf(ReaderCommand.Mute)} mutes a word, an author, a feed or a category.");
            return;
        }
        var stories = await _edition.CountAsync(new StoryQuery { MutedOnly = true }, token);
        List<ReaderMenuItem> items = [new($"Show the {Plural.Stories(stories)}", ShowMutedAsync)];
        items.AddRange(counts.Take(MenuRoom - 2).Select(count => new ReaderMenuItem(LineOf(count), chosen => AskToUnmute(count.Mute, chosen))));
        if (counts.Count > MenuRoom - 2)
            items.Add(new ReaderMenuItem("More: termnews mute list", _ => Task.CompletedTask));
        State = State with { Menu = new ReaderMenu("Muted", items, 0) };
    }

    /// <summary>"the word 'election' until 25 Dec: 12 stories".</summary>
    internal string LineOf(MuteCount count) => $"{count.Mute.Name} {UntilWords(count.Mute)}: {Plural.Stories(count.Stories)}"
        + (count.Mute.IsConfigured ? ", by the configuration" : "");

    private Task AskToUnmute(Mute mute, CancellationToken token)
    {
        if (mute.IsConfigured)
            return UnmuteNowAsync(mute, token);
        State = State with { Question = new ReaderQuestion($"No longer mute {mute.Name}? y n", yes => UnmuteNowAsync(mute, yes)) };
        return Task.CompletedTask;
    }
}
