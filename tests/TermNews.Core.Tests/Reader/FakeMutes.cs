using TermNews.Core.Stories;
using TermNews.Core.Undoing;

namespace TermNews.Core.Tests.Reader;

/// <summary>Mutes the stories of a list.</summary>
internal sealed class FakeMutes(FakeStories stories) : IMuteRepository
{
    public Task<int> CountUnreadableAsync(CancellationToken cancellationToken) => Task.FromResult(0);

    public List<Mute> All { get; } = [];

    public NewsException? Fault { get; set; }

    public Task<IReadOnlyList<Mute>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Mute>>([.. All.Where(mute => mute.IsActive(stories.Now)).OrderBy(mute => mute.Kind)]);

    public async Task<IReadOnlyList<MuteCount>> CountAsync(CancellationToken cancellationToken) =>
        [.. (await ListAsync(cancellationToken)).Select(mute => new MuteCount(mute, CountOf(mute)))];

    public Task<MuteChange> AddAsync(Mute mute, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            throw fault;
        var before = All.Find(mute.IsSame);
        Put(mute, isThere: true);
        stories.Journal.Add($"{mute.Name} muted", () => Put(before ?? mute, isThere: before is not null), () => Put(mute, isThere: true));
        return Task.FromResult(new MuteChange(mute, before, CountOf(mute)));
    }

    public Task<int?> RemoveAsync(Mute mute, CancellationToken cancellationToken)
    {
        var count = CountOf(mute);
        var isThere = All.Exists(mute.IsSame);
        Put(mute, isThere: false);
        if (isThere)
            stories.Journal.Add($"{mute.Name} no longer muted", () => Put(mute, isThere: true), () => Put(mute, isThere: false));
        return Task.FromResult<int?>(isThere ? count : null);
    }

    public async Task ConfigureAsync(IReadOnlyList<Mute> configured, CancellationToken cancellationToken)
    {
        All.RemoveAll(mute => mute.IsConfigured);
        foreach (var mute in configured)
            await AddAsync(mute with { IsConfigured = true }, cancellationToken);
    }

    private JournalTurn Put(Mute mute, bool isThere)
    {
        All.RemoveAll(mute.IsSame);
        if (isThere)
            All.Add(mute);
        LookAgain();
        return new JournalTurn("") { ChangesLists = true };
    }

    private int CountOf(Mute mute) => stories.All.Count(story => mute.Covers(MuteSubject.Of(story)));

    private void LookAgain()
    {
        var rules = new MuteRules(All);
        for (var at = 0; at < stories.All.Count; at++)
            stories.All[at] = stories.All[at] with { MutedUntil = rules.UntilOf(MuteSubject.Of(stories.All[at])) };
    }
}
