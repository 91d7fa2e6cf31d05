namespace TermNews.Core.Html;

/// <summary>Renders superscripts, subscripts and formulas in plain text: <c>x²</c>, <c>H₂O</c>, <c>(a+b)/2</c>.</summary>
/// <param name="text">The text so far.</param>
internal sealed class ShiftedNumbers(TextBuffer text)
{
    private int _start = -1;

    /// <summary>Handles a tag.</summary>
    public void Take(ref HtmlTokenizer tokens)
    {
        var (name, _) = HtmlElements.Find(tokens.Name);
        if (name == "math" && tokens.Token == HtmlToken.Start)
            text.Append(MathText.Of(MathNode.Read(ref tokens)));
        else if (name is "sup" or "sub")
            TakeShift(name, tokens.Token);
    }

    private void TakeShift(string name, HtmlToken token)
    {
        if (token == HtmlToken.Start)
        {
            _start = text.Length;
            return;
        }
        if (_start >= 0 && (name == "sup" ? ShiftedText.Raise(text.Span[_start..]) : ShiftedText.Lower(text.Span[_start..])) is { } shifted)
        {
            text.Cut(_start);
            text.Append(shifted);
        }
        _start = -1;
    }
}
