namespace TermNews.Core.UseCases;

/// <summary>Renames, tags and removes feeds.</summary>
/// <param name="feeds">The subscriptions.</param>
public sealed class EditFeeds(IFeedRepository feeds)
{
    /// <summary>Gives a feed the reader's own title; a blank one goes back to the feed's. The value is the feed as it is now.</summary>
    public async Task<Outcome<Feed>> RenameAsync(Feed feed, string title, CancellationToken cancellationToken)
    {
        var clean = ForeignText.CleanLine(title);
        await feeds.RenameAsync(feed.Id, string.IsNullOrWhiteSpace(clean) ? null : clean, cancellationToken);
        return new("Renamed; {key:undo} takes it back.", await feeds.FindAsync(feed.Id, cancellationToken) ?? feed);
    }

    /// <summary>Puts a feed into the folders given and into no others. The value has their names without blanks and repetitions.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> TagAsync(Feed feed, IEnumerable<string> tags, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> clean = [.. tags.Select(ForeignText.CleanLine).Where(static tag => tag.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase)];
        await feeds.SetTagsAsync(feed.Id, clean, cancellationToken);
        return new($"{(clean.Count == 0 ? "Out of all folders" : "Put into folders")}; {{key:undo}} takes it back.", clean);
    }

    /// <summary>Puts a feed into folders that are written on one line, with commas between.</summary>
    public Task<Outcome<IReadOnlyList<string>>> TagAsync(Feed feed, string line, CancellationToken cancellationToken) =>
        TagAsync(feed, line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), cancellationToken);

    /// <summary>Ends a subscription; saved, pinned and commented stories stay.</summary>
    public async Task<Outcome> RemoveAsync(Feed feed, CancellationToken cancellationToken)
    {
        await feeds.RemoveAsync(feed.Id, cancellationToken);
        return new Outcome($"{feed.Title} is removed; {{key:undo}} brings it back with its stories.") { ChangesLists = true };
    }
}
