using System.Globalization;
using TermNews.Core.Ranking;
using TermNews.Core.Reader.Article;
using TermNews.Core.Reader.FrontPage;
using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;

namespace TermNews.Core.Reader.Plain;

public sealed partial class PlainReader
{
    internal async Task ShowCommentsAsync(string number, CancellationToken token)
    {
        await BringToFrontAsync(StoryOf(number), token);
        foreach (var line in CommentLines(_reader.Article.State.Comments))
            _printer.Line(line);
    }

    internal async Task WriteCommentAsync(string rest, CancellationToken token)
    {
        var (first, after) = Split(rest);
        var isNumbered = first.Length > 0 && first.All(char.IsAsciiDigit);   // A text that begins with a number has the story's before it.
        var story = StoryOf(isNumbered ? first : "");
        await BeginAsync(story, null, isNumbered ? after : rest, token);
    }

    internal Task EditCommentAsync(string rest, CancellationToken token)
    {
        var (number, text) = Split(rest);
        var comment = CommentOf(number);
        return BeginAsync(OpenStory!, comment, text, token);
    }

    internal async Task DeleteCommentAsync(string number, CancellationToken token)
    {
        await _reader.AskToDeleteAsync(CommentOf(number), token);
        TellNotice();
    }

    private async Task BeginAsync(Story story, Comment? editing, string text, CancellationToken token)
    {
        await _reader.BeginCommentAsync(story.Id, editing, token);
        TellNotice();
        if (!_reader.State.IsWriting)
            return;
        _isInList = false;
        if (text.Length == 0)
            await ComposeAsync(story, editing, token);
        else if (Take(text))
            await SendAsync(token);
        else
            await ExecuteAsync(MovingCommands.Cancel, token);
    }

    /// <summary>Takes lines until one of them says what is to become of them; at the end of the input they are the draft.</summary>
    private async Task ComposeAsync(Story story, Comment? editing, CancellationToken token)
    {
        TellHow(story, editing);
        var text = editing is null ? _reader.CommentBox.State.Text : "";
        while (_reader.State.IsWriting)
        {
            _printer.Prompt("comment> ");
            if (await ReadLineAsync(token) is not { } line)
                return;
            switch (line.Trim())
            {
                case ".":
                    await SendAsync(token);
                    break;
                case ".q":
                    await ExecuteAsync(MovingCommands.Cancel, token);
                    break;
                case ".c":
                    text = _reader.CommentBox.Change("");
                    _printer.Line("Nothing is written now.");
                    break;
                default:
                    var longer = text.Length == 0 ? line : $"{text}\n{line}";
                    if (Take(longer))
                        text = longer;
                    break;
            }
        }
    }

    private void TellHow(Story story, Comment? editing)
    {
        var what = editing is null ? $"A comment on {StoryLine.HeadlineOf(story)}" : "The comment anew";
        if (_options.IsInteractive)
            _printer.Line($"{what}, at most {CommentText.MaximumLength} characters. A line with only . sends it, .q leaves it, .c begins again.");
        if (editing is not null)
            _printer.Line($"It reads: {OnOneLine(editing.Text.Value)}");
        else if (_reader.CommentBox.State.Text is { Length: > 0 } draft)
            _printer.Line($"Your draft, which you go on with: {OnOneLine(draft)}");
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
            _printer.Fail(ex.Message);
            return false;
        }
        _reader.CommentBox.Change(text);
        if (_options.IsInteractive)
            _printer.Line($"{_reader.CommentBox.State.Counter} characters.");
        return true;
    }

    private async Task SendAsync(CancellationToken token)
    {
        await ExecuteAsync(ArticleCommands.SendComment, token);
        if (_reader.CommentBox.State.Notice is { } refused)
            _printer.Fail(refused);
        if (_reader.State.IsWriting && !_options.IsInteractive)
            await ExecuteAsync(MovingCommands.Cancel, token);
    }

    private async Task BringToFrontAsync(Story story, CancellationToken token)
    {
        if (OpenStory?.Id != story.Id)
            await _reader.OpenStoryAsync(story.Id, token);
        TellNotice();
    }

    private Comment CommentOf(string number)
    {
        if (OpenStory is null)
            throw Wrong("No story is open; comments N opens story N at its comments.");
        var comments = _reader.Article.State.Comments;
        if (number.Length == 0 && comments is [.., var last])
            return last;
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= comments.Count
            ? comments[place - 1]
            : throw Wrong(comments.Count == 0
                ? "This story has no comments."
                : $"Give the number of a comment, from 1 to {comments.Count}.");
    }

    private IEnumerable<string> CommentLines(IReadOnlyList<Comment> comments)
    {
        yield return comments.Count == 0 ? "No comments yet; comment writes one." : $"{Plural.Of(comments.Count, "comment")}:";
        for (var at = 0; at < comments.Count; at++)
        {
            var comment = comments[at];
            var edited = comment.EditedAt is null ? "" : ", edited";
            var head = $"Comment {at + 1} by {comment.Author}, {Ages.InWords(comment.CreatedAt, Now)}{edited}";
            yield return $"{head}: {OnOneLine(comment.Text.Value)}";
        }
    }

    private static string OnOneLine(string text) => text.Replace("\n", " / ", StringComparison.Ordinal);
}
