namespace TermNews.Core.UseCases;

/// <summary>Mutes words, authors, feeds and categories, and takes mutes back.</summary>
/// <param name="mutes">The mutes of the edition that is shown.</param>
/// <param name="clock">The time and its zone, for the end of a mute in words.</param>
/// <param name="isSample">Whether the sample edition is shown, which is not stored; null for never.</param>
/// <param name="runBehind">Runs work that takes too long for the thread that draws: a mute looks at every story. Null: awaits it.</param>
public sealed class MuteStories(
    Func<IMuteRepository> mutes, TimeProvider clock, Func<bool>? isSample = null,
    Func<Func<Task>, Task>? runBehind = null)
{
    /// <summary>Mutes stories that are there and stories to come.</summary>
    /// <exception cref="NewsException"><see cref="NewsFault.WrongUse"/>: a word is longer than <see cref="Mute.LongestWord"/>.</exception>
    public async Task<Outcome<MuteChange>> MuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (mute.Kind == MuteKind.Word && mute.Text.Length > Mute.LongestWord)
            throw new NewsException(NewsFault.WrongUse, $"A muted word has at most {Mute.LongestWord} characters; shorten it.");
        var until = isSample?.Invoke() == true ? "until you leave, as a sample is not stored" : UntilWords(mute);
        var change = await BehindAsync(all => all.AddAsync(mute, cancellationToken));
        var words = $"{Plural.Stories(change.Stories)} muted {until}";
        return new($"{words}; {{key:undo}} takes it back.", change) { ChangesLists = true, Muted = change.Now };
    }

    /// <summary>Takes a mute back. The value is how many stories return to Latest; null where nothing was done.</summary>
    public async Task<Outcome<int?>> UnmuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (mute.IsConfigured)
            return new($"The configuration mutes {mute.Name}; take it out there, under [mute].", null);
        if (await BehindAsync(all => all.RemoveAsync(mute, cancellationToken)) is not { } count)
            return new($"{Sentences.Capital(mute.Name)} is not muted any more.", null) { ChangesLists = true };
        var words = $"{Sentences.Capital(mute.Name)} is no longer muted, {Plural.Stories(count)} shown again";
        return new($"{words}; {{key:undo}} mutes it again.", count) { ChangesLists = true };
    }

    /// <summary>All mutes, with how many stories of Latest each keeps out.</summary>
    public Task<IReadOnlyList<MuteCount>> ListAsync(CancellationToken cancellationToken) =>
        BehindAsync(all => all.CountAsync(cancellationToken));

    /// <summary>The mutes that cover a story.</summary>
    public async Task<IReadOnlyList<Mute>> ListOfAsync(Story story, CancellationToken cancellationToken) =>
        new MuteRules(await mutes().ListAsync(cancellationToken)).Of(MuteSubject.Of(story));

    /// <summary>
    /// The mute that was meant, by kind and text or by the id of its feed; one of the reader's before one of the configuration.
    /// Null where nothing of the kind is muted.
    /// </summary>
    public async Task<Mute?> FindAsync(Mute asked, CancellationToken cancellationToken)
    {
        var named = asked with { FeedId = null };
        var all = await mutes().ListAsync(cancellationToken);
        return all.OrderBy(static mute => mute.IsConfigured).FirstOrDefault(mute => mute.Kind == asked.Kind
            && (named.IsSame(mute with { IsConfigured = false, FeedId = null }) || (asked.FeedId is { } feed && feed == mute.FeedId)));
    }

    /// <summary>The author, feed and category mutes that fit a story, in this order.</summary>
    public static IEnumerable<Mute> ChoicesFor(Story story)
    {
        const StringSplitOptions whole = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        foreach (var author in (story.Author ?? "").Split(", ", whole))
            yield return new Mute(MuteKind.Author, author);
        yield return new Mute(MuteKind.Feed, story.Feed.Title) { FeedId = story.Feed.Id };
        foreach (var category in story.Categories)
            yield return new Mute(MuteKind.Category, category);
    }

    /// <summary>"the word 'election' until 25 Dec: 12 stories".</summary>
    public string LineOf(MuteCount count) => $"{count.Mute.Name} {UntilWords(count.Mute)}: {Plural.Stories(count.Stories)}"
        + (count.Mute.IsConfigured ? ", by the configuration" : "");

    private async Task<T> BehindAsync<T>(Func<IMuteRepository, Task<T>> work)
    {
        var shown = mutes();
        if (runBehind is null)
            return await work(shown);
        T? result = default;
        await runBehind(async () => result = await work(shown).ConfigureAwait(false));
        return result!;
    }

    private string UntilWords(Mute mute) => MuteWords.Until(mute.Until, clock.GetUtcNow(), clock.LocalTimeZone);
}
