using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;
using Style = Terminal.Gui.Drawing.TextStyle;
using TextStyle = TermNews.Core.Text.TextStyle;

namespace TermNews.Tui.Views;

/// <summary>
/// Looks as cells have them: the terminal's own 16 colours and its default ones, so the reader's palette stays; nothing but
/// bold, underline and reverse where colours are not wanted. No meaning hangs on a colour alone.
/// </summary>
internal sealed class Palette(bool isMonochrome)
{
    private static readonly (TextStyle Text, Style Cell)[] Styles =
    [
        (TextStyle.Bold, Style.Bold), (TextStyle.Dim, Style.Faint), (TextStyle.Italic, Style.Italic),
        (TextStyle.Underline, Style.Underline),
        (TextStyle.Strike, Style.Strikethrough), (TextStyle.Reverse, Style.Reverse),
    ];

    private readonly Dictionary<TextStyle, Attribute> _known = [];

    /// <summary>The look of a style.</summary>
    public Attribute this[TextStyle style]
    {
        get
        {
            if (!_known.TryGetValue(style, out var look))
                _known[style] = look = isMonochrome ? Monochrome(style) : Coloured(style);
            return look;
        }
    }

    private static Attribute Monochrome(TextStyle style)
    {
        var cell = Style.None;
        if ((style & (TextStyle.Bold | TextStyle.Accent | TextStyle.Warning)) != 0)
            cell |= Style.Bold;
        if ((style & (TextStyle.Underline | TextStyle.Italic)) != 0)
            cell |= Style.Underline;
        if ((style & TextStyle.Reverse) != 0)
            cell |= Style.Reverse;
        return new Attribute(Color.None, Color.None, cell);
    }

    private static Attribute Coloured(TextStyle style)
    {
        var cell = Style.None;
        foreach (var (text, own) in Styles)
            cell |= (style & text) != 0 ? own : Style.None;
        var isReversed = (style & TextStyle.Reverse) != 0;
        if (isReversed)
            cell &= ~Style.Faint;   // Pale letters on a bar cannot be read.
        var foreground = isReversed ? Color.None : Foreground(style);
        return new Attribute(foreground, Color.None, cell);
    }

    private static Color Foreground(TextStyle style) => style switch
    {
        _ when (style & TextStyle.Warning) != 0 => new Color(ColorName16.Red),
        _ when (style & TextStyle.Accent) != 0 => new Color(ColorName16.Cyan),
        _ when (style & TextStyle.Code) != 0 => new Color(ColorName16.Green),
        _ => Color.None,
    };
}
