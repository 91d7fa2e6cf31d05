using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.OnStories;

/// <summary>The commands that lists and articles have in common, on one story: marks, links, why it is here.</summary>
internal sealed class StoryActions(
    ReaderSession session, Marking marking, UndoChanges undo, ShareStory share, ShownEdition edition, Links links)
{
    /// <summary>Changes the status of a story.</summary>
    public Task MarkAsync(Story story, StatusChange change, CancellationToken cancellationToken) =>
        marking.MarkAsync(story, change, cancellationToken);

    /// <summary>Takes the last change back.</summary>
    public async Task UndoAsync(CancellationToken cancellationToken) =>
        await session.ApplyAsync(await undo.UndoAsync(cancellationToken), cancellationToken);

    /// <summary>Makes the change again that was taken back last.</summary>
    public async Task RedoAsync(CancellationToken cancellationToken) =>
        await session.ApplyAsync(await undo.RedoAsync(cancellationToken), cancellationToken);

    /// <summary>Opens the publisher's own discussion of a story.</summary>
    public Task OpenDiscussionAsync(Story story, CancellationToken cancellationToken) =>
        links.TellOpenedAsync(share.OpenDiscussionAsync(story, cancellationToken));

    /// <summary>Opens what is selected in a story, else its own link.</summary>
    public Task OpenInBrowserAsync(Story story, string? selectedUrl, CancellationToken cancellationToken) =>
        links.TellOpenedAsync(
            selectedUrl is null ? share.OpenPageAsync(story, cancellationToken) : share.OpenAsync(selectedUrl, cancellationToken));

    /// <summary>Copies the address of what is selected in a story, else its own link without trackers.</summary>
    public Task CopyLinkAsync(Story story, string? selectedUrl, CancellationToken cancellationToken) =>
        links.TellCopiedAsync(
            selectedUrl is null ? share.CopyLinkAsync(story, cancellationToken) : share.CopyAsync(selectedUrl, cancellationToken));

    /// <summary>Copies title and link.</summary>
    public Task CopyTitleAndLinkAsync(Story story, CancellationToken cancellationToken) =>
        links.TellCopiedAsync(share.CopyTitleAndLinkAsync(story, cancellationToken));

    /// <summary>Shows the ways to share a story.</summary>
    public void ShowShareMenu(Story story)
    {
        if (story.Link is not { } link)
        {
            session.Tell("This story has no link to share.");
            return;
        }
        session.Menu.Show(new ReaderMenu("Share",
        [
            new ReaderMenuItem("1 Copy the link", token => links.CopyAsync(link, token)),
            new ReaderMenuItem("2 Copy title and link", token => CopyTitleAndLinkAsync(story, token)),
            new ReaderMenuItem("3 Open in the browser", token => links.BrowseAsync(link, token)),
            new ReaderMenuItem("4 Send by mail", token => links.MailAsync(story, token)),
        ], 0));
    }

    /// <summary>Shows why a story is here: first in words, then, asked again, with the numbers.</summary>
    public async Task ShowWhyAsync(Story story, bool isAgain, CancellationToken cancellationToken)
    {
        if (await edition.Lists.WhyAsync(story.Id, withRanks: isAgain, cancellationToken) is not { } why)
            return;
        IEnumerable<string> lines = isAgain ? why.InNumbers() : why.InWords();
        session.Menu.Show(new ReaderMenu("Why is this story here", [.. lines.Select(static line => new ReaderMenuItem(line))], -1)
        {
            Hint = isAgain ? "" : $"{session.Keys.Of(StoryCommands.ShowWhy)} numbers",
            AgainAsync = isAgain ? null : token => ShowWhyAsync(story, isAgain: true, token),
        });
    }
}
