namespace TermNews.Tui.Terminal;

/// <summary>
/// Writes the shortest change from one style to another (SGR, ECMA-48 §8.3.117). The 16 named colours always use the terminal's palette;
/// other colours are reduced to its colour depth.
/// </summary>
internal sealed class SgrWriter(ColorLevel level)
{
    /// <summary>The default style of a terminal.</summary>
    public static Attribute Plain { get; } = new(Color.None, Color.None, Style.None);

    private static readonly (Style Style, int On, int Off)[] Styles =
    [
        (Style.Bold, 1, 22), (Style.Faint, 2, 22), (Style.Italic, 3, 23), (Style.Underline, 4, 24),
        (Style.Blink, 5, 25), (Style.Reverse, 7, 27), (Style.Strikethrough, 9, 29),
    ];

    /// <summary>The part of a style that a blank shows: the background, underline and strike-through.</summary>
    public static Attribute OnBlank(Attribute look) =>
        (look.Style & (Style.Reverse | Style.Underline | Style.Strikethrough)) != 0 ? look
        : look.Background == Color.None ? Plain
        : new Attribute(Color.None, look.Background, Style.None);

    /// <summary>Appends the change from <paramref name="from"/> to <paramref name="to"/>; null means an unknown style.</summary>
    public void AppendChange(StringBuilder output, Attribute? from, Attribute to)
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

    private void AppendAll(StringBuilder codes, Attribute to)
    {
        Append(codes, 0);
        foreach (var (style, on, _) in Styles)
        {
            if ((to.Style & style) != 0)
                Append(codes, on);
        }
        AppendColours(codes, Plain, to);
    }

    private void AppendDifferences(StringBuilder codes, Attribute from, Attribute to)
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

    private void AppendColours(StringBuilder codes, Attribute from, Attribute to)
    {
        if (level == ColorLevel.None)
            return;
        if (from.Foreground != to.Foreground)
            AppendColour(codes, to.Foreground, isBackground: false);
        if (from.Background != to.Background)
            AppendColour(codes, to.Background, isBackground: true);
    }

    private void AppendColour(StringBuilder codes, Color colour, bool isBackground)
    {
        var shift = isBackground ? 10 : 0;
        if (colour == Color.None)
            Append(codes, 39 + shift);
        else if (level == ColorLevel.Sixteen || new Color(colour.GetClosestNamedColor16()) == colour)
            Append(codes, (int)colour.GetAnsiColorCode() + shift);
        else if (level == ColorLevel.TrueColor)
            AppendAll(codes, [38 + shift, 2, colour.R, colour.G, colour.B]);
        else
            AppendAll(codes, [38 + shift, 5, IndexOf(colour)]);
    }

    /// <summary>The nearest of xterm's 256 colours, from the 6×6×6 cube or the greys.</summary>
    private static int IndexOf(Color colour)
    {
        var (least, most) = (Math.Min(colour.R, Math.Min(colour.G, colour.B)), Math.Max(colour.R, Math.Max(colour.G, colour.B)));
        if (most - least < 8 && least is > 4 and < 247)
            return 232 + Math.Min(23, Math.Max(0, (least - 3) / 10));
        return 16 + 36 * Level(colour.R) + 6 * Level(colour.G) + Level(colour.B);

        static int Level(byte value) => value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
    }

    private static void AppendAll(StringBuilder codes, ReadOnlySpan<int> all)
    {
        foreach (var code in all)
            Append(codes, code);
    }

    private static void Append(StringBuilder codes, int code)
    {
        if (codes.Length > 0)
            codes.Append(';');
        codes.Append(CultureInfo.InvariantCulture, $"{code}");
    }
}
