using Terminal.Gui.Drawing;
using TermNews.Core.Configuration;

namespace TermNews.Tui.Views;

/// <summary>
/// The attributes of cells: the 16 colours and the default colours of the terminal, so that the reader's own palette applies; without
/// colours bold, underline and reverse only. No meaning depends on a colour alone.
/// </summary>
internal sealed class Palette(ReaderTheme theme)
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
                _known[style] = look = Of(style);
            return look;
        }
    }

    private Attribute Of(TextStyle style)
    {
        if (theme == ReaderTheme.Mono)
            return Monochrome(style);
        if (style.HasFlag(TextStyle.BlackOnWhite))
            return new Attribute(new Color(ColorName16.Black), new Color(ColorName16.White), Style.None);
        return Coloured(style);
    }

    private static Attribute Monochrome(TextStyle style)
    {
        var cell = Style.None;
        if ((style & (TextStyle.Bold | TextStyle.Accent | TextStyle.Warning)) != 0)
            cell |= Style.Bold;
        if ((style & (TextStyle.Underline | TextStyle.Italic)) != 0)
            cell |= Style.Underline;
        if ((style & (TextStyle.Reverse | TextStyle.BlackOnWhite)) != 0)
            cell |= Style.Reverse;
        return new Attribute(Color.None, Color.None, cell);
    }

    private Attribute Coloured(TextStyle style)
    {
        var cell = Style.None;
        foreach (var (text, own) in Styles)
            cell |= (style & text) != 0 ? own : Style.None;
        var isReversed = (style & TextStyle.Reverse) != 0;
        if (isReversed || theme != ReaderTheme.Default)
            cell &= ~Style.Faint;   // Pale letters on a bar cannot be read, and terminals differ in how pale they are.
        if (theme == ReaderTheme.HighContrast)
            cell |= Emphasis(style);
        return new Attribute(isReversed ? Color.None : Foreground(style), Color.None, cell);
    }

    private static Style Emphasis(TextStyle style) =>
        ((style & TextStyle.Accent) != 0 ? Style.Bold | Style.Underline : Style.None)
        | ((style & TextStyle.Warning) != 0 ? Style.Bold | Style.Reverse : Style.None);

    private Color Foreground(TextStyle style) => style switch
    {
        _ when (style & TextStyle.Warning) != 0 => Pick(ColorName16.Red, ColorName16.Red, ColorName16.BrightRed),
        _ when (style & TextStyle.Accent) != 0 => Pick(ColorName16.Cyan, ColorName16.Blue, ColorName16.BrightCyan),
        _ when (style & TextStyle.Code) != 0 => Pick(ColorName16.Green, ColorName16.Magenta, ColorName16.BrightGreen),
        _ when (style & TextStyle.Dim) != 0 => Pick(null, ColorName16.DarkGray, ColorName16.Gray),
        _ => Color.None,
    };

    private Color Pick(ColorName16? standard, ColorName16 light, ColorName16 dark) => theme switch
    {
        ReaderTheme.Default => standard is { } named ? new Color(named) : Color.None,
        ReaderTheme.Light => new Color(light),
        ReaderTheme.Dark => new Color(dark),
        ReaderTheme.HighContrast or ReaderTheme.Mono => Color.None,
    };
}
