namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Bounds HTML before it is parsed: removes scripts (except JSON-LD), styles, drawings, comments and absurd tags, removes the tags of
/// elements that are nested too deeply (their text stays), and truncates what is too long. A tree builder needs time quadratic in the
/// depth, and each walk of the tree needs stack.
/// </summary>
internal sealed class HtmlBounds
{
    /// <summary>A bound against hostile tags: a parser compares each attribute with all before it.</summary>
    private const int MostAttributes = 200;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Void elements, and elements that end where the next one begins: they cannot make a page deep.</summary>
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup",
        "caption", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "rp",
        "rt",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "svg", "textarea", "title", "xmp", "iframe", "noembed", "noframes",
    };

    private readonly string _html;
    private readonly HtmlLimits _limits;
    private readonly StringBuilder _kept;
    private readonly Stack<string> _open = new();
    private readonly Dictionary<string, int> _openByName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _endless = new(StringComparer.OrdinalIgnoreCase);   // Names without further end tags.
    private int _elements;

    private HtmlBounds(string html, HtmlLimits limits) => (_html, _limits, _kept) = (html, limits, new StringBuilder(html.Length));

    /// <summary>The limits for the content of a feed entry: bounds against hostile input, far above real entries.</summary>
    public static HtmlLimits ForText { get; } = new(Depth: 100, Elements: 50_000, Characters: 2_000_000);

    /// <summary>The limits for a whole page, which has more markup around its text.</summary>
    public static HtmlLimits ForPage { get; } = new(Depth: 200, Elements: 100_000, Characters: 6_000_000);

    /// <summary>The bounded HTML, and whether it was truncated.</summary>
    public static (string Html, bool IsCut) Apply(string html, HtmlLimits limits) => new HtmlBounds(html, limits).Run();

    private (string Html, bool IsCut) Run()
    {
        var at = 0;
        while (at < _html.Length)
        {
            var tag = _html.IndexOf('<', at);
            var textEnd = tag < 0 ? _html.Length : tag;
            _kept.Append(_html, at, textEnd - at);
            if (tag < 0)
                break;
            if (_elements > _limits.Elements || _kept.Length > _limits.Characters)
                return (_kept.ToString(), true);
            at = TakeMarkup(tag);
        }
        return _kept.Length > _limits.Characters ? (_kept.ToString(0, _limits.Characters), true) : (_kept.ToString(), false);
    }

    private int TakeMarkup(int at)
    {
        var next = at + 1 < _html.Length ? _html[at + 1] : ' ';
        if (next == '!' && string.CompareOrdinal(_html, at, "<!--", 0, 4) == 0)
            return After("-->", at + 2);
        if (next == '/' && at + 2 < _html.Length && char.IsAsciiLetter(_html[at + 2]))
            return TakeEndTag(at);
        if (char.IsAsciiLetter(next))
            return TakeStartTag(at);
        _kept.Append('<');
        return at + 1;
    }

    private int TakeStartTag(int at)
    {
        var name = NameAt(at + 1);
        var end = TagEnd(at + 1 + name.Length, out var attributes);
        if (RawText.Contains(name))
            return TakeRawText(at, name, end);
        _elements++;
        if (attributes > MostAttributes)
            return end;
        if (!Uncounted.Contains(name) && _html[end - 2] != '/')
        {
            _open.Push(name);
            _openByName[name] = _openByName.GetValueOrDefault(name) + 1;
        }
        if (_open.Count <= _limits.Depth || Uncounted.Contains(name))
            _kept.Append(_html, at, end - at);
        return end;
    }

    private int TakeEndTag(int at)
    {
        var name = NameAt(at + 2);
        var end = TagEnd(at + 2 + name.Length, out _);
        if (Uncounted.Contains(name))
        {
            _kept.Append(_html, at, end - at);
        }
        else if (_openByName.GetValueOrDefault(name) > 0)
        {
            var depth = Close(name);
            if (depth <= _limits.Depth)
                _kept.Append(_html, at, end - at);
        }
        return end;
    }

    /// <summary>The depth of the element that ends here; elements left open inside it end with it.</summary>
    private int Close(string name)
    {
        while (true)
        {
            var depth = _open.Count;
            var closed = _open.Pop();
            _openByName[closed]--;
            if (string.Equals(closed, name, StringComparison.OrdinalIgnoreCase))
                return depth;
        }
    }

    private int TakeRawText(int at, string name, int end)
    {
        if (_html[end - 2] == '/' && name.Equals("svg", StringComparison.OrdinalIgnoreCase))
            return end;
        var close = EndTagOf(name, end);
        var isCode = name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);
        if (close < 0 && isCode && _html[end - 2] != '/')
            return _html.Length;
        if (close < 0)
            return end;
        var after = TagEnd(close + 2 + name.Length, out _);
        var isDropped = isCode || name.Equals("svg", StringComparison.OrdinalIgnoreCase);
        if (!isDropped || _html.AsSpan(at, end - at).Contains("ld+json", StringComparison.OrdinalIgnoreCase))
            _kept.Append(_html, at, after - at);
        return after;
    }

    /// <summary>
    /// The position of the end tag, or a negative number. A case-insensitive search is slow, so only the first two characters are searched
    /// for.
    /// </summary>
    private int EndTagOf(string name, int at)
    {
        while (!_endless.Contains(name))
        {
            var found = _html.AsSpan(at).IndexOf("</");
            if (found < 0)
            {
                _endless.Add(name);
                break;
            }
            at += found + 2;
            if (_html.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
                return at - 2;
        }
        return -1;
    }

    private string NameAt(int at)
    {
        var length = _html.AsSpan(at).IndexOfAny(NameEnd);
        return _html.Substring(at, length < 0 ? _html.Length - at : length);
    }

    /// <summary>The position after the ">" of a tag; quoted values may contain others.</summary>
    private int TagEnd(int at, out int attributes)
    {
        attributes = 0;
        for (var i = at; i < _html.Length; i++)
        {
            switch (_html[i])
            {
                case '>': return i + 1;
                case '=':
                    attributes++;
                    i = AfterValue(i + 1);
                    break;
                case ' ' or '\n' or '\t' when i + 1 < _html.Length && char.IsAsciiLetter(_html[i + 1]): attributes++; break;
            }
        }
        return _html.Length;
    }

    /// <summary>The last position of a quoted value, or the position before anything else.</summary>
    private int AfterValue(int at)
    {
        while (at < _html.Length && _html[at] is ' ' or '\n' or '\t' or '\r')
            at++;
        if (at >= _html.Length || _html[at] is not ('"' or '\''))
            return at - 1;
        var close = _html.IndexOf(_html[at], at + 1);
        return close < 0 ? _html.Length : close;
    }

    private int After(string mark, int at)
    {
        var found = _html.IndexOf(mark, at, StringComparison.Ordinal);
        return found < 0 ? _html.Length : found + mark.Length;
    }
}

/// <summary>The limits for a document.</summary>
/// <param name="Depth">Open elements at once, without list items, cells and paragraphs.</param>
/// <param name="Elements">Elements in all.</param>
/// <param name="Characters">UTF-16 code units.</param>
internal sealed record HtmlLimits(int Depth, int Elements, int Characters);
