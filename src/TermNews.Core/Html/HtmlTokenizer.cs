namespace TermNews.Core.Html;

/// <summary>The kind of the current token.</summary>
internal enum HtmlToken
{
    /// <summary>Text with its character references.</summary>
    Text,

    /// <summary>A start tag.</summary>
    Start,

    /// <summary>An end tag.</summary>
    End,
}

/// <summary>
/// A forward-only tokenizer for HTML in linear time. An unterminated tag is text, an unterminated comment is one tag, and the content of
/// scripts and styles is skipped.
/// </summary>
internal ref struct HtmlTokenizer(ReadOnlySpan<char> html)
{
    private readonly ReadOnlySpan<char> _html = html;
    private int _at;
    private ReadOnlySpan<char> _attributes;
    private bool _isOutOfTags;
    private bool _isOutOfComments;

    /// <summary>The token that <see cref="Read"/> found.</summary>
    public HtmlToken Token { get; private set; }

    /// <summary>The text, with references undecoded.</summary>
    public ReadOnlySpan<char> Text { get; private set; }

    /// <summary>The name of the tag as written.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>The whole tag as written.</summary>
    public ReadOnlySpan<char> Source { get; private set; }

    /// <summary>Advances to the next token; false at the end.</summary>
    public bool Read()
    {
        while (_at < _html.Length)
        {
            if (_html[_at] == '<' && !_isOutOfTags)
            {
                var was = _at;
                if (TryReadMarkup(out var isToken))
                {
                    if (isToken)
                        return true;
                    continue;
                }
                _at = was;
            }
            ReadText();
            return true;
        }
        return false;
    }

    /// <summary>Reads the next attribute of a start tag; references in its value are undecoded.</summary>
    public bool ReadAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value) =>
        HtmlAttributes.ReadNext(ref _attributes, out name, out value);

    /// <summary>Skips to the end tag of the current element.</summary>
    public void SkipRawText(ReadOnlySpan<char> name)
    {
        var rest = _html[_at..];
        for (var from = 0; ;)
        {
            var end = rest[from..].IndexOf("</");
            if (end < 0)
            {
                _at = _html.Length;
                return;
            }
            from += end + 2;
            if (!rest[from..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var close = rest[from..].IndexOf('>');
            _at = close < 0 ? _html.Length : _at + from + close + 1;
            return;
        }
    }

    /// <summary>Skips the current element to its end tag, or to the first block if it has none.</summary>
    public void SkipElement(string name)
    {
        var depth = 1;
        while (depth > 0 && Read())
        {
            if (Token == HtmlToken.Text)
                continue;
            if (HtmlElements.RoleOf(Name) is HtmlRole.Block or HtmlRole.Cell)
                return;
            if (Name.Equals(name, StringComparison.OrdinalIgnoreCase) && !Source.EndsWith("/>"))
                depth += Token == HtmlToken.Start ? 1 : -1;
        }
    }

    private void ReadText()
    {
        var rest = _html[_at..];
        var end = _isOutOfTags ? -1 : rest[1..].IndexOf('<');
        var length = end < 0 ? rest.Length : end + 1;
        Token = HtmlToken.Text;
        Text = rest[..length];
        _at += length;
    }

    private bool TryReadMarkup(out bool isToken)
    {
        isToken = false;
        var rest = _html[_at..];
        if (rest.Length < 2)
            return false;
        return rest[1] switch
        {
            '!' or '?' => SkipDeclaration(rest, out isToken),
            '/' when rest.Length > 2 && char.IsAsciiLetter(rest[2]) => TryReadTag(rest, 2, HtmlToken.End, out isToken),
            var c when char.IsAsciiLetter(c) => TryReadTag(rest, 1, HtmlToken.Start, out isToken),
            _ => false,
        };
    }

    private bool SkipDeclaration(ReadOnlySpan<char> rest, out bool isToken)
    {
        isToken = false;
        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            var end = rest.IndexOf("]]>");
            Text = rest[9..(end < 0 ? rest.Length : end)];
            Token = HtmlToken.Text;
            _at = end < 0 ? _html.Length : _at + end + 3;
            return isToken = true;
        }
        var commentEnd = !_isOutOfComments && rest.StartsWith("<!--", StringComparison.Ordinal) ? rest[4..].IndexOf("-->") : -2;
        _isOutOfComments |= commentEnd == -1;
        var close = commentEnd >= 0 ? commentEnd + 6 : rest.IndexOf('>');
        _at = close < 0 ? _html.Length : _at + close + 1;
        return true;
    }

    private bool TryReadTag(ReadOnlySpan<char> rest, int nameStart, HtmlToken token, out bool isToken)
    {
        isToken = false;
        var nameEnd = nameStart + 1;
        while (nameEnd < rest.Length && rest[nameEnd] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>' or '<'))
            nameEnd++;
        var end = HtmlAttributes.FindTagEnd(rest, nameEnd);
        if (end < 0)
        {
            _isOutOfTags = true;
            return false;
        }
        Token = token;
        Name = rest[nameStart..nameEnd];
        _attributes = rest[nameEnd..end];
        var isClosed = end < rest.Length && rest[end] == '>';
        Source = rest[..(isClosed ? end + 1 : end)];
        _at += Source.Length;
        return isToken = true;
    }
}
