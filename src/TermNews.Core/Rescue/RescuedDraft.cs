namespace TermNews.Core.Rescue;

/// <summary>Drafts in rescue files: words of a comment that was not sent.</summary>
public static class RescuedDraft
{
    /// <summary>The kind.</summary>
    public static readonly RescueKind Kind = new("draft", "draft", ApplyAsync);

    /// <summary>The entry of a draft.</summary>
    /// <param name="place">Its place; its ids are the numbers, 0 for none.</param>
    /// <param name="story">The story.</param>
    /// <param name="text">The words.</param>
    /// <param name="at">The time of the last key.</param>
    public static RescueEntry Of(DraftPlace place, Story story, string text, DateTimeOffset at) => new(Kind.Name, WordsOf(place), text)
    {
        Headline = story.Headline,
        Link = story.Link,
        Numbers = [place.StoryId, place.Editing ?? 0, place.ReplyTo ?? 0],
        At = at,
    };

    private static string WordsOf(DraftPlace place) => place switch
    {
        { Editing: { } comment } => string.Create(CultureInfo.InvariantCulture, $"A change of comment {comment} that was not sent"),
        { ReplyTo: { } comment } => string.Create(CultureInfo.InvariantCulture, $"An answer to comment {comment} that was not sent"),
        _ => "A comment that was not sent",
    };

    private static async Task<bool> ApplyAsync(RescueEntry entry, RescueTarget target, CancellationToken cancellationToken)
    {
        if (entry.Numbers is not [var storyId, var editing, var replyTo])
            return false;
        if (await target.Stories.FindAsync(storyId, cancellationToken).ConfigureAwait(false) is not { } story || !IsSame(story, entry))
            return false;
        var comments = await target.Comments.ListAsync(storyId, cancellationToken).ConfigureAwait(false);
        if (comments.Any(comment => comment.Text.Value == CommentText.Clean(entry.Text).Trim()))
            return true;   // It was sent after all: its transaction ended later than the program waited.
        if (editing > 0 && !comments.Any(comment => comment.Id == editing))
            return false;
        var place = new DraftPlace(storyId, editing > 0 ? editing : null, replyTo > 0 ? replyTo : null);
        return await target.Comments.Drafts.RestoreAsync(place, entry.Text, entry.At, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The database may have been replaced meanwhile, and the id be that of another story.</summary>
    private static bool IsSame(Story story, RescueEntry entry) => entry.Link is null
        ? RescueFile.OneLine(story.Headline) == entry.Headline
        : story.Link is { } link && RescueFile.OneLine(link) == entry.Link;
}
