namespace TermNews.Core.Html;

/// <summary>A node of MathML, with children or text.</summary>
/// <param name="Name">Its name in lower case.</param>
internal sealed record MathNode(string Name)
{
    /// <summary>Depth of the tree at most, against stack overflow; written formulas are far less deep.</summary>
    private const int Deepest = 40;

    /// <summary>The children without annotations.</summary>
    public List<MathNode> Children { get; } = [];

    /// <summary>Its own text with references decoded.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>Reads a formula after its start tag, up to its end tag, or up to a block if it has none.</summary>
    public static MathNode Read(ref HtmlTokenizer tokens)
    {
        var root = new MathNode("math");
        List<MathNode> open = [root];
        while (open.Count > 0 && tokens.Read())
        {
            if (tokens.Token == HtmlToken.Text)
            {
                open[^1].Text += HtmlEntities.Decode(tokens.Text);
                continue;
            }
            var (name, role) = HtmlElements.Find(tokens.Name);
            if (role is HtmlRole.Block or HtmlRole.Cell)
                break;
            if (role == HtmlRole.Dropped && tokens.Token == HtmlToken.Start)
                tokens.SkipRawText(name);
            else if (role == HtmlRole.Inline)
                Take(open, name, tokens.Token, isEmpty: tokens.Source.EndsWith("/>"));
        }
        return root;
    }

    /// <summary>Elements beyond the depth limit are merged into their ancestors.</summary>
    private static void Take(List<MathNode> open, string name, HtmlToken token, bool isEmpty)
    {
        if (token == HtmlToken.End)
        {
            var at = open.FindLastIndex(node => node.Name == name);
            if (at >= 0)
                open.RemoveRange(at, open.Count - at);
            return;
        }
        if (open.Count >= Deepest)
            return;
        var node = new MathNode(name);
        open[^1].Children.Add(node);
        if (!isEmpty)
            open.Add(node);
    }
}
