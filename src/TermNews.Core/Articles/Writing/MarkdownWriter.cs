namespace TermNews.Core.Articles.Writing;

/// <summary>Writes blocks as Markdown; text is escaped by <see cref="MarkdownText"/>.</summary>
internal static class MarkdownWriter
{
    public static string Write(IReadOnlyList<Block> blocks) => string.Join("\n\n", blocks.Select(Of).Where(text => text.Length > 0));

    private static string Of(Block block) => block switch
    {
        Paragraph paragraph => AtLineStart(Of(paragraph.Text)),
        Heading heading => new string('#', Math.Clamp(heading.Level, 1, 6)) + " " + OneLine(heading.Text),
        Quote quote => Prefixed(Write(quote.Blocks), "> ", "> "),
        ListBlock list => OfList(list),
        CodeBlock code => OfCode(code),
        Table table => OfTable(table),
        Figure figure => OfFigure(figure),
        Rule => "---",
        DefinitionList definitions => string.Join("\n\n", definitions.Entries.Select(OfDefinition)),
        Details details => (details.Summary.Count > 0 ? $"**{Of(details.Summary)}**\n\n" : string.Empty) + Write(details.Blocks),
        Embed embed => $"[{MarkdownText.Escape(embed.Title ?? embed.Url)}]({Address(embed.Url)})",
        _ => string.Empty,
    };

    private static string OfList(ListBlock list)
    {
        var isTight = list.Items.All(item => item.Count <= 1 || (item.Count == 2 && item[1] is ListBlock));
        var items = list.Items.Select((item, index) =>
        {
            var marker = list.IsOrdered ? list.NumberOf(index).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            return Prefixed(string.Join(isTight ? "\n" : "\n\n", item.Select(Of)), marker, new string(' ', marker.Length));
        });
        return string.Join(isTight ? "\n" : "\n\n", items);
    }

    private static string OfCode(CodeBlock code)
    {
        var fence = "```";
        while (code.Text.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        return $"{fence}{code.Language}\n{code.Text}\n{fence}";
    }

    private static string OfTable(Table table)
    {
        var columns = table.Headers.Concat(table.Rows).Select(row => row.Cells.Count).DefaultIfEmpty(0).Max();
        if (columns == 0)
            return table.Caption ?? string.Empty;
        var text = new StringBuilder(table.Caption is { } caption ? MarkdownText.Escape(caption) + "\n\n" : string.Empty);
        text.Append(OfRow(table.Headers.Count > 0 ? table.Headers[0] : new TableRow([]), columns));
        text.Append('|').Insert(text.Length, " --- |", columns);
        foreach (var row in table.Headers.Skip(1).Concat(table.Rows))
            text.Append('\n').Append(OfRow(row, columns).TrimEnd('\n'));
        return text.ToString();
    }

    private static string OfRow(TableRow row, int columns)
    {
        var cells = Enumerable.Range(0, columns).Select(i => i < row.Cells.Count ? OneLine(row.Cells[i]) : string.Empty);
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string OfFigure(Figure figure)
    {
        var alt = MarkdownText.Escape(figure.Alt ?? figure.Caption ?? string.Empty);
        var picture = figure.Url is { } url ? $"![{alt}]({Address(url)})" : string.Empty;
        var caption = figure.Caption is { } said ? $"*{MarkdownText.Escape(said)}*" : string.Empty;
        return picture.Length > 0 && caption.Length > 0 ? picture + "\n\n" + caption : picture + caption;
    }

    private static string OfDefinition(Definition entry) =>
        (entry.Term.Count > 0 ? $"**{Of(entry.Term)}**\n\n" : string.Empty) + Prefixed(Write(entry.Details), "- ", "  ");

    private static string Prefixed(string text, string first, string rest)
    {
        var lines = text.Split('\n').Select((line, index) =>
        {
            var breaks = line.EndsWith("  ", StringComparison.Ordinal) ? "  " : string.Empty;
            return ((index == 0 ? first : rest) + line).TrimEnd(' ') + breaks;
        });
        return string.Join('\n', lines);
    }

    private static string OneLine(IReadOnlyList<Inline> inlines) => Of(inlines).Replace("  \n", " ", StringComparison.Ordinal);

    private static string Of(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(Of));

    private static string Of(Inline inline) => inline switch
    {
        TextInline text => MarkdownText.Escape(text.Text),
        Emphasis emphasis => Around("*", Of(emphasis.Children)),
        Strong strong => Around("**", Of(strong.Children)),
        Strike strike => Around("~~", Of(strike.Children)),
        CodeInline code => OfCode(code.Text),
        KeyInline key => Around("**", MarkdownText.Escape(key.Text)),
        Abbreviation abbreviation => $"{Of(abbreviation.Children)} ({MarkdownText.Escape(abbreviation.Meaning)})",
        LinkInline { Url: ['#', ..] } inside => Of(inside.Children),
        LinkInline link => $"[{Of(link.Children)}]({Address(link.Url)})",
        ImageInline image => $"![{MarkdownText.Escape(image.Alt)}]({Address(image.Url)})",
        LineBreak => "  \n",
        Superscript raised => $"<sup>{Of(raised.Children)}</sup>",
        Subscript lowered => $"<sub>{Of(lowered.Children)}</sub>",
        _ => string.Empty,
    };

    /// <summary>Delimiters must touch a word, so spaces at both ends go outside.</summary>
    private static string Around(string mark, string text)
    {
        var inner = text.Trim(' ');
        if (inner.Length == 0)
            return text;
        var start = text.IndexOf(inner[0], StringComparison.Ordinal);
        return text[..start] + mark + inner + mark + text[(start + inner.Length)..];
    }

    private static string OfCode(string code) => code.Contains('`', StringComparison.Ordinal) ? $"`` {code} ``" : $"`{code}`";

    /// <summary>Escapes list markers and setext underlines at the start of a line.</summary>
    private static string AtLineStart(string text)
    {
        if (text.Length > 0 && (text[0] is '+' or '=' || (text[0] == '-' && text.Length > 1)))
            return "\\" + text;
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits > 0 && digits < text.Length && text[digits] is '.' or ')' && digits > 0 ? text.Insert(digits, "\\") : text;
    }

    private static string Address(string url) => url.Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal).Replace(" ", "%20", StringComparison.Ordinal);
}
