namespace TermNews.Core.Articles.Layout;

/// <summary>Lays out blocks onto the lines of a page.</summary>
internal sealed class BlockLayout(PageLines page)
{
    /// <summary>Cells: a choice; a rule over the whole width would look like the end of the page.</summary>
    private const int WidestRule = 40;

    private readonly LayoutOptions _options = page.Options;
    private int _listDepth;

    private string Bar => _options.Ascii ? "| " : "│ ";

    public void AddOutermost(Block block, int index)
    {
        page.Block = index;
        if (page.Count > 0)
            page.AddGap();
        var before = page.Count;
        Add(block);
        if (page.Count == before && before > 0)
            page.RemoveLast();
    }

    private void Add(Block block)
    {
        page.Mark(block.Anchors);
        switch (block)
        {
            case Paragraph paragraph: page.Add(page.NewText().Add(paragraph.Text)); break;
            case Heading heading: AddHeading(heading); break;
            case Quote quote: AddInside(Bar, Bar, quote.Blocks); break;
            case ListBlock list: AddList(list); break;
            case CodeBlock code: AddCode(code); break;
            case Table table: AddTable(table); break;
            case Figure figure: AddFigure(figure); break;
            case Rule: AddRule(); break;
            case DefinitionList definitions: AddDefinitions(definitions); break;
            case Details details: AddDetails(details); break;
            case Embed embed: AddEmbed(embed); break;
        }
    }

    private void AddHeading(Heading heading)
    {
        page.MarkHeading(heading.Level, Inlines.PlainText(heading.Text));
        page.Add(page.NewText().Add(heading.Text, heading.Level <= 2 ? TextStyle.Bold | TextStyle.Accent : TextStyle.Bold));
    }

    private void AddInside(string first, string rest, IReadOnlyList<Block> blocks, bool isTight = false)
    {
        page.Indent(first, rest);
        if (blocks.Count == 0)
            page.Add([]);
        AddAll(blocks, isTight);
        page.Outdent();
    }

    private void AddAll(IReadOnlyList<Block> blocks, bool isTight)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var before = page.Count;
            if (i > 0 && !isTight && !IsSilent(blocks[i]))
                page.Add([]);
            Add(blocks[i]);
            if (page.Count == before + 1 && i > 0 && !isTight && page.IsBlank(before))
                page.RemoveLast();
        }
    }

    private bool IsSilent(Block block) =>
        _options.WordsOnly && block is Figure { Caption: null } or Embed { Kind: not EmbedKind.Post } or Rule && _options.WordsOnly;

    private void AddList(ListBlock list)
    {
        var isTight = list.Items.All(item => item.Count <= 1 || (item.Count == 2 && item[1] is ListBlock));
        var markers = ListMarkers.Of(list, _listDepth, _options.Ascii);
        _listDepth++;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0 && !isTight)
                page.Add([]);
            AddInside(markers[i], new string(' ', TextWidth.Of(markers[i])), list.Items[i], isTight);
        }
        _listDepth--;
    }

    private void AddCode(CodeBlock code)
    {
        page.Indent("  ", "  ");
        foreach (var runs in CodeLines.Of(code, page.TextCells))
            page.Add(runs);
        page.Outdent();
    }

    private void AddTable(Table table)
    {
        if (table.Caption is { } caption)
            page.Add(page.NewText().Add(caption, TextStyle.Dim));
        foreach (var runs in new TableLayout(table, _options, page.NewText).Lines(page.TextCells))
            page.Add(runs);
    }

    private void AddFigure(Figure figure)
    {
        var said = figure.Caption ?? figure.Alt;
        if (figure.Url is { } url && _options.Pictures is { } pictures)
        {
            foreach (var row in pictures.RowsOf(url, page.TextCells))
                page.Add([.. row]);
        }
        if (!_options.WordsOnly)
            page.Add(page.NewText().Add(said is null ? "[image]" : "[image] " + said, TextStyle.Dim, figure.Url));
        else if (figure.Caption is { } caption)
            page.Add(page.NewText().Add(caption, TextStyle.Plain));
    }

    private void AddEmbed(Embed embed)
    {
        if (_options.WordsOnly)
        {
            if (embed is { Kind: EmbedKind.Post, Title: { } words })
                page.Add(page.NewText().Add(words, TextStyle.Plain));
            return;
        }
        var kind = embed.Kind switch
        {
            EmbedKind.Video => "[video] ",
            EmbedKind.Audio => "[audio] ",
            EmbedKind.Page => "[embedded] ",
            EmbedKind.Post => "[post] ",
        };
        page.Add(page.NewText().Add(kind, TextStyle.Dim).Add([new LinkInline(embed.Url, [new TextInline(embed.Title ?? embed.Url)])]));
    }

    private void AddRule()
    {
        if (!_options.WordsOnly)
            page.Add([new TextRun(new string(_options.Ascii ? '-' : '─', Math.Min(WidestRule, page.TextCells)), TextStyle.Dim)]);
    }

    /// <summary>The content is always shown: a page of text cannot unfold.</summary>
    private void AddDetails(Details details)
    {
        if (details.Summary.Count > 0)
        {
            var lid = _options.WordsOnly ? string.Empty : _options.Ascii ? "v " : "▾ ";
            page.Add(page.NewText().Add(lid, TextStyle.Dim).Add(details.Summary, TextStyle.Bold));
        }
        if (details.Blocks.Count > 0)
            AddInside("  ", "  ", details.Blocks);
    }

    private void AddDefinitions(DefinitionList definitions)
    {
        foreach (var entry in definitions.Entries)
        {
            if (entry.Term.Count > 0)
                page.Add(page.NewText().Add(entry.Term, TextStyle.Bold));
            if (entry.Details.Count > 0)
                AddInside("    ", "    ", entry.Details);
        }
    }
}
