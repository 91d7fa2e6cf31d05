using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>An open element of a feed, with its content once it is closed.</summary>
internal sealed class FeedElement
{
    // In characters: longer than any article, and bounds the memory of a hostile document.
    private const int LongestText = 8_000_000;

    private ReadOnlyMemory<char> _whole;   // The text, as long as it is one unchanged piece of the document.
    private bool _isWholeCData;
    private StringBuilder? _text;
    private StringBuilder? _markup;
    private string? _string;

    /// <summary>The name as written, with its prefix.</summary>
    public required string Name { get; init; }

    /// <summary>The local name in lower case.</summary>
    public required string Local { get; init; }

    /// <summary>Its vocabulary.</summary>
    public required FeedNamespace Namespace { get; init; }

    /// <summary>Its attributes, references decoded.</summary>
    public required IReadOnlyList<XmlAttribute> Attributes { get; init; }

    /// <summary>True if its HTML stays as sent.</summary>
    public bool IsRaw { get; init; }

    /// <summary>The role of the element for the elements inside it.</summary>
    public FeedContainer Container { get; init; }

    /// <summary>The base of relative addresses (<c>xml:base</c>).</summary>
    public Uri? Base { get; init; }

    /// <summary><c>xml:lang</c>, its own or inherited.</summary>
    public string? Language { get; init; }

    /// <summary>Its text, references decoded, without the tags inside it.</summary>
    public string Text => _string ??= _text?.ToString() ?? _whole.ToString();

    /// <summary><see cref="Text"/>, without a copy if possible.</summary>
    public ReadOnlyMemory<char> TextMemory => _text is null && _string is null ? _whole : Text.AsMemory();

    /// <summary>Its content as markup; null if it has no tags.</summary>
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
    /// <param name="text">The text as written in the document.</param>
    /// <param name="isLasting">True if the text stays in memory as long as this element.</param>
    /// <param name="isCData">True in a CDATA section, where nothing is a reference.</param>
    /// <param name="entities">The entities that the document declares, or null.</param>
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

    /// <summary>White space around a CDATA section is layout. Most elements are one piece of the document and are copied once.</summary>
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

    /// <summary>Adds an inner start tag.</summary>
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
            AppendEscaped(_markup.Append(' ').Append(name).Append("=\""), isAddress ? SafeLinks.Resolve(value, inner.Base) ?? "" : value)
                .Append('"');
        }
        _markup.Append('>');
        if (isEmpty)
            AppendEnd(inner.Local);
    }

    /// <summary>Adds an inner end tag.</summary>
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

/// <summary>The role of an element for the elements inside it.</summary>
internal enum FeedContainer
{
    /// <summary>None: its text is the value.</summary>
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

    /// <summary>Metadata of another feed or resource, such as <c>source</c>.</summary>
    Aside,
}
