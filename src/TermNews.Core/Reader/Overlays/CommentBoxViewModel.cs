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

    /// <summary>The comment that is answered; null for none.</summary>
    public Comment? ReplyTo { get; init; }

    /// <summary>What is written here: its draft is kept under this; null while the box is closed.</summary>
    public DraftPlace? Place => Story is { } story ? new DraftPlace(story.Id, Editing?.Id, ReplyTo?.Id) : null;

    /// <summary>What is done here, in a word or two.</summary>
    public string Title => (Editing, ReplyTo) switch
    {
        ({ }, _) => "Change the comment",
        (_, { Author: var author }) => $"Answer to {author}",
        _ => "Comment",
    };

    /// <summary>The text differs from that of the comment being changed, or is the beginning of a new one.</summary>
    public bool HasDraft => !string.IsNullOrWhiteSpace(Text) && Text != Editing?.Text.Value;

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
/// <param name="writing">Keeps comments.</param>
/// <param name="drafts">Keeps drafts.</param>
/// <param name="author">The name of the author.</param>
public sealed class CommentBoxViewModel(WriteComment writing, DraftKeeper drafts, string author) : ViewModel<CommentBoxState>(new())
{
    /// <summary>Opens the box for a new comment, with the draft that was left.</summary>
    public Task OpenAsync(Story story, CancellationToken cancellationToken) =>
        OpenAsync(new CommentBoxState { IsOpen = true, Story = story }, cancellationToken);

    /// <summary>Opens the box for a comment to be changed, likewise.</summary>
    public Task EditAsync(Story story, Comment comment, CancellationToken cancellationToken) => OpenAsync(
        new CommentBoxState { IsOpen = true, Story = story, Editing = comment, Text = comment.Text.Value }, cancellationToken);

    /// <summary>Opens the box for an answer to a comment, likewise.</summary>
    public Task AnswerAsync(Story story, Comment comment, CancellationToken cancellationToken) =>
        OpenAsync(new CommentBoxState { IsOpen = true, Story = story, ReplyTo = comment }, cancellationToken);

    private async Task OpenAsync(CommentBoxState opened, CancellationToken cancellationToken)
    {
        var draft = await drafts.FindAsync(opened.Place!.Value, cancellationToken);
        opened = opened with { Text = draft ?? opened.Text };
        State = opened is { Editing: not null, HasDraft: true } ? opened with { Notice = "Your draft of the change" } : opened;
    }

    /// <summary>
    /// Takes a changed text, or as much of the insertion as has room. Gives the text that was taken. One character too
    /// many is refused; a paste is cut. A text that is too long already (an old draft) can only be shortened.
    /// </summary>
    public string Change(string text)
    {
        var before = State.Text;
        if (text == before || State is not { IsSending: false, Place: { } place, Story: { } story })
            return before;   // What is being sent is not changed under way.
        var taken = Fits(text) || text.Length < before.Length ? text : Cut(before, text);
        State = State with { Text = taken, Notice = taken == text ? null : WhyNot(text, isCut: taken != before) };
        if (taken != before)
            drafts.Change(place, story, State.HasDraft ? taken : string.Empty);
        return taken;
    }

    /// <summary>Keeps the comment and closes the box; null where it was refused, with the reason as notice.</summary>
    public async Task<Outcome<Comment>?> SendAsync(CancellationToken cancellationToken)
    {
        if (State is not { IsOpen: true, IsSending: false, Story: { } story, Place: { } place })
            return null;
        var sent = State = State with { IsSending = true, Notice = null };
        try
        {
            var text = CommentText.Create(sent.Text);
            // The draft is dropped with the transaction that stores its words: it has to have all of them before.
            if (await drafts.WriteAsync(place) is { } fault)
                throw new NewsException(NewsFault.Unreadable, fault);
            var kept = sent.Editing is { } editing
                ? await writing.EditAsync(editing.Id, text, cancellationToken)
                : await writing.AddAsync(story.Id, author, text, sent.ReplyTo?.Id, cancellationToken);
            Replace(sent, new CommentBoxState());
            return kept;
        }
        catch (NewsException ex)
        {
            Replace(sent, sent with { IsSending = false, Notice = ex.Message });
            return null;
        }
    }

    /// <summary>Closes the box at once; what was written stays as a draft, in memory at least. The outcome says where.</summary>
    public async Task<Outcome> LeaveAsync()
    {
        if (State is not { IsOpen: true, Place: { } place } left)
            return new Outcome("");
        State = new CommentBoxState();
        var fault = await drafts.KeepAsync(place);
        if (!left.HasDraft)
            return new Outcome("");
        return fault is null
            ? new Outcome($"The draft is kept; {KeyOf(left)} goes on with it.")
            : new Outcome($"The draft is kept in memory for now. {fault}") { IsWarning = true };
    }

    private static string KeyOf(CommentBoxState box) => (box.Editing, box.ReplyTo) switch
    {
        ({ }, _) => "{key:edit-comment}",
        (_, { }) => "{key:reply}",
        _ => "{key:comment}",
    };

    /// <summary>Shows a state in place of another, unless the box was closed or opened anew meanwhile.</summary>
    private void Replace(CommentBoxState shown, CommentBoxState next)
    {
        if (ReferenceEquals(State, shown))
            State = next;
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
