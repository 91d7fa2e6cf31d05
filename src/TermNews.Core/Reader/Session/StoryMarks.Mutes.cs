using TermNews.Core.Stories;
using TermNews.Core.Words;

namespace TermNews.Core.Reader.Session;

public sealed partial class StoryMarks
{
    /// <summary>Mutes.</summary>
    /// <param name="mute">What.</param>
    /// <param name="until">Its end in words: "for ever".</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MarkOutcome> MuteAsync(Mute mute, string until, CancellationToken cancellationToken)
    {
        var change = await mutes.AddAsync(mute, cancellationToken);
        var words = $"{Plural.Stories(change.Stories)} muted {until}";
        Push(_done, MutedStep(change, words));
        _undone.Clear();
        return new MarkOutcome($"{words}; u takes it back.", []) { ChangesLists = true, Muted = change.Now };
    }

    /// <summary>Takes a mute back.</summary>
    public async Task<MarkOutcome> UnmuteAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (await mutes.RemoveAsync(mute, cancellationToken) is not { } count)
            return new MarkOutcome($"{Sentences.Capital(mute.Name)} is not muted any more.", []) { ChangesLists = true };
        var words = $"{Sentences.Capital(mute.Name)} is no longer muted, {Plural.Stories(count)} shown again";
        Push(_done, UnmutedStep(mute, words));
        _undone.Clear();
        return new MarkOutcome($"{words}.", []) { ChangesLists = true };
    }

    private Step MutedStep(MuteChange change, string words) => new(words, async cancellationToken =>
    {
        if (change.Before is { } before)
            await mutes.AddAsync(before, cancellationToken);
        else
            await mutes.RemoveAsync(change.Now, cancellationToken);
        return (UnmutedStep(change.Now, words), new MarkOutcome(words, []) { ChangesLists = true });
    });

    private Step UnmutedStep(Mute mute, string words) => new(words, async cancellationToken =>
    {
        var change = await mutes.AddAsync(mute, cancellationToken);
        return (MutedStep(change, words), new MarkOutcome(words, []) { ChangesLists = true, Muted = mute });
    });
}
