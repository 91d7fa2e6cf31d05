using System.Globalization;
using TermNews.Core.Text;

namespace TermNews.Core.Articles;

/// <summary>Collects the lines of one page. What stands before a line (quote bars, bullets, indents) is a stack of margins.</summary>
internal sealed class BlockLayout(int width, LayoutOptions options)
{
    private const int LeastTextWidth = 10;
    private const int WidestRule = 40;
    private static readonly string[] Bullets = ["• ", "◦ ", "▪ "];
    private static readonly string[] AsciiBullets = ["* ", "- ", "+ "];

    private readonly List<TextLine> _lines = [];
    private readonly List<Margin> _margins = [];
    private readonly LinkNumbers _links = new();
    private int _block = -1;
    private int _listDepth;

    /// <summary>What stands before the first line of something, and before its other lines; both equally wide.</summary>
    private sealed class Margin(string first, string rest)
    {
        private bool _used;

        public int Width { get; } = TextWidth.Of(rest);

        public string Next()
        {
            var now = _used ? rest : first;
            _used = true;
            return now;
        }
    }

    private int TextCells => Math.Max(LeastTextWidth, width - _margins.Sum(margin => margin.Width));

    private string Bar => options.Ascii ? "| " : "│ ";

    public ArticlePage ToPage() => new(_lines, _links.Links);

    public void AddOutermost(Block block, int index)
    {
        var before = _lines.Count;
        _block = index;
        Add(block);
        if (_lines.Count > before && before > 0)
            _lines.Insert(before, TextLine.Empty with { Block = index });
    }

    private void Add(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: AddText(NewText().Add(paragraph.Text)); break;
            case Heading heading: AddText(NewText().Add(heading.Text, HeadingStyle(heading.Level))); break;
            case Quote quote: AddQuote(quote); break;
            case ListBlock list: AddList(list); break;
            case CodeBlock code: AddCode(code); break;
            case Table table: AddTable(table); break;
            case Figure figure: AddFigure(figure); break;
            case Rule: AddRule(); break;
            case DefinitionList definitions: AddDefinitions(definitions); break;
            case Embed embed: AddEmbed(embed); break;
        }
    }

    private static TextStyle HeadingStyle(int level) => level <= 2 ? TextStyle.Bold | TextStyle.Accent : TextStyle.Bold;

    private InlineText NewText() => new(options, _links);

    private void AddText(InlineText text)
    {
        foreach (var runs in text.Wrap(TextCells))
            Emit(runs);
    }

    private void AddQuote(Quote quote)
    {
        _margins.Add(new Margin(Bar, Bar));
        AddAll(quote.Blocks, isTight: false);
        _margins.RemoveAt(_margins.Count - 1);
    }

    private void AddAll(IReadOnlyList<Block> blocks, bool isTight)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var before = _lines.Count;
            if (i > 0 && !isTight && !IsSilent(blocks[i]))
                Emit([]);
            Add(blocks[i]);
            if (_lines.Count == before + 1 && i > 0 && !isTight && _lines[before].Runs.All(run => string.IsNullOrWhiteSpace(run.Text)))
                _lines.RemoveAt(before);
        }
    }

    private bool IsSilent(Block block) => options.WordsOnly && block is Figure { Caption: null } or Embed or Rule && options.WordsOnly;

    private void AddList(ListBlock list)
    {
        var isTight = list.Items.All(item => item.Count <= 1 || (item.Count == 2 && item[1] is ListBlock));
        _listDepth++;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0 && !isTight)
                Emit([]);
            var first = MarkerOf(list, i);
            _margins.Add(new Margin(first, new string(' ', TextWidth.Of(first))));
            if (list.Items[i].Count == 0)
                Emit([]);
            AddAll(list.Items[i], isTight);
            _margins.RemoveAt(_margins.Count - 1);
        }
        _listDepth--;
    }

    private string MarkerOf(ListBlock list, int index)
    {
        if (!list.IsOrdered)
            return (options.Ascii ? AsciiBullets : Bullets)[(_listDepth - 1) % Bullets.Length];
        var widest = (list.Start + list.Items.Count - 1).ToString(CultureInfo.InvariantCulture).Length;
        return (list.Start + index).ToString(CultureInfo.InvariantCulture).PadLeft(widest) + ". ";
    }

    private void AddCode(CodeBlock code)
    {
        _margins.Add(new Margin("  ", "  "));
        foreach (var line in TextWrap.Wrap(code.Text.Replace("\t", "    ", StringComparison.Ordinal), TextCells))
            Emit(line.Length == 0 ? [] : [new TextRun(line, TextStyle.Code)]);
        _margins.RemoveAt(_margins.Count - 1);
    }

    private void AddTable(Table table)
    {
        if (table.Caption is { } caption)
            AddText(NewText().Add(caption, TextStyle.Dim));
        foreach (var runs in new TableLayout(table, options, NewText).Lines(TextCells))
            Emit(runs);
    }

    private void AddFigure(Figure figure)
    {
        if (!options.WordsOnly)
            AddText(NewText().Add(((figure.Caption ?? figure.Alt) is { } said ? "[image] " + said : "[image]"), TextStyle.Dim, figure.Url));
        else if (figure.Caption is { } caption)
            AddText(NewText().Add(caption, TextStyle.Plain));
    }

    private void AddEmbed(Embed embed)
    {
        if (options.WordsOnly)
            return;
        var kind = embed.Kind switch { EmbedKind.Video => "[video] ", EmbedKind.Audio => "[audio] ", EmbedKind.Page => "[embedded] " };
        AddText(NewText().Add(kind, TextStyle.Dim).Add([new LinkInline(embed.Url, [new TextInline(embed.Title ?? embed.Url)])]));
    }

    private void AddRule()
    {
        if (!options.WordsOnly)
            Emit([new TextRun(new string(options.Ascii ? '-' : '─', Math.Min(WidestRule, TextCells)), TextStyle.Dim)]);
    }

    private void AddDefinitions(DefinitionList definitions)
    {
        foreach (var entry in definitions.Entries)
        {
            if (entry.Term.Count > 0)
                AddText(NewText().Add(entry.Term, TextStyle.Bold));
            _margins.Add(new Margin("    ", "    "));
            AddAll(entry.Details, isTight: false);
            _margins.RemoveAt(_margins.Count - 1);
        }
    }

    /// <summary>Where the margins take too much of a narrow page, the outer ones go.</summary>
    private void Emit(List<TextRun> runs)
    {
        var excess = _margins.Sum(margin => margin.Width) - Math.Max(0, width - LeastTextWidth);
        List<TextRun> line = [];
        foreach (var margin in _margins)
        {
            var text = margin.Next();
            if (excess <= 0)
                line.Add(new TextRun(text, TextStyle.Dim));
            excess -= margin.Width;
        }
        line.AddRange(runs);
        _lines.Add(new TextLine(Trimmed(line), _block));
    }

    private static List<TextRun> Trimmed(List<TextRun> line)
    {
        while (line.Count > 0 && string.IsNullOrWhiteSpace(line[^1].Text))
            line.RemoveAt(line.Count - 1);
        if (line.Count > 0 && line[^1].Text[^1] == ' ')
            line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd(' ') };
        return line;
    }
}
