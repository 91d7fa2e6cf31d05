using TermNews.Core.Reader.Overlays;
using TermNews.Core.Text;

namespace TermNews.Core.Reader.Session;

public sealed partial class ReaderViewModel
{
    /// <summary>A link that was copied because the browser is at another machine: shown whole, with a code for a camera on request.</summary>
    private void ShowElsewhere(string link)
    {
        var width = Math.Max(10, State.Width - 4);
        List<ReaderMenuItem> items = [new("Show it as a QR code", _ => ShowCode(link))];
        for (var at = 0; at < link.Length; at += width)
            items.Add(new ReaderMenuItem(link.Substring(at, Math.Min(width, link.Length - at)), _ => Task.CompletedTask));
        State = State with { Menu = new ReaderMenu("The link was copied", items, 0) };
    }

    private Task ShowCode(string link)
    {
        var rows = _parts.Ascii ? null : LinkCode.Rows(link);
        var room = State.Layout.BodyHeight - 1;
        if (rows is null)
            Tell(_parts.Ascii ? "This terminal cannot draw a code; the link was copied." : "This link is too long for a code; it was copied.");
        else if (rows.Count > room || rows[0].Length > State.Width - 2)
            Tell(FormattableString.Invariant($"The code takes {rows.Count + 3} rows of {rows[0].Length + 2}; make the terminal larger, or paste the link that was copied."));
        else
            State = State with { Menu = new ReaderMenu(link, [.. rows.Select(row => new ReaderMenuItem(row) { Style = TextStyle.BlackOnWhite })], -1) };
        return Task.CompletedTask;
    }
}
