namespace TermNews.Tui.Plain;

/// <summary>Marks of stories, undo and redo, splits, and why a story is here.</summary>
internal sealed class PlainMarks(PlainSession session)
{
    /// <summary>Changes the status of stories.</summary>
    public async Task MarkAsync(StatusChange change, string numbers, CancellationToken token)
    {
        foreach (var story in session.StoriesOf(numbers))
        {
            var kept = await session.KeptAsync(story, token);
            await session.ApplyAsync(await session.Marks.MarkAsync(kept.Id, change, token), token);
        }
    }

    /// <summary>Marks the whole list as read.</summary>
    public async Task MarkAllReadAsync(CancellationToken token)
    {
        session.ToFrontPage();
        var unread = await session.FrontPage.UnreadIdsAsync(token);
        await session.ApplyAsync(await session.Marks.MarkAsync(unread, StatusChange.Read, token), token);
    }

    /// <summary>Takes the last change back.</summary>
    public Task UndoAsync(CancellationToken token) => TurnAsync(session.Undo.UndoAsync, token);

    /// <summary>Makes the last change again.</summary>
    public Task RedoAsync(CancellationToken token) => TurnAsync(session.Undo.RedoAsync, token);

    /// <summary>Takes a story out of its cluster.</summary>
    public async Task SplitAsync(string number, CancellationToken token)
    {
        var story = await session.KeptAsync(session.StoryOf(number), token);
        await session.ApplyAsync(await session.Splits.SplitAsync(story.Id, token), token);
    }

    /// <summary>Tells why a story is here, with numbers where the line ends so.</summary>
    public async Task ShowWhyAsync(string rest, CancellationToken token)
    {
        const string numbers = "numbers";
        var withNumbers = rest.EndsWith(numbers, StringComparison.OrdinalIgnoreCase);
        var story = await session.KeptAsync(session.StoryOf(withNumbers ? rest[..^numbers.Length].Trim() : rest), token);
        if (await session.Edition.Lists.WhyAsync(story.Id, withNumbers, token) is not { } why)
            return;
        session.Printer.Line("Why is this story here:");
        foreach (var line in withNumbers ? why.InNumbers() : why.InWords())
            session.Printer.Line(line);
    }

    /// <summary>Undoes or redoes; where the list has other stories then, they get their numbers when it is shown next.</summary>
    private async Task TurnAsync(Func<CancellationToken, Task<Outcome>> turnAsync, CancellationToken token)
    {
        var outcome = await turnAsync(token);
        await session.ApplyAsync(outcome, token);
        session.IsListStale |= outcome.ChangesLists;
    }
}
