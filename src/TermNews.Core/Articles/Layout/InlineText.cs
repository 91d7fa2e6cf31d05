namespace TermNews.Core.Articles.Layout;

/// <summary>Inlines as one styled text, ready for line breaking.</summary>
internal sealed class InlineText(LayoutOptions options, LinkNumbers links)
{
    private readonly StringBuilder _text = new();
    private readonly List<Span> _spans = [];

    private readonly record struct Look(TextStyle Style, string? Link, int Target);

    private readonly record struct Span(int Start, Look Look);

    public bool IsEmpty => _text.Length == 0;

    /// <summary>The width of the widest line without wrapping, in cells.</summary>
    public int NaturalWidth => IsEmpty ? 0 : _text.ToString().Split('\n').Max(line => TextWidth.Of(line));

    /// <summary>The width of the widest word in cells.</summary>
    public int LongestWord => IsEmpty ? 0 : _text.ToString().Split(' ', '\n').Max(word => TextWidth.Of(word));

    public override string ToString() => _text.ToString();

    public InlineText Add(string text, TextStyle style) => Add(text, new Look(style, null, -1));

    /// <summary>Adds text with a link that has no number.</summary>
    public InlineText Add(string text, TextStyle style, string? link) => Add(text, new Look(style, link, -1));

    public InlineText Add(IReadOnlyList<Inline> inlines, TextStyle style = TextStyle.Plain)
    {
        AddAll(inlines, new Look(style, null, -1));
        return this;
    }

    public InlineText Add(InlineText other)
    {
        _spans.AddRange(other._spans.Select(span => span with { Start = span.Start + _text.Length }));
        _text.Append(other._text);
        return this;
    }

    /// <summary>The lines at a width in cells, at least one.</summary>
    public IEnumerable<List<TextRun>> Wrap(int width)
    {
        var text = _text.ToString();
        var first = 0;
        foreach (var range in LineBreaking.CutEvenly(text, width))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            while (first + 1 < _spans.Count && _spans[first + 1].Start <= start)
                first++;
            yield return RunsBetween(text, first, start, end);
        }
    }

    private List<TextRun> RunsBetween(string text, int first, int start, int end)
    {
        List<TextRun> runs = [];
        for (var i = first; i < _spans.Count && _spans[i].Start < end; i++)
        {
            var from = Math.Max(start, _spans[i].Start);
            var to = i + 1 < _spans.Count ? Math.Min(end, _spans[i + 1].Start) : end;
            var look = _spans[i].Look;
            if (to <= from)
                continue;
            var shown = Visible(text[from..to], isCut: to == end && end < text.Length);
            if (shown.Length > 0)
                runs.Add(new TextRun(shown, look.Style) { Link = look.Link, Target = look.Target });
        }
        return runs;
    }

    /// <summary>No-break spaces are drawn as spaces, soft hyphens only at the end of a line, and joiners not at all.</summary>
    private static string Visible(string text, bool isCut)
    {
        if (text.AsSpan().IndexOfAny("\u00A0\u202F\u00AD\u2060\u200B") < 0)
            return text;
        var plain = text.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace("\u2060", "", StringComparison.Ordinal)
            .Replace("\u200B", "", StringComparison.Ordinal).Replace("\u00AD", "", StringComparison.Ordinal);
        return isCut && text[^1] == '\u00AD' ? plain + "-" : plain;
    }

    private InlineText Add(string text, Look look)
    {
        if (text.Length == 0)
            return this;
        if (_spans.Count == 0 || _spans[^1].Look != look)
            _spans.Add(new Span(_text.Length, look));
        _text.Append(text);
        return this;
    }

    private void AddAll(IReadOnlyList<Inline> inlines, Look look)
    {
        foreach (var inline in inlines)
            AddOne(inline, look);
    }

    private void AddOne(Inline inline, Look look)
    {
        switch (inline)
        {
            case TextInline text: Add(text.Text, look); break;
            case Emphasis emphasis: AddAll(emphasis.Children, With(look, TextStyle.Italic)); break;
            case Strong strong: AddAll(strong.Children, With(look, TextStyle.Bold)); break;
            case Strike strike: AddAll(strike.Children, With(look, TextStyle.Strike)); break;
            case KeyInline key: Add(key.Text, With(look, TextStyle.Bold)); break;
            case Abbreviation abbreviation: AddAbbreviation(abbreviation, look); break;
            case CodeInline code: Add(code.Text, With(look, TextStyle.Code)); break;
            case ImageInline image: Add(image.Alt, look); break;
            case LineBreak: Add("\n", look); break;
            case LinkInline link: AddLink(link, look); break;
            case Superscript raised: AddShifted(raised.Children, look, '^'); break;
            case Subscript lowered: AddShifted(lowered.Children, look, '_'); break;
        }
    }

    private void AddLink(LinkInline link, Look look)
    {
        var index = links.IndexOf(link.Url, Inlines.PlainText(link.Children));
        var number = links.NumberOf(index);
        var target = number == 0 ? null : link.Url;
        AddAll(link.Children, new Look(look.Style | TextStyle.Underline, target, index));
        if (options.LinkNumbers && number > 0)
            Add($"\u2060[{number}]", new Look(TextStyle.Dim, target, index));
    }

    /// <summary>The meaning follows the first occurrence on the page.</summary>
    private void AddAbbreviation(Abbreviation abbreviation, Look look)
    {
        AddAll(abbreviation.Children, look);
        if (!options.WordsOnly && links.IsNewAbbreviation(abbreviation.Meaning))
            Add($" ({abbreviation.Meaning})", look);
    }

    private void AddShifted(IReadOnlyList<Inline> children, Look look, char mark)
    {
        if (children is [LinkInline link])
            AddOne(link with { Children = [Shifted(link, mark)] }, look);
        else if (options.WordsOnly || children is not [TextInline { Text: var text }] || IsOrdinalEnding(text))
            AddAll(children, look);
        else if (!options.Ascii && (mark == '^' ? ShiftedText.Raise(text) : ShiftedText.Lower(text)) is { } shifted)
            Add(shifted, look);
        else
            Add(text.Length == 1 || text.All(char.IsLetterOrDigit) ? mark + text : $"{mark}({text})", look);
    }

    private static Inline Shifted(LinkInline link, char mark) =>
        mark == '^' ? new Superscript(NoteNumber(link) ?? link.Children) : new Subscript(link.Children);

    /// <summary>The number of a footnote without brackets, in which it would look like the number of a link; null for others.</summary>
    private static TextInline[]? NoteNumber(LinkInline link) =>
        link is { Url: ['#', ..], Children: [TextInline { Text: ['[', .. { Length: > 0 } number, ']'] }] } && number.All(char.IsAsciiDigit)
            ? [new TextInline(number)] : null;

    private static bool IsOrdinalEnding(string text) =>
        text[0] is '[' or '('
        || text is "st" or "nd" or "rd" or "th" or "e" or "er" or "re" or "ème" or "o" or "a" or "º" or "ª" or "TM" or "®" or "™";

    private static Look With(Look look, TextStyle style) => look with { Style = look.Style | style };
}
