namespace TermNews.Core.Articles.Writing;

/// <summary>Writes blocks as HTML; all text is escaped.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly bool _linksPictures;
    private readonly bool _keepsAll;
    private readonly string _placePrefix;

    private HtmlWriter(bool linksPictures, bool keepsAll, string placePrefix) =>
        (_linksPictures, _keepsAll, _placePrefix) = (linksPictures, keepsAll, placePrefix);

    /// <summary>The blocks as HTML.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="linksPictures">Pictures are links, so that nothing is loaded.</param>
    /// <param name="keepsAll">The HTML can be read back into the same blocks; frames and players are written as such.</param>
    /// <param name="placePrefix">A prefix for the names of anchors.</param>
    public static string Write(IReadOnlyList<Block> blocks, bool linksPictures = false, bool keepsAll = false, string placePrefix = "")
    {
        var writer = new HtmlWriter(linksPictures, keepsAll, placePrefix);
        writer.AddAll(blocks);
        return writer._html.ToString();
    }

    private void AddAll(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
            Add(block);
    }

    private void Add(Block block)
    {
        foreach (var anchor in block.Anchors)
            _html.Append("<a id=\"").Append(Escape(_placePrefix + anchor)).Append("\"></a>");
        switch (block)
        {
            case Paragraph paragraph: Wrap("p", paragraph.Text); break;
            case Heading heading: Wrap(string.Create(CultureInfo.InvariantCulture, $"h{heading.Level}"), heading.Text); break;
            case Quote quote: _html.Append("<blockquote>\n"); AddAll(quote.Blocks); _html.Append("</blockquote>\n"); break;
            case ListBlock list: AddList(list); break;
            case CodeBlock code: AddCode(code); break;
            case Table table: AddTable(table); break;
            case Figure figure: AddFigure(figure); break;
            case Rule: _html.Append("<hr>\n"); break;
            case DefinitionList definitions: AddDefinitions(definitions); break;
            case Details details: AddDetails(details); break;
            case Embed embed when _keepsAll: AddPlayer(embed); break;
            case Embed embed: Wrap("p", [new LinkInline(embed.Url, [new TextInline(embed.Title ?? embed.Url)])]); break;
        }
    }

    private void Wrap(string element, IReadOnlyList<Inline> inlines)
    {
        Nest(element, inlines);
        _html.Append('\n');
    }

    private void Nest(string element, IReadOnlyList<Inline> inlines)
    {
        _html.Append('<').Append(element).Append('>');
        AddAll(inlines);
        _html.Append("</").Append(element).Append('>');
    }

    private void AddList(ListBlock list)
    {
        var start = list.IsOrdered && list.Start != 1
            ? string.Create(CultureInfo.InvariantCulture, $" start=\"{list.Start}\"")
            : string.Empty;
        var type = list is { IsOrdered: true, Numbering: not ListNumbering.Digits } ? $" type=\"{TypeOf(list.Numbering)}\"" : string.Empty;
        _html.Append(list.IsOrdered ? "<ol" : "<ul").Append(start).Append(type).Append(">\n");
        foreach (var (at, item) in list.Items.Index())
        {
            var follows = !list.IsOrdered || at == 0 || list.NumberOf(at) == list.NumberOf(at - 1) + 1;
            _html.Append(follows ? "<li>" : string.Create(CultureInfo.InvariantCulture, $"<li value=\"{list.NumberOf(at)}\">"));
            if (item is [Paragraph { Anchors.Count: 0 } only])
                AddAll(only.Text);
            else
                AddAll(item);
            _html.Append("</li>\n");
        }
        _html.Append(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private static char TypeOf(ListNumbering numbering) => numbering switch
    {
        ListNumbering.Digits => '1',
        ListNumbering.LowerLetters => 'a',
        ListNumbering.UpperLetters => 'A',
        ListNumbering.LowerRoman => 'i',
        ListNumbering.UpperRoman => 'I',
    };

    private void AddDetails(Details details)
    {
        _html.Append("<details>");
        if (details.Summary.Count > 0)
            Wrap("summary", details.Summary);
        AddAll(details.Blocks);
        _html.Append("</details>\n");
    }

    private void AddPlayer(Embed embed)
    {
        var element = embed.Kind switch
        {
            EmbedKind.Video => "video",
            EmbedKind.Audio => "audio",
            EmbedKind.Page or EmbedKind.Post => "iframe",
        };
        _html.Append('<').Append(element).Append(" src=\"").Append(Escape(embed.Url)).Append('"');
        if (embed.Title is { } title)
            _html.Append(" title=\"").Append(Escape(title)).Append('"');
        _html.Append("></").Append(element).Append(">\n");
    }

    private void AddCode(CodeBlock code)
    {
        _html.Append("<pre><code");
        if (code.Language is { } language)
            _html.Append(" class=\"language-").Append(Escape(language)).Append('"');
        _html.Append('>').Append(Escape(code.Text)).Append("</code></pre>\n");
    }

    private void AddTable(Table table)
    {
        _html.Append("<table>\n");
        if (table.Caption is { } caption)
            _html.Append("<caption>").Append(Escape(caption)).Append("</caption>\n");
        foreach (var row in table.Headers)
            AddRow(row, "th");
        foreach (var row in table.Rows)
            AddRow(row, "td");
        _html.Append("</table>\n");
    }

    private void AddRow(TableRow row, string element)
    {
        _html.Append("<tr>");
        foreach (var cell in row.Cells)
            Nest(element, cell);
        _html.Append("</tr>\n");
    }

    private void AddFigure(Figure figure)
    {
        _html.Append("<figure>");
        if (figure.Url is { } target && _linksPictures)
            Nest("p", [new LinkInline(target, [new TextInline(string.IsNullOrEmpty(figure.Alt) ? "Picture" : figure.Alt)])]);
        else if (figure.Url is { } url)
            AddPicture(url, figure.Alt ?? string.Empty);
        if (figure.Caption is { } caption)
            _html.Append("<figcaption>").Append(Escape(caption)).Append("</figcaption>");
        _html.Append("</figure>\n");
    }

    private void AddPicture(string url, string alt) =>
        _html.Append("<img src=\"").Append(Escape(url)).Append("\" alt=\"").Append(Escape(alt)).Append("\">");

    private void AddDefinitions(DefinitionList definitions)
    {
        _html.Append("<dl>\n");
        foreach (var entry in definitions.Entries)
        {
            if (entry.Term.Count > 0)
                Wrap("dt", entry.Term);
            _html.Append("<dd>");
            AddAll(entry.Details);
            _html.Append("</dd>\n");
        }
        _html.Append("</dl>\n");
    }

    private void AddAll(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
            Add(inline);
    }

    private void Add(Inline inline)
    {
        switch (inline)
        {
            case TextInline text: _html.Append(Escape(text.Text)); break;
            case Emphasis emphasis: Nest("em", emphasis.Children); break;
            case Strong strong: Nest("strong", strong.Children); break;
            case Strike strike: Nest("s", strike.Children); break;
            case Superscript raised: Nest("sup", raised.Children); break;
            case Subscript lowered: Nest("sub", lowered.Children); break;
            case CodeInline code: _html.Append("<code>").Append(Escape(code.Text)).Append("</code>"); break;
            case KeyInline key: _html.Append("<kbd>").Append(Escape(key.Text)).Append("</kbd>"); break;
            case Abbreviation abbreviation:
                _html.Append("<abbr title=\"").Append(Escape(abbreviation.Meaning)).Append("\">");
                AddAll(abbreviation.Children);
                _html.Append("</abbr>");
                break;
            case ImageInline image when _linksPictures: _html.Append(Escape(image.Alt)); break;
            case ImageInline image: AddPicture(image.Url, image.Alt); break;
            case LineBreak: _html.Append("<br>"); break;
            case LinkInline link:
                _html.Append("<a href=\"").Append(Escape(AddressOf(link))).Append("\">");
                AddAll(link.Children);
                _html.Append("</a>");
                break;
        }
    }

    private string AddressOf(LinkInline link) => link.Url.StartsWith('#') ? $"#{_placePrefix}{link.Url[1..]}" : link.Url;

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
