namespace TermNews.Core.Articles;

/// <summary>Queries of inlines.</summary>
internal static class Inlines
{
    /// <summary>The text without styles and links.</summary>
    public static string PlainText(IReadOnlyList<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return text.ToString().Trim();
    }

    /// <summary>The inlines inside an inline; empty if it has none.</summary>
    public static IReadOnlyList<Inline> ChildrenOf(Inline inline) => inline switch
    {
        Emphasis emphasis => emphasis.Children,
        Strong strong => strong.Children,
        Strike strike => strike.Children,
        LinkInline link => link.Children,
        Superscript raised => raised.Children,
        Subscript lowered => lowered.Children,
        Abbreviation abbreviation => abbreviation.Children,
        _ => [],
    };

    private static void Append(IReadOnlyList<Inline> inlines, StringBuilder text)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextInline plain: text.Append(plain.Text); break;
                case CodeInline code: text.Append(code.Text); break;
                case KeyInline key: text.Append(key.Text); break;
                case ImageInline image: text.Append(image.Alt); break;
                case LineBreak: text.Append(' '); break;
                default: Append(ChildrenOf(inline), text); break;
            }
        }
    }
}
