using TermNews.Core.Reader.Overlays;
using TermNews.Core.Reader.Session;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.OnStories;

/// <summary>Opens links in the browser and copies texts.</summary>
internal sealed class Links(ReaderSession session, IClipboard clipboard, IBrowser browser, bool isAscii)
{
    /// <summary>Copies a text; an empty one is a link that a story does not have.</summary>
    public async Task CopyAsync(string? text, CancellationToken cancellationToken) => session.Tell(
        string.IsNullOrEmpty(text) ? "This story has no link." : await clipboard.CopyAsync(text, cancellationToken));

    /// <summary>Opens an address without its trackers.</summary>
    /// <param name="address">The address, or null.</param>
    /// <param name="otherwise">The notice where there is no address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task BrowseAsync(string? address, string otherwise, CancellationToken cancellationToken)
    {
        var bare = address is null ? null : TrackerFree.Of(address);
        session.Tell(bare is null ? otherwise : await browser.OpenAsync(bare, cancellationToken));
        if (bare is not null && browser.IsElsewhere)
            ShowElsewhere(bare);
    }

    /// <summary>Opens an address.</summary>
    public Task BrowseAsync(string address, CancellationToken cancellationToken) => BrowseAsync(address, "", cancellationToken);

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
            session.Tell(isAscii ? "This terminal cannot draw a code; the link was copied." : "This link is too long for a code; it was copied.");
        else if (rows.Count > room || rows[0].Length > session.State.Width - 2)
            session.Tell(FormattableString.Invariant(
                $"The code takes {rows.Count + 3} rows of {rows[0].Length + 2}; make the terminal larger, or paste the link that was copied."));
        else
            session.Menu.Show(new ReaderMenu(link, [.. rows.Select(row => new ReaderMenuItem(row) { Style = TextStyle.BlackOnWhite })], -1));
        return Task.CompletedTask;
    }
}
