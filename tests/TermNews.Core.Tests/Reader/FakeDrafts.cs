using TermNews.Core.Stories;

namespace TermNews.Core.Tests.Reader;

/// <summary>Drafts in memory; that of a new comment has the id of its story.</summary>
internal sealed class FakeDrafts : Dictionary<DraftPlace, string>, IDraftRepository
{
    /// <summary>Thrown by every call that writes.</summary>
    public NewsException? Fault { get; set; }

    /// <summary>Thrown by every call that writes at a place.</summary>
    public (DraftPlace Place, NewsException Fault)? FaultAt { get; set; }

    /// <summary>A write waits for this one; null for none.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>What was written, in order, empty texts for drafts that were dropped.</summary>
    public List<string> Writes { get; } = [];

    public string this[long storyId]
    {
        get => this[new DraftPlace(storyId)];
        set => this[new DraftPlace(storyId)] = value;
    }

    public Task<string?> FindAsync(DraftPlace place, CancellationToken cancellationToken) => Task.FromResult(this.GetValueOrDefault(place));

    public async Task SaveAsync(DraftPlace place, string text, CancellationToken cancellationToken)
    {
        if (Gate is { } gate)
            await gate.Task;
        if (Fault is { } fault)
            throw fault;
        if (FaultAt is { } at && at.Place == place)
            throw at.Fault;
        Writes.Add(text);
        if (string.IsNullOrWhiteSpace(text))
            Remove(place);
        else
            this[place] = text;
    }

    public Task<bool> RestoreAsync(DraftPlace place, string text, DateTimeOffset savedAt, CancellationToken cancellationToken)
    {
        if (Fault is { } fault)
            throw fault;
        this[place] = text;
        return Task.FromResult(true);
    }

    public void DropSent(DraftPlace place, CommentText sent)
    {
        if (this.GetValueOrDefault(place) is { } draft && CommentText.Clean(draft).Trim() == sent.Value)
            Remove(place);
    }
}
