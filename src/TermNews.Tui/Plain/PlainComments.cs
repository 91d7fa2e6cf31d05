using TermNews.Core.Conversation;
using TermNews.Core.Reader.Overlays;

namespace TermNews.Tui.Plain;

/// <summary>Comments: listed, written on one line or on several, changed, deleted.</summary>
internal sealed class PlainComments(PlainSession session, PlainArticles articles, PlainInput input)
{
    private CommentBoxViewModel Box => session.CommentBox;

    private PlainPrinter Printer => session.Printer;

    /// <summary>Shows the comments of a story.</summary>
    public async Task ShowAsync(string number, CancellationToken token)
    {
        await BringToFrontAsync(session.StoryOf(number), token);
        foreach (var line in LinesOf(session.Article.State.Comments, session.Now))
            Printer.Line(line);
    }

    /// <summary>Writes a comment; without a text it asks for one.</summary>
    public async Task WriteAsync(string rest, CancellationToken token)
    {
        var (first, after) = PlainWords.Split(rest);
        var isNumbered = first.Length > 0 && first.All(char.IsAsciiDigit);   // A text that begins with a number has the story's before it.
        var story = session.StoryOf(isNumbered ? first : "");
        await BringToFrontAsync(story, token);
        await Box.OpenAsync(story, token);
        await FillAsync(isNumbered ? after : rest, token);
    }

    /// <summary>Changes a comment of the open story.</summary>
    public async Task EditAsync(string rest, CancellationToken token)
    {
        var (number, text) = PlainWords.Split(rest);
        await Box.EditAsync(session.OpenStory!, CommentOf(number), token);
        await FillAsync(text, token);
    }

    /// <summary>Answers a comment of the open story; without a text it asks for one.</summary>
    public async Task AnswerAsync(string rest, CancellationToken token)
    {
        var (number, text) = PlainWords.Split(rest);
        await Box.AnswerAsync(session.OpenStory!, CommentOf(number), token);
        await FillAsync(text, token);
    }

    /// <summary>Deletes a comment of the open story.</summary>
    public async Task DeleteAsync(string number, CancellationToken token) =>
        await session.ApplyAsync(await session.Comments.DeleteAsync(CommentOf(number), token), token);

    /// <summary>Comments as lines, below a line with their number; an answer names the one that it answers, and comes after it.</summary>
    public static IEnumerable<string> LinesOf(IReadOnlyList<Comment> comments, DateTimeOffset now)
    {
        yield return comments.Count == 0 ? "No comments yet; comment writes one." : $"{Plural.Of(comments.Count, "comment")}:";
        var ordered = InOrder(comments);
        foreach (var (at, comment) in ordered.Index())
        {
            var edited = comment.EditedAt is null ? "" : ", edited";
            var parent = comment.ReplyTo is { } id ? ordered.FindIndex(other => other.Id == id) : -1;
            var answer = parent < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", answer to {parent + 1}");
            var head = string.Create(CultureInfo.InvariantCulture, $"Comment {at + 1} by {comment.Author}");
            yield return $"{head}{answer}, {Ages.InWords(comment.CreatedAt, now)}{edited}: {OnOneLine(comment.Text.Value)}";
        }
    }

    private static List<Comment> InOrder(IReadOnlyList<Comment> comments) =>
        [.. CommentThread.Of(comments).Select(static placed => placed.Comment)];

    private async Task FillAsync(string text, CancellationToken token)
    {
        session.IsInList = false;
        if (text.Length == 0)
            await ComposeAsync(token);
        else if (Box.State is { HasDraft: true, Story: { } story } left)
            await SendBesideDraftAsync(story, left, text, token);
        else if (Take(text))
            await SendAsync(token);
        else
            await LeaveAsync();
    }

    /// <summary>Takes lines until one of them ends it; at the end of the input they are the draft.</summary>
    private async Task ComposeAsync(CancellationToken token)
    {
        TellHow(Box.State);
        var text = Box.State.HasDraft ? Box.State.Text : "";   // A change begins anew.
        while (Box.State.IsOpen)
        {
            Printer.Prompt("comment> ");
            if (await input.ReadLineAsync(token) is not { } line)
                return;
            switch (line.Trim())
            {
                case ".":
                    await SendAsync(token);
                    break;
                case ".q":
                    await LeaveAsync();
                    break;
                case ".c":
                    text = Box.Change("");
                    Printer.Line("Nothing is written now.");
                    break;
                default:
                    var longer = text.Length == 0 ? line : $"{text}\n{line}";
                    if (Take(longer))
                        text = longer;
                    break;
            }
        }
    }

    private void TellHow(CommentBoxState box)
    {
        var what = box.Editing is not null ? "The comment anew"
            : box.ReplyTo is { } answered ? $"An answer to {answered.Author}" : $"A comment on {box.Story?.Headline}";
        if (session.Options.IsInteractive)
        {
            Printer.Line($"{what}, at most {CommentText.MaximumLength} characters. "
                + "A line with only . sends it, .q leaves it, .c begins again.");
        }
        if (box.Editing is { } editing)
            Printer.Line($"It reads: {OnOneLine(editing.Text.Value)}");
        if (box.ReplyTo is { } parent)
            Printer.Line($"That reads: {OnOneLine(parent.Text.Value)}");
        if (box.HasDraft)
            Printer.Line($"Your draft, which you go on with: {OnOneLine(box.Text)}");
    }

    /// <summary>Takes a whole text, or refuses it with the count; nothing is ever cut off.</summary>
    private bool Take(string text)
    {
        try
        {
            if (text.Trim().Length > 0)
                _ = CommentText.Create(text);
        }
        catch (NewsException ex)
        {
            Printer.Fail(ex.Message);
            return false;
        }
        Box.Change(text);
        if (session.Options.IsInteractive)
            Printer.Line($"{Box.State.Counter} characters.");
        return true;
    }

    /// <summary>Keeps a text of one line; the draft that was there stays as it was.</summary>
    private async Task SendBesideDraftAsync(Story story, CommentBoxState left, string text, CancellationToken token)
    {
        await LeaveAsync();
        var written = CommentText.Create(text);
        await ShowAsync(left.Editing is not { } editing
            ? await session.Comments.AddAsync(story.Id, session.Parts.Author, written, left.ReplyTo?.Id, token)
            : await session.Comments.EditAsync(editing.Id, written, token), token);
    }

    private async Task ShowAsync(Outcome<Comment> kept, CancellationToken token)
    {
        session.Tell(kept);
        await session.Article.ReloadCommentsAsync(token);
        await session.FrontPage.ReReadAsync(kept.Value.StoryId, token);
    }

    private async Task SendAsync(CancellationToken token)
    {
        if (await Box.SendAsync(token) is { } kept)
        {
            await ShowAsync(kept, token);
            return;
        }
        Printer.Fail(Box.State.Notice!);
        if (!session.Options.IsInteractive)
            await LeaveAsync();
    }

    /// <summary>Writes no longer; what was written stays as the draft.</summary>
    private async Task LeaveAsync() => session.Tell(await Box.LeaveAsync());

    private async Task BringToFrontAsync(Story story, CancellationToken token)
    {
        if (session.OpenStory?.Id != story.Id)
            await articles.OpenAsync(story, token);
    }

    private Comment CommentOf(string number)
    {
        if (session.OpenStory is null)
            throw PlainWords.Wrong("No story is open; comments N opens story N at its comments.");
        var comments = session.Article.State.Comments;
        if (number.Length == 0 && comments is [.., var last])
            return last;
        return PlainWords.Choose(number, InOrder(comments), "comment", "This story has no comments.");
    }

    private static string OnOneLine(string text) => text.Replace("\n", " / ", StringComparison.Ordinal);
}
