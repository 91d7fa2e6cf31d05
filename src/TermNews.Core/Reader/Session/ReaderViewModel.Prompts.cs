using TermNews.Core.Reader.Keys;
using TermNews.Core.Stories;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>The text of the prompt changed; filter and text search work while it is typed.</summary>
    public Task ChangePromptAsync(string text, CancellationToken cancellationToken)
    {
        if (State.Prompt is not { } prompt)
            return Task.CompletedTask;
        State = State with { Prompt = prompt with { Text = text } };
        if (prompt.Kind == PromptKind.Filter)
            return TryAsync(token => FrontPage.FilterAsync(text, token), cancellationToken);
        if (prompt.Kind == PromptKind.SearchText)
            Article.SearchText(text);
        return Task.CompletedTask;
    }

    private Task Ask(PromptKind kind, string label, string text)
    {
        State = State with { Prompt = new ReaderPrompt(kind, label, text) };
        return Task.CompletedTask;
    }

    private Task InPromptAsync(ReaderCommand command, CancellationToken token)
    {
        var prompt = State.Prompt!;
        if (command is not (ReaderCommand.Accept or ReaderCommand.Cancel))
            return EverywhereAsync(command, token);
        State = State with { Prompt = null };
        if (command == ReaderCommand.Accept)
            return AcceptAsync(prompt.Kind, prompt.Text.Trim(), token);
        if (prompt.Kind == PromptKind.Filter)
            return FrontPage.FilterAsync("", token);
        if (prompt.Kind == PromptKind.SearchText)
            Article.Deselect();
        return Task.CompletedTask;
    }

    private Task AcceptAsync(PromptKind kind, string text, CancellationToken token) => kind switch
    {
        PromptKind.Filter => Task.CompletedTask,
        PromptKind.Search => SearchAsync(text, token),
        PromptKind.SearchText => TellMatches(text),
        PromptKind.PipeTo => PipeAsync(text, token),
        PromptKind.WriteTo => WriteAsync(text, token),
        PromptKind.AddFeed => text.Length == 0 ? Task.CompletedTask : PreviewAsync(text, token),
        PromptKind.MuteWord => text.Length == 0 ? Task.CompletedTask : AskHowLong(new Mute(MuteKind.Word, ForeignText.CleanLine(text))),
        PromptKind.RenameFeed => Feeds.RenameAsync(text, token),
        PromptKind.TagFeed => Feeds.TagAsync(text, token),
    };

    private async Task SearchAsync(string text, CancellationToken token)
    {
        if (text.Length == 0)
            return;
        State = State with { Screens = [ReaderScreen.FrontPage] };
        Arrange();
        await FrontPage.SearchAsync(text, token);
    }

    private Task TellMatches(string text)
    {
        if (text.Length > 0 && Article.SearchText(text) == 0)
            Tell($"'{text}' is not in the text.");
        return Task.CompletedTask;
    }

    private Task AnswerAsync(ReaderCommand command, CancellationToken token)
    {
        var question = State.Question!;
        if (command is not (ReaderCommand.Yes or ReaderCommand.No or ReaderCommand.Cancel))
            return EverywhereAsync(command, token);
        State = State with { Question = null };
        return command == ReaderCommand.Yes ? question.YesAsync(token) : Task.CompletedTask;
    }

    private Task InMenuAsync(ReaderCommand command, int digit, CancellationToken token)
    {
        var menu = State.Menu!;
        var last = menu.Items.Count - 1;
        switch (command)
        {
            case ReaderCommand.Quit or ReaderCommand.Redraw or ReaderCommand.Suspend:
                return EverywhereAsync(command, token);
            case ReaderCommand.MoveDown when menu.Selected >= 0:
                State = State with { Menu = menu with { Selected = Math.Min(last, menu.Selected + 1) } };
                return Task.CompletedTask;
            case ReaderCommand.MoveUp when menu.Selected >= 0:
                State = State with { Menu = menu with { Selected = Math.Max(0, menu.Selected - 1) } };
                return Task.CompletedTask;
            case ReaderCommand.Open when menu.Selected >= 0:
                return ChooseAsync(menu.Items[menu.Selected], token);
            case ReaderCommand.Digit when digit >= 1 && digit <= menu.Items.Count && menu.Selected >= 0:
                return ChooseAsync(menu.Items[digit - 1], token);
            case ReaderCommand.Split when menu.Selected >= 0 && menu.Items[menu.Selected].TakeOutAsync is { } takeOutAsync:
                State = State with { Menu = null };
                return takeOutAsync(token);
            case ReaderCommand.ShowWhy when menu.AgainAsync is { } againAsync:
                return againAsync(token);
            case ReaderCommand.Cancel or ReaderCommand.Leave or ReaderCommand.Back or ReaderCommand.Open:
                State = State with { Menu = null };
                break;
        }
        return Task.CompletedTask;
    }

    private Task ChooseAsync(ReaderMenuItem item, CancellationToken token)
    {
        State = State with { Menu = null };
        return item.RunAsync?.Invoke(token) ?? Task.CompletedTask;
    }

    private Task InHelpAsync(ReaderCommand command, CancellationToken token)
    {
        var page = Math.Max(1, Help.State.Height - 1);
        switch (command)
        {
            case ReaderCommand.MoveDown: Help.Scroll(1); break;
            case ReaderCommand.MoveUp: Help.Scroll(-1); break;
            case ReaderCommand.Onward or ReaderCommand.PageDown: Help.Scroll(page); break;
            case ReaderCommand.PageUp: Help.Scroll(-page); break;
            case ReaderCommand.HalfPageDown: Help.Scroll(Math.Max(1, page / 2)); break;
            case ReaderCommand.HalfPageUp: Help.Scroll(-Math.Max(1, page / 2)); break;
            case ReaderCommand.GoToTop: Help.Scroll(-Help.State.Lines.Count); break;
            case ReaderCommand.GoToBottom: Help.Scroll(Help.State.Lines.Count); break;
            case ReaderCommand.Leave or ReaderCommand.Back or ReaderCommand.Cancel: Pop(); break;
            default: return EverywhereAsync(command, token);
        }
        return Task.CompletedTask;
    }

    private async Task PreviewAsync(string address, CancellationToken token)
    {
        if (_parts.Subscriber is not { } subscriber)
        {
            Tell("Offline: no feed can be added now.");
            return;
        }
        Tell($"Looking at {address}…");
        var preview = await subscriber.PreviewAsync(address, token);
        State = State with { Notice = null };
        if (preview.Subscribed is { } known)
        {
            Tell($"You follow {known.Title} already.");
            return;
        }
        State = State with
        {
            Question = new ReaderQuestion($"Subscribe to {preview.Title}? y n", yes => SubscribeAsync(subscriber, preview, yes))
            {
                Details = [preview.Title, preview.FeedUrl, "", .. preview.Headlines.Select(headline => $"- {headline}")],
            },
        };
    }

    private async Task SubscribeAsync(ISubscriber subscriber, FeedPreview preview, CancellationToken token)
    {
        var folder = State.Screen == ReaderScreen.Feeds ? Feeds.State.Current?.Folder : null;
        var feed = await subscriber.SubscribeAsync(preview, null, string.IsNullOrEmpty(folder) ? [] : [folder], token);
        Tell($"You follow {feed.Title} now.");
        await NoticeAsync(token);
    }
}
