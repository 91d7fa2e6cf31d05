namespace TermNews.Core.Articles;

/// <summary>Counts the words of an article: captions, but no placeholders of pictures and videos.</summary>
internal sealed class WordCounter
{
    /// <summary>Words between spaces.</summary>
    public int Words { get; private set; }

    /// <summary>Characters of ideographic scripts.</summary>
    public int Characters { get; private set; }

    /// <summary>Letters of other scripts that put no spaces between words.</summary>
    public int Letters { get; private set; }

    /// <summary>Counts blocks.</summary>
    public WordCounter Add(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
            Add(block);
        return this;
    }

    /// <summary>Counts a text; null counts nothing.</summary>
    public WordCounter Add(string? text)
    {
        var isInWord = false;
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var isLetter = Rune.IsLetterOrDigit(rune);
            if (Scripts.IsIdeographic(rune))
                (Characters, isInWord) = (Characters + 1, false);
            else if (Scripts.IsSouthEastAsian(rune.Value))
                (Letters, isInWord) = (Letters + 1, false);
            else if (isLetter && !isInWord)
                (Words, isInWord) = (Words + 1, true);
            else if (!isLetter && Rune.IsWhiteSpace(rune))
                isInWord = false;
        }
        return this;
    }

    private void Add(IReadOnlyList<Inline> inlines) => Add(Inlines.PlainText(inlines));

    private void Add(Block block)
    {
        switch (block)
        {
            case Paragraph paragraph: Add(paragraph.Text); break;
            case Heading heading: Add(heading.Text); break;
            case Quote quote: Add(quote.Blocks); break;
            case ListBlock list: AddList(list); break;
            case CodeBlock code: Add(code.Text); break;
            case Table table: AddTable(table); break;
            case Figure figure: Add(figure.Caption); break;
            case DefinitionList definitions: AddDefinitions(definitions); break;
            case Details details: Add(details.Summary); Add(details.Blocks); break;
            case Embed { Kind: EmbedKind.Post } post: Add(post.Title); break;
        }
    }

    /// <summary>The number of an item is a word.</summary>
    private void AddList(ListBlock list)
    {
        Words += list.IsOrdered ? list.Items.Count : 0;
        foreach (var item in list.Items)
            Add(item);
    }

    private void AddTable(Table table)
    {
        Add(table.Caption);
        foreach (var cell in table.Headers.Concat(table.Rows).SelectMany(static row => row.Cells))
            Add(cell);
    }

    private void AddDefinitions(DefinitionList definitions)
    {
        foreach (var entry in definitions.Entries)
        {
            Add(entry.Term);
            Add(entry.Details);
        }
    }
}
