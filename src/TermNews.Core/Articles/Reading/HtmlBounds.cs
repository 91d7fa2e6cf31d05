using System.Buffers;
using System.Text;

namespace TermNews.Core.Articles.Reading;

/// <summary>
/// Makes HTML harmless for a tree builder before it sees it: scripts (but JSON-LD), styles, drawings and comments go, elements nested too
/// deeply lose their tags and keep their text, absurd tags go, and what is too long is cut off. A tree builder needs time that grows
/// with the square of the depth, and whatever walks the tree needs stack for it.
/// </summary>
internal sealed class HtmlBounds
{
    private const int MostAttributes = 200;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Elements that have no end tag, or end by themselves where the next begins: neither can make a page deep alone.</summary>
    private static readonly HashSet<string> Uncounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "colgroup",
        "caption", "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "rp", "rt",
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
    private readonly HashSet<string> _endless = new(StringComparer.OrdinalIgnoreCase);   // Names whose end tags do not come any more.
    private int _elements;

    private HtmlBounds(string html, HtmlLimits limits) => (_html, _limits, _kept) = (html, limits, new StringBuilder(html.Length));

    /// <summary>For the text of a feed's entry.</summary>
    public static HtmlLimits ForText { get; } = new(Depth: 100, Elements: 50_000, Characters: 2_000_000);

    /// <summary>For a whole page.</summary>
    public static HtmlLimits ForPage { get; } = new(Depth: 200, Elements: 100_000, Characters: 6_000_000);

    /// <summary>The bounded HTML, and whether it had to be cut off.</summary>
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

    /// <summary>How deep the element was that ends here; the ones left open inside it end with it.</summary>
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
    /// The place of the end tag, or a negative number. Searching without regard to case takes long, so only its first two characters are
    /// searched for.
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

    /// <summary>The place after the ">" that ends a tag; quoted values may hold others.</summary>
    private int TagEnd(int at, out int attributes)
    {
        attributes = 0;
        for (var i = at; i < _html.Length; i++)
        {
            switch (_html[i])
            {
                case '>':
                    return i + 1;
                case '=':
                    attributes++;
                    i = AfterValue(i + 1);
                    break;
                case ' ' or '\n' or '\t' when i + 1 < _html.Length && char.IsAsciiLetter(_html[i + 1]):
                    attributes++;
                    break;
            }
        }
        return _html.Length;
    }

    /// <summary>The last place of a quoted value, or the place before anything else.</summary>
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

/// <summary>How much of a page is taken.</summary>
/// <param name="Depth">How many elements may be open at once, lists' items, cells and paragraphs not counted.</param>
/// <param name="Elements">How many there may be.</param>
/// <param name="Characters">How long it may be.</param>
internal sealed record HtmlLimits(int Depth, int Elements, int Characters);
