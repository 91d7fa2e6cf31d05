using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;

namespace TermNews.Core.Reader.OnStories;

/// <summary>Tells of links that were opened or copied. A link that was copied because the browser is elsewhere is shown whole.</summary>
internal sealed class Links(ReaderSession session, ShareStory share, bool isAscii)
{
    /// <summary>Tells of a copied text.</summary>
    public async Task TellCopiedAsync(Task<Outcome> copying) => session.Tell(await copying);

    /// <summary>Tells of an opened address.</summary>
    public async Task TellOpenedAsync(Task<Outcome<string?>> opening)
    {
        var opened = await opening;
        session.Tell(opened);
        if (opened.Value is { } copied)
            ShowElsewhere(copied);
    }

    /// <summary>Copies a text; an empty one is a link that a story does not have.</summary>
    public Task CopyAsync(string? text, CancellationToken cancellationToken) => TellCopiedAsync(share.CopyAsync(text, cancellationToken));

    /// <summary>Opens an address without its trackers.</summary>
    public Task BrowseAsync(string address, CancellationToken cancellationToken) =>
        TellOpenedAsync(share.OpenAsync(address, cancellationToken));

    /// <summary>Sends a story by mail.</summary>
    public Task MailAsync(Story story, CancellationToken cancellationToken) => TellOpenedAsync(share.MailAsync(story, cancellationToken));

    /// <summary>Shows the whole link that was copied because the browser is at another machine, and offers a code for a camera.</summary>
    private void ShowElsewhere(string link)
    {
        var width = Math.Max(10, session.State.Width - 4);
        List<ReaderMenuItem> items = [new("Show it as a QR code", _ => ShowCode(link))];
        for (var at = 0; at < link.Length; at += width)
            items.Add(new ReaderMenuItem(link.Substring(at, Math.Min(width, link.Length - at))));
        session.Menu.Show(new ReaderMenu("The link was copied", items, 0));
    }

    private Task ShowCode(string link)
    {
        var rows = isAscii ? null : LinkCode.Rows(link);
        var room = session.State.Layout.BodyHeight - 1;
        if (rows is null)
            session.Tell(isAscii
                ? "This terminal cannot draw a code; the link was copied."
                : "This link is too long for a code; it was copied.");
        else if (rows.Count > room || rows[0].Length > session.State.Width - 2)
        {
            var (height, columns) = (rows.Count + 3, rows[0].Length + 2);
            session.Tell(FormattableString.Invariant(
                $"The code takes {height} rows of {columns}; make the terminal larger, or paste the link that was copied."));
        }
        else
            session.Menu.Show(new ReaderMenu(link, [.. rows.Select(static row =>
                new ReaderMenuItem(row) { Style = TextStyle.BlackOnWhite })], -1));
        return Task.CompletedTask;
    }
}
