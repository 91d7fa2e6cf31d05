using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.OnStories;

/// <summary>Mutes words, authors, feeds and categories, and shows the mutes.</summary>
internal sealed class Muting(ReaderSession session, MuteStories mutes, ShownEdition edition, FrontPageScreen frontPage, TimeProvider clock)
{
    /// <summary>Asks what to mute of a story; first come the mutes that it has already.</summary>
    public async Task AskWhatToMuteAsync(Story story, CancellationToken cancellationToken)
    {
        List<(string Words, Func<CancellationToken, Task> RunAsync)> choices = [];
        foreach (var mute in await mutes.ListOfAsync(story, cancellationToken))
            choices.Add(($"No longer mute {mute.Name}", token => UnmuteAsync(mute, token)));
        choices.Add(("A word of the headline…", _ => AskForWord(story)));
        choices.AddRange(MuteStories.ChoicesFor(story).Select(mute => Choice(KindOf(mute), mute)));
        session.ShowMenu("Mute", [.. choices.Select(static (choice, place) =>
            new ReaderMenuItem(string.Create(CultureInfo.InvariantCulture, $"{place + 1} {choice.Words}"), choice.RunAsync))]);
    }

    /// <summary>Mutes; the notice has the number of stories.</summary>
    public async Task MuteAsync(Mute mute, CancellationToken cancellationToken) =>
        await session.ApplyAsync(await mutes.MuteAsync(mute, cancellationToken), cancellationToken);

    /// <summary>Takes a mute back; for one of the configuration the notice says where to remove it.</summary>
    public async Task UnmuteAsync(Mute mute, CancellationToken cancellationToken) =>
        await session.ApplyAsync(await mutes.UnmuteAsync(mute, cancellationToken), cancellationToken);

    /// <summary>Shows the mutes, to take one back, and a way to their stories.</summary>
    public async Task ShowMenuAsync(CancellationToken cancellationToken)
    {
        var counts = await mutes.ListAsync(cancellationToken);
        if (counts.Count == 0)
        {
            session.Tell("Nothing is muted; {key:mute} mutes a word, an author, a feed or a category.");
            return;
        }
        var stories = await edition.Stories.CountAsync(new StoryQuery { MutedOnly = true }, cancellationToken);
        var room = session.MenuRoom - 2;
        List<ReaderMenuItem> items = [new($"Show the {Plural.Stories(stories)}", frontPage.ShowMutedAsync)];
        items.AddRange(counts.Take(room).Select(count =>
            new ReaderMenuItem(mutes.LineOf(count), token => UnmuteAsync(count.Mute, token))));
        if (counts.Count > room)
            items.Add(new ReaderMenuItem("More: termnews mute list"));
        session.Menu.Show(new ReaderMenu("Muted", items, 0));
    }

    private (string, Func<CancellationToken, Task>) Choice(string kind, Mute mute) => ($"{kind}: {mute.Text}", _ => AskHowLong(mute));

    private static string KindOf(Mute mute) => mute.Kind switch
    {
        MuteKind.Author => "The author",
        MuteKind.Feed => "The feed",
        MuteKind.Category => "The category",
        MuteKind.Word => "The word",
    };

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

}
