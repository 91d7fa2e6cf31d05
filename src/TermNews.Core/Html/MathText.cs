namespace TermNews.Core.Html;

/// <summary>Renders MathML as text on one line: <c>(a+b)/2</c>, <c>x^2</c>, <c>√(n+1)</c>.</summary>
internal static class MathText
{
    /// <summary>The formula as text.</summary>
    public static string Of(MathNode math) => ForeignText.CleanLine(Text(math));

    private static void Append(MathNode node, StringBuilder text)
    {
        switch (node.Name, node.Children)
        {
            case ("mfrac", [var above, var below]): Join(text, above, "/", below); break;
            case ("msup" or "mover", [var below, var above]): Join(text, below, "^", above); break;
            case ("msub" or "munder", [var above, var below]): Join(text, above, "_", below); break;
            case ("msubsup" or "munderover", [var middle, var below, var above]):
                Join(text, middle, "_", below);
                text.Append('^').Append(Grouped(above));
                break;
            case ("msqrt", _): text.Append("√(").Append(Inner(node)).Append(')'); break;
            case ("mroot", [var under, var degree]): text.Append(Grouped(degree)).Append("√(").Append(Text(under)).Append(')'); break;
            case ("mtr", _): text.Append(string.Join(" ", node.Children.Select(Text))).Append("; "); break;
            default: text.Append(Inner(node)); break;
        }
    }

    private static void Join(StringBuilder text, MathNode first, string sign, MathNode second) =>
        text.Append(Grouped(first)).Append(sign).Append(Grouped(second));

    private static string Text(MathNode node)
    {
        var text = new StringBuilder();
        Append(node, text);
        return text.ToString();
    }

    private static string Inner(MathNode node) => node.Children.Count > 0 ? string.Concat(node.Children.Select(Text)) : node.Text.Trim();

    private static string Grouped(MathNode node)
    {
        var text = Text(node);
        return text.Length <= 1 || text.All(char.IsLetterOrDigit) ? text : $"({text})";
    }
}
