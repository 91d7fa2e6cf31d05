using Terminal.Gui.Drawing;

namespace TermNews.Tui.Terminal;

/// <summary>
/// Encodes a frame as the bytes that turn the screen into it. It compares the frame with the last one and takes the shortest of three
/// encodings: the changed cells, scrolling first, or clearing first. <see cref="Forget"/> is for a screen whose content is unknown.
/// </summary>
internal sealed class FrameWriter(TerminalTraits traits, SixelScreen? sixels = null)
{
    private const int WorthComparing = 120;   // A shorter difference is not worth comparing encodings for.
    private ScreenCell[,] _shown = new ScreenCell[0, 0];
    private bool _isUnknown = true;
    private Pen _pen = Pen.Unknown;
    private Point? _cursor;

    /// <summary>Makes the next frame be sent as a whole.</summary>
    public void Forget() => _isUnknown = true;

    /// <summary>The bytes for a frame; empty without changes.</summary>
    public string Write(Cell[,] cells, FrameExtras extras)
    {
        var frame = ScreenCell.FrameOf(cells, extras);
        var isNew = _isUnknown || frame.GetLength(0) != _shown.GetLength(0) || frame.GetLength(1) != _shown.GetLength(1);
        var change = isNew ? Anew(frame) : Shortest(frame);
        if (isNew)
            _cursor = null;
        (_isUnknown, _shown) = (false, frame);
        if (sixels is not null)
            change.Append(sixels.Draw(frame, isNew || change.ClearsFirst));
        PlaceCursor(change, extras.Cursor);
        _pen = change.Pen;
        return change.ToString();
    }

    private FrameDiff Anew(ScreenCell[,] frame)
    {
        var change = new FrameDiff(frame, Pen.Home, traits);
        change.Append("\e[m\e[?25l\e[H\e[2J");
        change.Draw(ScreenCell.BlankFrame(frame.GetLength(0), frame.GetLength(1)));
        return change;
    }

    private FrameDiff Shortest(ScreenCell[,] frame)
    {
        var best = new FrameDiff(frame, _pen, traits);
        best.Draw(_shown);
        if (best.Length <= WorthComparing)
            return best;
        if (sixels is not { IsInUse: true } && Scroll.Find(_shown, frame) is { } scroll)
        {
            var scrolled = new FrameDiff(frame, _pen, traits);
            scrolled.Scroll(scroll);
            scrolled.Draw(scroll.Apply(_shown));
            best = scrolled.Length < best.Length ? scrolled : best;
        }
        if (best.Length <= frame.GetLength(0) * frame.GetLength(1) / 4)
            return best;
        var cleared = new FrameDiff(frame, _pen, traits);
        cleared.Append("\e[2J");
        cleared.ClearsFirst = true;
        cleared.Draw(ScreenCell.BlankFrame(frame.GetLength(0), frame.GetLength(1)));
        return cleared.Length < best.Length ? cleared : best;
    }

    private void PlaceCursor(FrameDiff change, Point? cursor)
    {
        if (cursor is { } place && (change.Length > 0 || _cursor != cursor))
        {
            change.MoveTo(place.Y, place.X);
            if (_cursor is null)
                change.Append("\e[?25h");
        }
        else if (cursor is null && _cursor is not null)
        {
            change.Append("\e[?25l");
        }
        _cursor = cursor;
    }
}
