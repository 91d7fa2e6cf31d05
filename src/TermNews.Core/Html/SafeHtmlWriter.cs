namespace TermNews.Core.Html;

/// <summary>Writes well-formed HTML from tags in any order: adds implied end tags and closes what is left open.</summary>
internal sealed class SafeHtmlWriter(int capacity, Uri? baseUrl) : IDisposable
{
    /// <summary>Characters of the result at most; longer HTML is cut. It bounds what one story can take in the database.</summary>
    public const int LongestHtml = 4_000_000;

    /// <summary>Nesting at most, against stack overflow in parsers of trees; 512 is the limit of browsers.</summary>
    private const int DeepestElement = 128;

    private readonly TextBuffer _html = new(capacity + 16);
    private readonly List<string> _open = [];
    private bool _hasSubstance;

    /// <summary>No more output is accepted.</summary>
    public bool IsFull => _html.Length >= LongestHtml;

    /// <summary>Writes decoded text.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        if (IsFull)
            return;
        var clean = ForeignText.IsCleanLines(text) ? text : ForeignText.CleanLines(text.ToString());
        _hasSubstance = _hasSubstance || !clean.IsWhiteSpace();
        Escape(clean.Length > LongestHtml - _html.Length ? clean[..(LongestHtml - _html.Length)] : clean, isAttribute: false);
    }

    /// <summary>Writes a start tag.</summary>
    public void Start(string name, HtmlRole role, SafeAttributes attributes)
    {
        if (IsFull)
            return;
        if (role is HtmlRole.Block or HtmlRole.Cell)
            CloseImplied(name, role);
        if (role != HtmlRole.Void && _open.Count >= DeepestElement)
            return;
        _html.Append('<');
        _html.Append(name);
        WriteAttribute(
            name is "blockquote" or "q" or "del" or "ins" ? "cite" : "href", name is "a" or "blockquote" or "q" ? attributes.Link : null);
        WriteAttribute("src", name == "img" ? attributes.Source : null);
        foreach (var (attribute, value) in attributes.Others ?? [])
            WriteAttribute(attribute, ForeignText.CleanLine(value));
        _html.Append('>');
        if (role != HtmlRole.Void)
            _open.Add(name);
        _hasSubstance = _hasSubstance || name is "img" or "hr";
    }

    /// <summary>Writes an end tag and those of all elements still open inside; an unmatched one is ignored.</summary>
    public void End(string name)
    {
        var at = _open.LastIndexOf(name);
        if (at < 0 || IsHidden(at, name))
            return;
        CloseTo(at);
    }

    /// <summary>Writes the link for a player or frame.</summary>
    public void Link(SafeEmbed embed)
    {
        if (IsFull)
            return;
        _hasSubstance = true;
        var url = embed.Url;
        var shown = Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0 ? parsed.Host : baseUrl?.Host ?? url;
        var isInside = _open.Contains("a");
        if (!isInside)
        {
            _html.Append("<a");
            WriteAttribute("href", url);
            WriteAttribute("title", embed.Title is { } title ? ForeignText.CleanLine(title) : null);
            WriteAttribute("type", embed.Type);
            _html.Append('>');
        }
        _html.Append('[');
        Escape(shown, isAttribute: false);
        _html.Append(isInside ? "]" : "]</a>");
    }

    /// <summary>Closes all elements; null if there is nothing to read.</summary>
    public string? Finish()
    {
        CloseTo(0);
        return _hasSubstance ? _html.Span.Trim().ToString() : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _html.Dispose();

    /// <summary>The scope of end tags: elements outside a table's cell are not closed from inside it.</summary>
    private bool IsHidden(int at, string name)
    {
        if (name is "table" or "tr" or "tbody" or "thead" or "tfoot" or "td" or "th")
            return false;
        for (var i = at + 1; i < _open.Count; i++)
        {
            if (_open[i] is "td" or "th")
                return true;
        }
        return false;
    }

    private void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            _html.Append("</");
            _html.Append(_open[^1]);
            _html.Append('>');
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private void CloseImplied(string name, HtmlRole role)
    {
        for (var at = _open.Count - 1; at >= 0; at--)
        {
            var open = _open[at];
            if (IsClosedBy(open, name, role))
            {
                CloseTo(at);
                return;
            }
            if (IsBoundary(open, name))
                return;
        }
    }

    private static bool IsClosedBy(string open, string name, HtmlRole role) => open switch
    {
        "p" => role == HtmlRole.Block || name == "table",
        "li" => name == "li",
        "dt" or "dd" => name is "dt" or "dd",
        "td" or "th" => name is "td" or "th" or "tr" or "tbody" or "tfoot" or "thead",
        "tr" => name is "tr" or "tbody" or "tfoot" or "thead",
        "thead" or "tbody" or "tfoot" => name is "tbody" or "tfoot" or "thead",
        "caption" or "colgroup" => name is "tr" or "tbody" or "tfoot" or "thead",
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => name.Length == 2 && name[0] == 'h' && char.IsAsciiDigit(name[1]),
        _ => false,
    };

    private static bool IsBoundary(string open, string name)
    {
        if (open is "table")
            return true;
        var isCell = name is "td" or "th" or "tr" or "tbody" or "tfoot" or "thead";
        return name switch
        {
            "li" => open is "ul" or "ol" or "td" or "th" or "menu" or "dir",
            "dt" or "dd" => open is "dl" or "td" or "th",
            _ => !isCell && HtmlElements.RoleOf(open) is HtmlRole.Block or HtmlRole.Cell && open != "p",
        };
    }

    private void WriteAttribute(string name, string? value)
    {
        if (value is null)
            return;
        _html.Append(' ');
        _html.Append(name);
        _html.Append("=\"");
        Escape(value, isAttribute: true);
        _html.Append('"');
    }

    private void Escape(ReadOnlySpan<char> text, bool isAttribute)
    {
        while (true)
        {
            var at = isAttribute ? text.IndexOfAny('&', '<', '"') : text.IndexOfAny('&', '<', '>');
            if (at < 0)
            {
                _html.Append(text);
                return;
            }
            _html.Append(text[..at]);
            _html.Append(text[at] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(at + 1)..];
        }
    }
}
