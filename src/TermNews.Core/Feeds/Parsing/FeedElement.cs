using System.Text;
using TermNews.Core.Html;
using TermNews.Core.Text;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>An element of a feed while it is open, and what was in it when it closes.</summary>
internal sealed class FeedElement
{
    private const int LongestText = 8_000_000;

    private ReadOnlyMemory<char> _whole;   // The text, while it is one piece of the document as it stands there.
    private bool _isWholeCData;
    private StringBuilder? _text;
    private StringBuilder? _markup;
    private string? _string;

    /// <summary>The name as it was written, with its prefix.</summary>
    public required string Name { get; init; }

    /// <summary>The name without prefix, in small letters.</summary>
    public required string Local { get; init; }

    /// <summary>Its vocabulary.</summary>
    public required FeedNamespace Namespace { get; init; }

    /// <summary>Its attributes, references decoded.</summary>
    public required IReadOnlyList<XmlAttribute> Attributes { get; init; }

    /// <summary>Its HTML is to stay as it was sent.</summary>
    public bool IsRaw { get; init; }

    /// <summary>What it is for those inside it.</summary>
    public FeedContainer Container { get; init; }

    /// <summary>What relative addresses are relative to (<c>xml:base</c>).</summary>
    public Uri? Base { get; init; }

    /// <summary><c>xml:lang</c>, its own or inherited.</summary>
    public string? Language { get; init; }

    /// <summary>Its text, references decoded, without the tags inside it.</summary>
    public string Text => _string ??= _text?.ToString() ?? _whole.ToString();

    /// <summary><see cref="Text"/> without a copy of it where none is needed.</summary>
    public ReadOnlyMemory<char> TextMemory => _text is null && _string is null ? _whole : Text.AsMemory();

    /// <summary>Its inside as markup; null where there are no tags inside.</summary>
    public string? Markup => _markup?.ToString();

    /// <summary>An attribute without prefix, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in Attributes)
            {
                if (name.Equals(attribute, StringComparison.OrdinalIgnoreCase))
                    return value;
            }
            return null;
        }
    }

    /// <summary>Adds text.</summary>
    /// <param name="text">As it stands in the document.</param>
    /// <param name="isLasting">It stays in memory as long as this element.</param>
    /// <param name="isCData">Its references are none.</param>
    /// <param name="entities">What the document declares, or null.</param>
    public void Append(ReadOnlyMemory<char> text, bool isLasting, bool isCData, IReadOnlyDictionary<string, string>? entities)
    {
        if (_text?.Length > LongestText || _markup?.Length > LongestText)
            return;
        var isAsItStands = isCData || !text.Span.Contains('&');
        if (_markup is null && _text is null && isAsItStands && TakeWhole(text, isLasting, isCData))
            return;
        _string = null;
        _text ??= new StringBuilder().Append(_whole);
        var before = _text.Length;
        if (isAsItStands)
            _text.Append(text);
        else
            AppendDecoded(_text, text.Span, entities);
        if (_markup is not null)
            AppendEscaped(_markup, _text.ToString(before, _text.Length - before));
    }

    /// <summary>White space around a CDATA section is layout: most elements are one piece of the document, and are copied once.</summary>
    private bool TakeWhole(ReadOnlyMemory<char> text, bool isLasting, bool isCData)
    {
        if (_isWholeCData && !isCData && text.Span.IsWhiteSpace())
            return true;
        if (_isWholeCData || !(isCData ? _whole.Span.IsWhiteSpace() : _whole.IsEmpty))
            return false;
        _whole = isLasting ? text : text.ToString().AsMemory();
        (_string, _isWholeCData) = (null, isCData);
        return true;
    }

    private static void AppendDecoded(StringBuilder to, ReadOnlySpan<char> text, IReadOnlyDictionary<string, string>? entities)
    {
        using var decoded = new TextBuffer(text.Length);
        HtmlEntities.Append(decoded, text, entities);
        to.Append(decoded.Span);
    }

    /// <summary>Adds a start tag that stands inside.</summary>
    public void AppendStart(FeedElement inner, bool isEmpty)
    {
        _markup ??= AppendEscaped(new(), Text);
        if (_markup.Length > LongestText)
            return;
        _markup.Append('<').Append(inner.Local);
        foreach (var (name, value) in inner.Attributes)
        {
            if (name.Contains(':', StringComparison.Ordinal))
                continue;
            var isAddress = name is "href" or "src" && !ReferenceEquals(inner.Base, Base);
            AppendEscaped(_markup.Append(' ').Append(name).Append("=\""), isAddress ? SafeLinks.Resolve(value, inner.Base) ?? "" : value).Append('"');
        }
        _markup.Append('>');
        if (isEmpty)
            AppendEnd(inner.Local);
    }

    /// <summary>Adds an end tag that stands inside.</summary>
    public void AppendEnd(string local)
    {
        if (HtmlElements.RoleOf(local) != HtmlRole.Void)
            _markup?.Append("</").Append(local).Append('>');
    }

    private static StringBuilder AppendEscaped(StringBuilder to, ReadOnlySpan<char> text)
    {
        while (true)
        {
            var at = text.IndexOfAny('&', '<', '"');
            if (at < 0)
                return to.Append(text);
            to.Append(text[..at]).Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }
    }
}

/// <summary>What the elements inside an element are about.</summary>
internal enum FeedContainer
{
    /// <summary>Nothing: its text counts.</summary>
    None,

    /// <summary>The feed: <c>rss</c>, <c>channel</c>, <c>feed</c>.</summary>
    Feed,

    /// <summary>An entry: <c>item</c>, <c>entry</c>.</summary>
    Entry,

    /// <summary>An author.</summary>
    Person,

    /// <summary><c>media:group</c>, <c>media:content</c>, <c>media:community</c>.</summary>
    Media,

    /// <summary>A picture with its address inside.</summary>
    Image,

    /// <summary>Something about another feed or another thing, such as <c>source</c>.</summary>
    Aside,
}
