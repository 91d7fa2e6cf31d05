namespace TermNews.Tui.Plain;

/// <summary>A story on one line, all of it in words.</summary>
internal static class PlainStory
{
    /// <summary>"3. Headline; unread, saved; A feed, 2 hours ago; 1 comment".</summary>
    public static string LineOf(int number, Story story, DateTimeOffset now)
    {
        var at = story.SortAt <= now ? story.SortAt : story.FirstSeenAt;
        IEnumerable<string?> more =
        [
            $"{StatusOf(story, now)}; {story.Feed.Title}, {Ages.InWords(at, now)}",
            story.CommentCount == 0 ? null : Plural.Of(story.CommentCount, "comment"),
            story.Cluster.Sources < 2 ? null : Plural.Of(story.Cluster.Sources - 1, "more source"),
        ];
        return string.Create(CultureInfo.InvariantCulture, $"{number}. {story.Headline}; {string.Join("; ", more.OfType<string>())}");
    }

    /// <summary>"unread, saved, pinned".</summary>
    public static string StatusOf(Story story, DateTimeOffset now)
    {
        IEnumerable<string?> words =
        [
            story.Status.IsRead ? "read" : "unread",
            story.Status.IsSaved ? "saved" : null,
            story.Status.IsPinned ? "pinned" : null,
            story.Status.IsHidden ? "hidden" : null,
            story.IsMuted(now) ? "muted" : null,
        ];
        return string.Join(", ", words.OfType<string>());
    }
}
