namespace TermNews.Core.Conversation;

/// <summary>A comment at its place in a thread.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Depth">How many comments it answers, one through the other: 0 for one that begins a thread.</param>
public readonly record struct ThreadedComment(Comment Comment, int Depth)
{
    /// <summary>Levels that are indented: four times two columns leave room for words on 40.</summary>
    private const int MostIndented = 4;

    /// <summary>Columns before it: two a level.</summary>
    public int Indent => 2 * Math.Min(Depth, MostIndented);
}

/// <summary>The order of a conversation: answers stand below what they answer.</summary>
public static class CommentThread
{
    /// <summary>
    /// Comments in the order of their threads: each before its answers, those in the order in which they were given. One that answers a
    /// comment that is not among them, or itself in a circle, begins a thread. None is left out.
    /// </summary>
    /// <param name="comments">Comments, oldest first.</param>
    public static IReadOnlyList<ThreadedComment> Of(IReadOnlyList<Comment> comments)
    {
        var ids = comments.Select(static comment => comment.Id).ToHashSet();
        var answers = comments.Where(comment => comment.ReplyTo is { } parent && ids.Contains(parent))
            .ToLookup(static comment => comment.ReplyTo!.Value);
        List<ThreadedComment> ordered = [];
        HashSet<long> placed = [];
        var waiting = new Stack<ThreadedComment>();
        // What is in no thread after the first turn is in a circle; its oldest comment begins one.
        foreach (var first in comments.Where(comment => comment.ReplyTo is not { } parent || !ids.Contains(parent)).Concat(comments))
        {
            waiting.Push(new ThreadedComment(first, 0));
            while (waiting.TryPop(out var next))
            {
                if (!placed.Add(next.Comment.Id))
                    continue;
                ordered.Add(next);
                foreach (var answer in answers[next.Comment.Id].Reverse())
                    waiting.Push(new ThreadedComment(answer, next.Depth + 1));
            }
        }
        return ordered;
    }
}
