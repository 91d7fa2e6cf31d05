using System.Globalization;
using System.Text;
using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;
using Style = Terminal.Gui.Drawing.TextStyle;

namespace TermNews.Tui.Terminal;

/// <summary>Writes the shortest change from one look to another (SGR, ECMA-48 §8.3.117), in the terminal's own 16 colours.</summary>
internal static class SgrWriter
{
    /// <summary>The look of a terminal that was told nothing.</summary>
    public static Attribute Plain { get; } = new(Color.None, Color.None, Style.None);

    private static readonly (Style Style, int On, int Off)[] Styles =
    [
        (Style.Bold, 1, 22), (Style.Faint, 2, 22), (Style.Italic, 3, 23), (Style.Underline, 4, 24),
        (Style.Blink, 5, 25), (Style.Reverse, 7, 27), (Style.Strikethrough, 9, 29),
    ];

    /// <summary>Appends what turns <paramref name="from"/> into <paramref name="to"/>; null means that nothing is known.</summary>
    public static void AppendChange(StringBuilder output, Attribute? from, Attribute to)
    {
        if (from == to)
            return;
        if (to == Plain)
        {
            output.Append("\e[m");
            return;
        }
        var anew = new StringBuilder();
        AppendAll(anew, to);
        var change = new StringBuilder();
        if (from is { } known)
            AppendDifferences(change, known, to);
        var isShorter = change.Length > 0 && change.Length <= anew.Length;
        output.Append("\e[").Append(isShorter ? change : anew).Append('m');
    }

    private static void AppendAll(StringBuilder codes, Attribute to)
    {
        Append(codes, 0);
        foreach (var (style, on, _) in Styles)
        {
            if ((to.Style & style) != 0)
                Append(codes, on);
        }
        AppendColours(codes, Plain, to);
    }

    private static void AppendDifferences(StringBuilder codes, Attribute from, Attribute to)
    {
        var have = from.Style;
        foreach (var (style, _, off) in Styles)
        {
            if ((have & style) == 0 || (to.Style & style) != 0)
                continue;
            Append(codes, off);
            have &= off == 22 ? ~(Style.Bold | Style.Faint) : ~style;
        }
        foreach (var (style, on, _) in Styles)
        {
            if ((to.Style & style) != 0 && (have & style) == 0)
                Append(codes, on);
        }
        AppendColours(codes, from, to);
    }

    private static void AppendColours(StringBuilder codes, Attribute from, Attribute to)
    {
        if (from.Foreground != to.Foreground)
            Append(codes, to.Foreground == Color.None ? 39 : (int)to.Foreground.GetAnsiColorCode());
        if (from.Background != to.Background)
            Append(codes, to.Background == Color.None ? 49 : (int)to.Background.GetAnsiColorCode() + 10);
    }

    private static void Append(StringBuilder codes, int code)
    {
        if (codes.Length > 0)
            codes.Append(';');
        codes.Append(CultureInfo.InvariantCulture, $"{code}");
    }
}
