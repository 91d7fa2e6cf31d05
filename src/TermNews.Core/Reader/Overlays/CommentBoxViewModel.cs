namespace TermNews.Core.Reader.Overlays;

/// <summary>The state of the comment box.</summary>
public sealed record CommentBoxState
{
    /// <summary>It is open.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The story, or null while it is closed.</summary>
    public Story? Story { get; init; }

    /// <summary>The comment being changed; null for a new one.</summary>
    public Comment? Editing { get; init; }

    /// <summary>The text.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The reason why a text was refused or cut, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>The comment is being stored.</summary>
    public bool IsSending { get; init; }

    /// <summary>Grapheme clusters written.</summary>
    public int Length => CommentText.LengthOf(CommentText.Clean(Text));

    /// <summary>"287 / 300".</summary>
    public string Counter => string.Create(CultureInfo.InvariantCulture, $"{Length} / {CommentText.MaximumLength}");
}

/// <summary>The box in which a comment is written or changed. The view owns cursor and keys, this owns text, limit and draft.</summary>
/// <param name="writing">Keeps comments and drafts.</param>
/// <param name="author">The name of the author.</param>
public sealed class CommentBoxViewModel(WriteComment writing, string author) : ViewModel<CommentBoxState>(new())
{
    /// <summary>A box without undo.</summary>
    public CommentBoxViewModel(ICommentRepository comments, string author)
        : this(new WriteComment(() => comments), author)
    {
    }

    /// <summary>Opens the box for a new comment, with the draft that was left, or for one to be changed.</summary>
    public async Task OpenAsync(Story story, Comment? editing, CancellationToken cancellationToken)
    {
        var text = editing?.Text.Value ?? await writing.FindDraftAsync(story.Id, cancellationToken) ?? string.Empty;
        State = new CommentBoxState { IsOpen = true, Story = story, Editing = editing, Text = text };
    }

    /// <summary>
    /// Takes a changed text, or as much of the insertion as has room. Gives the text that was taken. One character too
    /// many is refused; a paste is cut. A text that is too long already (an old draft) can only be shortened.
    /// </summary>
    public string Change(string text)
    {
        var before = State.Text;
        if (text == before)
            return before;
        var taken = Fits(text) || text.Length < before.Length ? text : Cut(before, text);
        State = State with { Text = taken, Notice = taken == text ? null : WhyNot(text, isCut: taken != before) };
        return taken;
    }

    /// <summary>Keeps the comment and closes the box; null where it was refused, with the reason as notice.</summary>
    public async Task<Outcome<Comment>?> SendAsync(CancellationToken cancellationToken)
    {
        if (State is not { IsOpen: true, IsSending: false, Story: { } story })
            return null;
        State = State with { IsSending = true, Notice = null };
        try
        {
            var text = CommentText.Create(State.Text);
            var kept = State.Editing is { } editing
                ? await writing.EditAsync(editing.Id, text, cancellationToken)
                : await writing.AddAsync(story.Id, author, text, null, cancellationToken);
            State = new CommentBoxState();
            return kept;
        }
        catch (NewsException ex)
        {
            State = State with { IsSending = false, Notice = ex.Message };
            return null;
        }
    }

    /// <summary>Closes the box; what was written stays as the story's draft. A change of a kept comment is dropped.</summary>
    public async Task<Outcome> LeaveAsync(CancellationToken cancellationToken)
    {
        var isDraft = State is { Editing: null, Text.Length: > 0 };
        await KeepDraftAsync(cancellationToken);
        State = new CommentBoxState();
        return new Outcome(isDraft ? "The draft is kept; {key:comment} goes on with it." : "");
    }

    /// <summary>Keeps the draft without closing the box: the terminal may be gone at any moment.</summary>
    public async Task KeepDraftAsync(CancellationToken cancellationToken)
    {
        if (State is { IsOpen: true, Editing: null, Story: { } story })
            await writing.KeepDraftAsync(story.Id, State.Text, cancellationToken);
    }

    private static string WhyNot(string text, bool isCut)
    {
        var limit = CommentText.LengthOf(CommentText.Clean(text)) > CommentText.MaximumLength
            ? string.Create(CultureInfo.InvariantCulture, $"{CommentText.MaximumLength} characters")
            : string.Create(CultureInfo.InvariantCulture, $"{CommentText.MaximumCodePoints} code points in one character");
        if (isCut)
            return $"Cut at {limit}.";
        return $"{limit} is the most.";
    }

    private static bool Fits(string text)
    {
        var clean = CommentText.Clean(text);
        return CommentText.Fits(clean);
    }

    /// <summary>Takes of what was written at one place as many grapheme clusters as fit.</summary>
    private static string Cut(string before, string after)
    {
        var start = 0;
        while (start < before.Length && start < after.Length && before[start] == after[start])
            start++;
        var end = 0;
        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        var (head, tail) = (after[..start], after[(after.Length - end)..]);
        List<string> written = [.. TextWidth.Graphemes(after[start..(after.Length - end)])];
        var (low, high) = (0, written.Count);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Fits(head + string.Concat(written.Take(middle)) + tail))
                low = middle;
            else
                high = middle - 1;
        }
        return low == 0 ? before : head + string.Concat(written.Take(low)) + tail;
    }
}
