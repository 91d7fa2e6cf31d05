using TermNews.Core.Html;

namespace TermNews.Core.Feeds.Parsing;

/// <summary>The kind of a token.</summary>
internal enum XmlToken
{
    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,

    /// <summary>Text, or a CDATA section.</summary>
    Text,
}

/// <summary>
/// A forward-only reader of XML that accepts broken documents: junk around the document, undefined entities, bare ampersands and angle
/// brackets, missing quotes, a missing end. It never reads anything outside the document, and replaces entities of the document once,
/// without nesting, so that they cannot expand without limit.
/// </summary>
internal sealed class TolerantXml(DocumentText document)
{
    // A bound against hostile documents.
    private const int MostAttributes = 128;

    /// <summary>Characters read ahead in a long document, so that few tokens reach the end of the window.</summary>
    private const int LeastAhead = 32 * 1024;

    private readonly List<XmlAttribute> _attributes = [];
    private XmlDoctype? _doctype;
    private int _at;
    private int _textStart;
    private int _textLength;
    private bool _isOutOfTags;
    private bool _isCut;
    private ReadOnlyMemory<char> _window = document.Window;

    /// <summary>The kind of the current token.</summary>
    public XmlToken Token { get; private set; }

    /// <summary>The name of the tag, with its prefix.</summary>
    public ReadOnlySpan<char> Name => RawText.Span;

    /// <summary>True for <c>&lt;name/&gt;</c>; no end tag follows.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The attributes of the start tag; the list is used again for the next one.</summary>
    public IReadOnlyList<XmlAttribute> Attributes => _attributes;

    /// <summary>The value of an attribute, whose name matches in any case; null without it.</summary>
    public string? Attribute(string name)
    {
        foreach (var (attribute, value) in _attributes)
        {
            if (attribute.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        return null;
    }

    /// <summary>True for text whose references are already text.</summary>
    public bool IsCData { get; private set; }

    /// <summary>True once the document had a construct that no well-formed document has.</summary>
    public bool IsIllFormed { get; private set; }

    /// <summary>The unread text, as far as it is in memory.</summary>
    public ReadOnlySpan<char> Ahead => _window.Span[_at..];

    /// <summary>The text as written; in a long document valid until the next <see cref="Read"/>.</summary>
    public ReadOnlyMemory<char> RawText => _window.Slice(_textStart, _textLength);

    /// <summary><see cref="RawText"/> stays valid as long as the document.</summary>
    public bool IsLasting => document.IsWhole;

    /// <summary>Entities that the document declares.</summary>
    public IReadOnlyDictionary<string, string>? Entities => _doctype?.Entities;

    /// <summary>Reads the next token; false at the end.</summary>
    public bool Read()
    {
        if (document.HasMore && _window.Length - _at < LeastAhead)
            MoveOn();
        while (true)
        {
            var before = (_at, _doctype, _isOutOfTags, IsIllFormed);
            _isCut = false;
            var isFound = ReadToken();
            if (!document.HasMore || (!_isCut && _at < _window.Length))
                return isFound;
            // The token reached the end of the window: read it again with more of the document.
            (_at, _doctype, _isOutOfTags, IsIllFormed) = before;
            MoveOn();
        }
    }

    private void MoveOn()
    {
        document.MoveOn(_at);
        (_window, _at) = (document.Window, 0);
    }

    private bool ReadToken()
    {
        while (_at < _window.Length)
        {
            var rest = _window.Span[_at..];
            if (rest[0] != '<' || _isOutOfTags)
                return ReadText(_at);
            if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
                return ReadCData(rest);
            if (rest.Length > 1 && rest[1] is '!' or '?')
                SkipDeclaration(rest);
            else if (rest.Length > 2 && rest[1] == '/' && IsNameStart(rest[2]))
                return ReadEnd(rest);
            else if (rest.Length > 1 && IsNameStart(rest[1]) && TryReadStart(rest))
                return true;
            else
                return ReadText(_at);
        }
        return false;
    }

    private bool ReadText(int start)
    {
        var rest = _window.Span[start..];
        IsIllFormed |= rest[0] == '<';
        var end = _isOutOfTags ? -1 : rest[1..].IndexOf('<');
        return Give(XmlToken.Text, start, end < 0 ? rest.Length : end + 1, isCData: false);
    }

    private bool ReadCData(ReadOnlySpan<char> rest)
    {
        const int opening = 9;
        var end = rest.IndexOf("]]>");
        IsIllFormed |= end < 0;
        var length = (end < 0 ? rest.Length : end) - opening;
        var start = _at + opening;
        _ = Give(XmlToken.Text, start, length, isCData: true);
        _at = start + length + (end < 0 ? 0 : 3);
        return true;
    }

    private bool Give(XmlToken token, int start, int length, bool isCData)
    {
        (Token, _textStart, _textLength, IsCData) = (token, start, length, isCData);
        _at = start + length;
        return true;
    }

    private void SkipDeclaration(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            Skip(rest, rest[4..].IndexOf("-->"), 7);
        }
        else if (rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
        {
            _doctype ??= new XmlDoctype();
            _at += _doctype.Read(rest);
        }
        else
        {
            var isInstruction = rest[1] == '?';
            Skip(rest, isInstruction ? rest.IndexOf("?>") : rest.IndexOf('>'), isInstruction ? 2 : 1);
        }
    }

    /// <summary>Skips to the end of a comment or an instruction; if it has none, to the next angle bracket.</summary>
    private void Skip(ReadOnlySpan<char> rest, int end, int length)
    {
        if (end < 0)
        {
            IsIllFormed = _isCut = true;
            (end, length) = (rest.IndexOf('>'), 1);
        }
        _at = end < 0 ? _window.Length : _at + end + length;
    }

    private bool ReadEnd(ReadOnlySpan<char> rest)
    {
        var nameEnd = NameEnd(rest, 2);
        var close = rest[nameEnd..].IndexOfAny('<', '>');
        var at = _at;
        _ = Give(XmlToken.End, at + 2, nameEnd - 2, isCData: false);
        var isClosed = close >= 0 && rest[nameEnd + close] == '>';
        IsIllFormed |= !isClosed;
        _at = close < 0 ? _window.Length : at + nameEnd + close + (isClosed ? 1 : 0);
        return true;
    }

    private bool TryReadStart(ReadOnlySpan<char> rest)
    {
        var nameEnd = NameEnd(rest, 1);
        var end = HtmlAttributes.FindTagEnd(rest, nameEnd);
        if (end < 0)
        {
            IsIllFormed = _isOutOfTags = true;
            return false;
        }
        var inside = rest[nameEnd..end];
        IsEmpty = inside.Length > 0 && inside[^1] == '/' && rest[end] == '>';
        ReadAttributes(IsEmpty ? inside[..^1] : inside);
        var at = _at;
        _ = Give(XmlToken.Start, at + 1, nameEnd - 1, isCData: false);
        _at = at + end + (rest[end] == '>' ? 1 : 0);
        IsIllFormed |= rest[end] != '>';
        return true;
    }

    private void ReadAttributes(ReadOnlySpan<char> inside)
    {
        _attributes.Clear();
        while (_attributes.Count < MostAttributes && HtmlAttributes.ReadNext(ref inside, out var name, out var value))
            _attributes.Add(new(name.ToString(), Decode(value)));
    }

    private string Decode(ReadOnlySpan<char> value)
    {
        if (!value.Contains('&'))
            return value.ToString();
        using var decoded = new Text.TextBuffer(value.Length);
        HtmlEntities.Append(decoded, value, Entities);
        return decoded.ToString();
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    private static int NameEnd(ReadOnlySpan<char> rest, int from)
    {
        var end = from;
        while (end < rest.Length && rest[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '<' or '=' or '"'))
            end++;
        return end;
    }
}

/// <summary>An attribute with its references decoded.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Value">Decoded.</param>
internal readonly record struct XmlAttribute(string Name, string Value);
